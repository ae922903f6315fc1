import { FakeClock, settle } from './fake-clock.mjs';
import { FakeService } from './fake-service.mjs';
import { live } from './modules.mjs';

/** Locks and hints between the tabs of one fake browser. */
class FakeTabs {
  #waiting = new Map();
  #lines = new Map();

  hold(name, held) {
    const queue = this.#waiting.get(name) ?? [];
    const turn = { held };
    queue.push(turn);
    this.#waiting.set(name, queue);
    if (queue[0] === turn) {
      void Promise.resolve().then(() => queue[0] === turn && held());
    }
    return () => {
      const first = queue[0] === turn;
      queue.splice(queue.indexOf(turn) >>> 0, 1);
      if (first) {
        queue[0]?.held();
      }
    };
  }

  hints(name, heard) {
    const line = this.#lines.get(name) ?? new Set();
    this.#lines.set(name, line.add(heard));
    return {
      tell: () => [...line].filter(other => other !== heard).forEach(other => void Promise.resolve().then(other)),
      close: () => line.delete(heard),
    };
  }
}

/** A browser with what it keeps, a clock, and a service at the other end. */
export class Browser {
  clock = new FakeClock();
  service = new FakeService();
  tabs = new FakeTabs();
  stores = new Map();
  lastUser = undefined;
  watchers = new Set();
  random = 0.5;
  #ids = 0;

  async store(user) {
    const store = this.stores.get(user) ?? new live.MemoryStore(`device-of-${user}`);
    this.stores.set(user, store);
    return store;
  }

  /** Opens a page; with `ready: false` before anything happened. */
  async page({ ready = true, ...options } = {}) {
    const page = new live.Live(this.#surroundings(), options);
    if (ready) {
      await this.settle();
    }
    return page;
  }

  async settle() {
    await this.clock.advance(1);
    await this.clock.advance(1);
  }

  #surroundings() {
    const { clock, service, tabs } = this;
    return {
      clock,
      tabs,
      session: new live.DeviceSession((method, body) => service.request(method, body)),
      random: () => this.random,
      makeId: () => `id${++this.#ids}`,
      open: (transport, device, events) => service.open(clock, transport, device, events),
      store: user => this.store(user),
      lastUser: {
        read: () => this.lastUser,
        write: user => (this.lastUser = user),
      },
      watch: watcher => {
        this.watchers.add(watcher);
        return () => this.watchers.delete(watcher);
      },
    };
  }
}

/** Collects what an observable tells; `last` is the newest. */
export function collect(observable) {
  const seen = [];
  const subscription = observable.subscribe(value => seen.push(value));
  return { seen, get last() { return seen.at(-1); }, close: () => subscription.unsubscribe() };
}

export { settle };
