// Many devices that observe, and what reaches them.
import { until } from './processes.mjs';

const AT_ONCE = 100;
const A_VALUE = 500; // bytes; everything shorter is not a value of the measurement
const ONE_IN = 10;
const BEAT = 20_000;

export class Crowd {
  delivered = 0;
  closed = 0;
  delays = [];
  kind;
  #sockets = [];
  #observing = 0;
  #beat;

  constructor(kind) {
    this.kind = kind;
    if (kind.beat) this.#beat = setInterval(() => this.#sockets.forEach(socket => socket.send(kind.beat)), BEAT);
  }

  /** Opens connections, of which each observes one of the series, and waits until all of them do. */
  async grow(number, selectors) {
    const from = this.#sockets.length;
    const target = from + number;
    for (let next = from; next < target; next += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, target - next) }, (_, i) => this.#join(next + i, selectors));
      this.#sockets.push(...(await Promise.all(batch)));
    }
    await until(`${target} observe`, 120_000, () => this.#observing === target);
  }

  async #join(index, selectors) {
    let observing = false;
    const socket = await this.kind.open(index, {
      frame: (from, length, first) => {
        if (!observing && this.kind.observes(first)) {
          observing = true;
          from.attentive = false;
          this.#observing++;
        } else if (length > A_VALUE) {
          this.#value(first);
        }
      },
      closed: () => this.closed++,
    });
    this.kind.observe(socket, `load-${1 + (index % selectors)}`);
    return socket;
  }

  #value(first) {
    this.delivered++;
    if (this.delivered % ONE_IN !== 0 || !first) return;
    const text = first.toString('latin1');
    const sent = /sentAt[\\":]+([0-9T:-]+)(\.\d+)?Z/.exec(text.slice(text.indexOf('sentAt')));
    this.delays.push(Date.now() + 0.5 - (Date.parse(`${sent[1]}Z`) + Number(sent[2] ?? 0) * 1000));
  }

  /** Forgets what was counted. */
  reset() {
    this.delivered = 0;
    this.delays = [];
  }

  /** The delay in ms that so many of a hundred do not exceed. */
  delay(percent) {
    const sorted = this.delays.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  }

  close() {
    clearInterval(this.#beat);
    this.#sockets.forEach(socket => socket.close());
  }
}
