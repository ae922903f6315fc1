// Measures live data and writes its tables; see bench/run --help.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { actions } from './actions.mjs';
import { Chaos } from './chaos.mjs';
import { Crowd } from './crowd.mjs';
import { fanOut } from './fan-out.mjs';
import { idle } from './idle.mjs';
import { Peek, PlainWs, SocketIo } from './kinds.mjs';
import { Platform } from './platform.mjs';
import { load, machine, pause } from './processes.mjs';
import { storm } from './storm.mjs';
import { Table } from './table.mjs';

const BEGIN = '<!-- measured: written by bench/run --live -->';
const END = '<!-- /measured: live -->';
const MEASURES = ['fan-out', 'idle', 'storm', 'actions', 'chaos'];
const ROOM = { 'peek.live.connections-per-user': 20_000, 'peek.live.connections-per-address': 20_000 };
const FULL = { crowds: [100, 1_000, 5_000], selectors: [1, 100], seconds: 4, idle: 5_000, storm: 2_000, devices: 64, chaos: 200 };
const QUICK = { crowds: [50], selectors: [1, 10], seconds: 1, idle: 100, storm: 50, devices: 4, chaos: 5 };
const BEAT = 6_000; // ms in which every instance has reported its counters

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    again: { type: 'boolean' },
    only: { type: 'string' },
    seed: { type: 'string' },
    interruptions: { type: 'string' },
    observers: { type: 'string' },
    selectors: { type: 'string' },
    offset: { type: 'string', default: '7000' },
    home: { type: 'string', default: `${root}/.run/bench-live` },
    results: { type: 'string' },
    postgres: { type: 'string' },
  },
});
const size = { ...(options.quick ? QUICK : FULL) };
if (options.observers) size.crowds = options.observers.split(',').map(Number);
if (options.selectors) size.selectors = options.selectors.split(',').map(Number);
const measures = options.only?.split(',') ?? MEASURES;
const unknown = measures.filter(measure => !MEASURES.includes(measure));
if (unknown.length) throw new Error(`unknown: ${unknown}; there are ${MEASURES}`);
const results = options.results ?? (options.quick || options.only || options.observers || options.selectors ? undefined : `${root}/bench/README.md`);

const platform = new Platform(root, options.home, Number(options.offset));
const tables = [];
const reached = new Table('What is aimed at', 'what', 'aim', 'measured');

async function main() {
  const began = new Date();
  const before = load();
  const kinds = [new Peek(platform), new PlainWs(platform.offset + 391), new SocketIo(platform.offset + 392)];
  try {
    say('setting up four WildFlys');
    await (options.again ? platform.again() : platform.up(ROOM));
    for (const kind of kinds) await kind.ready?.();
    for (const measure of measures) {
      say(measure);
      await deeds[measure](kinds);
    }
  } finally {
    kinds.forEach(kind => kind.close());
    await platform.down();
  }
  if (reached.rows) take(reached);
  const minutes = Math.round((Date.now() - began) / 60_000);
  const head =
    `Measured on ${began.toISOString().slice(0, 10)} on ${machine()}. Load average before: ${before}; after: ${load()}. ` +
    `Took ${minutes} minutes. Peek is four WildFlys, of which server and client service work; ws ${version('ws')} and ` +
    `socket.io ${version('socket.io')} are one Node process each.\n\n`;
  console.log(head);
  if (results) write(results, head + tables.join('\n'));
}

const deeds = {
  async 'fan-out'(kinds) {
    const table = new Table(
      'Fan-out of values of 1 KB',
      'observers', 'selectors', 'server', 'delivered/s at most', 'of changes/s', 'processor s/s then',
      'paced at', 'p50 ms', 'p99 ms', 'delivered, compared with ws', 'with socket.io',
    );
    for (const observers of size.crowds) {
      for (const selectors of size.selectors) {
        const paced = observers > 1_000 ? 4 : 20;
        const lines = await fanOut(kinds, { observers, selectors, paced, seconds: size.seconds });
        const of = name => lines.find(line => line.name === name);
        for (const line of lines) {
          if (line.closed) throw new Error(`${line.closed} connections to ${line.name} were closed`);
          const ratio = name => (line.name === 'Peek' ? `${(line.delivered / of(name).delivered).toFixed(2)} ×` : '');
          table.row(
            observers, selectors, line.name, line.delivered, line.changes, line.cpu.toFixed(2),
            `${paced}/s`, line.p50.toFixed(1), line.p99.toFixed(1), ratio('ws'), ratio('socket.io'),
          );
        }
        if (observers === 1_000 && selectors === 1) {
          reached.row('delivered/s to 1,000 observers', '1 × ws', `${(of('Peek').delivered / of('ws').delivered).toFixed(2)} ×`);
          reached.row('', '2 × socket.io', `${(of('Peek').delivered / of('socket.io').delivered).toFixed(2)} ×`);
          reached.row('p99 at 20 changes/s and 1,000 observers', '100 ms', `${of('Peek').p99.toFixed(1)} ms`);
        }
      }
    }
    take(table);
    await once(kinds[0]);
  },

  async idle(kinds) {
    const table = new Table('Connections that hear nothing', 'server', 'connections', 'all observe after', 'heap each', 'RSS each');
    for (const kind of kinds) {
      const { opened, heap, rss } = await idle(kind, size.idle);
      table.row(kind.name, size.idle, `${opened.toFixed(1)} s`, `${heap.toFixed(1)} KB`, `${rss.toFixed(1)} KB`);
      if (kind.name === 'Peek') reached.row(`heap for each of ${size.idle} idle observers`, '20 KB', `${heap.toFixed(1)} KB`);
    }
    take(table);
  },

  async storm() {
    const { door, back, opened } = await storm(platform, size.storm);
    take(
      new Table(
        'A client service is killed and all its devices come back', 'devices', 'from kill until the first is let in',
        'from then until all have their value', 'connections made',
      ).row(size.storm, `${door.toFixed(1)} s`, `${back.toFixed(1)} s`, opened),
    );
    reached.row(`${size.storm} devices back after the restart`, '5 s', `${back.toFixed(1)} s`);
  },

  async actions() {
    const table = new Table('Actions, each exactly once', 'database', 'devices', 'actions/s', 'p50 ms', 'p99 ms', 'processor s/s of the server');
    const measure = async database => {
      for (const devices of [1, size.devices]) {
        const { perSecond, p50, p99, cpu } = await actions(platform, { devices, seconds: 2 * size.seconds });
        table.row(database, devices, perSecond, p50.toFixed(1), p99.toFixed(1), cpu.toFixed(2));
      }
    };
    await measure('H2');
    if (options.postgres) {
      await platform.onPostgres(options.postgres, process.env.PGUSER, process.env.PGPASSWORD);
      await measure('PostgreSQL');
    } else {
      table.note('PostgreSQL was not measured: no `--postgres` was given.');
    }
    take(table);
  },

  async chaos() {
    const seed = Number(options.seed ?? Math.floor(Math.random() * 1e9));
    say(`chaos with --seed ${seed}`);
    const { kinds, actions: done, reconnects, slowest } = await new Chaos(platform, seed).run(Number(options.interruptions ?? size.chaos));
    const table = new Table(`Interruptions during a stream of changes and actions, seed ${seed}`, 'what', 'times');
    [...kinds].sort().forEach(([what, times]) => table.row(what, times));
    table.note(
      `${done} actions of six devices that connected anew ${reconnects} times: each took effect exactly once and in order, and ` +
        `after every ten interruptions every device had the newest values, at most ${slowest.toFixed(1)} s after the last was mended.`,
    );
    take(table);
  },
};

/** That a change is encoded once and sent once for all observers, by what the instances have counted. */
async function once(peek) {
  const observers = 10;
  const crowd = new Crowd(peek);
  const counters = async () => {
    await pause(BEAT);
    const [server, client] = await Promise.all(['server1', 'client1'].map(name => platform.instance(name)));
    return { encoded: server.counters['live.encoded'], sent: server.counters['live.sent'], updates: client.counters['live.updates'] };
  };
  try {
    await crowd.grow(observers, 1);
    const before = await counters();
    crowd.reset();
    await peek.load({ selectors: 1, changesPerSecond: 20, seconds: 5, bytes: 900 });
    await pause(7_000);
    const after = await counters();
    const more = name => after[name] - before[name];
    take(
      new Table('One encode for each change', 'changes', 'observers', 'encoded on the server', 'sent to the client service', 'taken there', 'delivered')
        .row(100, observers, more('encoded'), more('sent'), more('updates'), crowd.delivered)
        .note('Values pass the client service as the bytes in which the server has encoded them: it has no code that reads one.'),
    );
  } finally {
    crowd.close();
  }
}

const version = name => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
const say = what => console.log(`${new Date().toISOString()} ${what}`);

/** Shown at once, so that a later failure does not take it away. */
function take(table) {
  console.log(String(table));
  tables.push(String(table));
}

function write(file, measured) {
  const old = readFileSync(file, 'utf8');
  const from = old.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(file, `${old.slice(0, from)}\n${measured}${old.slice(old.indexOf(END))}`);
}

main().then(
  () => process.exit(0),
  problem => {
    console.error(problem);
    process.exit(1);
  },
);
