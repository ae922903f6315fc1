// Services, links and devices break at random while devices observe and act. Between whiles everything is mended, and then it
// must be as if nothing had happened: every device has the newest value, every action took effect once and in order.
import { Device } from './device.mjs';
import { Cable } from './cable.mjs';
import { count } from './actions.mjs';
import { pause, until } from './processes.mjs';

const NOTES = 'noop.Note';
const SERIES = 3;
const DEVICES = 6;
const IN_A_ROW = 10;
const MOST_WAITING = 20;
const RECOVERY = 180_000;

/** Random numbers that can be had again. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Chaos {
  #platform;
  #random;
  #others; // for what does not decide what breaks, and comes in no certain order
  #link;
  #lines;
  #devices = [];
  #accepted = [];
  #producing = false;
  kinds = new Map();
  slowest = 0;

  constructor(platform, seed) {
    this.#platform = platform;
    this.#random = randomOf(seed);
    this.#others = randomOf(seed + 1);
    this.#link = new Cable(platform.linkPort);
    this.#lines = new Cable(Number(new URL(platform.client).port));
  }

  /** @returns { kinds, actions, reconnects, slowest } */
  async run(interruptions, inARow = IN_A_ROW) {
    const platform = this.#platform;
    await platform.stop('client');
    platform.properties('client', { 'peek.link.port': await this.#link.open() });
    await platform.start('client');
    await platform.signIn();
    const url = `http://127.0.0.1:${await this.#lines.open()}`;
    for (let i = 0; i < DEVICES; i++) this.#devices.push(this.#device(url));
    const asker = platform.device(2_000);
    try {
      const before = await count(asker);
      for (let done = 0; done < interruptions; done += inARow) {
        await this.#stretch(Math.min(inARow, interruptions - done));
        await this.#judge(asker, before);
        const { actions, slowest } = this.#summary();
        console.log(`${done + inARow} interruptions, ${actions} actions, slowest recovery ${slowest.toFixed(1)} s`);
      }
      return this.#summary();
    } finally {
      this.#producing = false;
      [...this.#devices, asker].forEach(device => device.close());
      this.#link.close();
      this.#lines.close();
    }
  }

  #summary() {
    const reconnects = this.#devices.reduce((sum, device) => sum + device.connections, 0) - DEVICES;
    return { kinds: this.kinds, actions: this.#accepted.length, reconnects, slowest: this.slowest };
  }

  #device(url) {
    const device = new Device(url, { ...this.#platform.headers, Origin: url }, 2_000);
    device.observe(NOTES);
    for (let i = 1; i <= SERIES; i++) device.observe(`noop.Reading?series=load-${i}`);
    return device;
  }

  /** Some interruptions in a row, during a stream of changes and actions. */
  async #stretch(interruptions) {
    this.#producing = true;
    const producers = this.#devices.map((device, index) => this.#produce(device, index));
    for (let i = 0; i < interruptions; i++) {
      await this.#load(30);
      const first = this.#interruption();
      const also = this.#random() < 0.25 ? this.#interruption() : undefined;
      await Promise.all([first(), also?.()]);
      await pause(200 + this.#random() * 800);
    }
    this.#producing = false;
    await Promise.all(producers);
  }

  async #produce(device, index) {
    while (this.#producing) {
      if (device.waiting() < MOST_WAITING) {
        const text = `${index}/${Math.floor(this.#others() * 1e9)}`;
        device.act('noop.AddNote', { text }).then(answer => this.#accepted.push({ device, text, ...answer }));
      }
      await pause(20 + this.#others() * 150);
    }
  }

  /** Readings that change, if the platform can be told so now. */
  #load(changesPerSecond) {
    const told = this.#platform.load({ selectors: SERIES, changesPerSecond, seconds: changesPerSecond && 600, bytes: 100 });
    return Promise.race([told, pause(1_000)]);
  }

  /** Picks what breaks next; what it gives breaks it and mends it. */
  #interruption() {
    const platform = this.#platform;
    const frozen = service => async time => {
      const pid = platform.pid(service);
      process.kill(pid, 'SIGSTOP');
      await pause(time);
      process.kill(pid, 'SIGCONT');
    };
    const killed = service => async time => {
      platform.kill(service);
      await pause(time / 4);
      await platform.start(service);
    };
    const broken = (cable, how) => async time => {
      how(cable);
      await pause(time);
      cable.mend();
    };
    const choices = [
      [3, 'client killed', killed('client')],
      [2, 'server killed', killed('server')],
      [10, 'client frozen', frozen('client')],
      [10, 'server frozen', frozen('server')],
      [20, 'link cut', broken(this.#link, cable => cable.cut())],
      [12, 'link to the server held', broken(this.#link, cable => cable.hold('near'))],
      [12, 'link from the server held', broken(this.#link, cable => cable.hold('far'))],
      [15, 'devices cut off', broken(this.#lines, cable => cable.cut())],
      [6, 'devices not heard', broken(this.#lines, cable => cable.hold('near'))],
      [6, 'devices told nothing', broken(this.#lines, cable => cable.hold('far'))],
    ];
    let at = this.#random() * choices.reduce((sum, [weight]) => sum + weight, 0);
    const [, name, deed] = choices.find(([weight]) => (at -= weight) < 0);
    const time = 200 + this.#random() ** 2 * 6_000;
    return async () => {
      this.kinds.set(name, (this.kinds.get(name) ?? 0) + 1);
      await this.#alone(name, () => deed(time));
    };
  }

  #busy = Promise.resolve();

  /** Two deeds on processes would be in each other's way: a frozen one cannot be started. */
  #alone(name, deed) {
    if (!/killed|frozen/.test(name)) return deed();
    this.#busy = this.#busy.then(deed);
    return this.#busy;
  }

  /** Everything is mended: is everything right? */
  async #judge(asker, before) {
    const began = performance.now();
    await until('all actions are answered', RECOVERY, () => this.#devices.every(device => device.waiting() === 0));
    const answered = performance.now();
    await until('the load has ended', RECOVERY, async () => (await this.#ended()) === true);
    const fresh = this.#device(this.#platform.client);
    try {
      await until('all devices have what a new one has', RECOVERY, () => this.#devices.every(device => same(device, fresh)));
    } finally {
      fresh.close();
    }
    const took = from => ((performance.now() - from) / 1000).toFixed(1);
    console.log(`mended: after ${took(began)} s all is right, ${took(answered)} s after the last answer`);
    this.slowest = Math.max(this.slowest, (performance.now() - began) / 1000);
    const faults = this.#devices.flatMap(device => device.faults);
    const refused = this.#accepted.filter(one => !one.done);
    const rows = new Set(this.#accepted.map(one => one.body?.id));
    const counted = (await count(asker)) - before;
    const right =
      !faults.length && !refused.length && rows.size === this.#accepted.length && counted === rows.size && this.#inOrder();
    if (!right) {
      const wrong = { faults, refused: refused.map(one => one.header), rows: rows.size, counted, inOrder: this.#inOrder() };
      throw new Error(`${this.#accepted.length} actions: ${JSON.stringify(wrong)}`);
    }
  }

  async #ended() {
    const told = this.#platform.load({ selectors: 0, changesPerSecond: 0, seconds: 0, bytes: 0 }).then(() => true);
    return Promise.race([told, pause(10_000)]);
  }

  #inOrder() {
    return this.#devices.every(device => {
      const rows = this.#accepted.filter(one => one.device === device).map(one => one.body.id);
      return rows.every((row, i) => i === 0 || row > rows[i - 1]);
    });
  }
}

function same(device, fresh) {
  const selectors = [NOTES, ...Array.from({ length: SERIES }, (_, i) => `noop.Reading?series=load-${i + 1}`)];
  return selectors.every(selector => fresh.version(selector) && device.version(selector) === fresh.version(selector));
}
