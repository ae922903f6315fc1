import { type Observable, finalize, defer } from 'rxjs';
import type { Cancel, Clock } from './clock';
import type { DataHeader, Incoming, OutgoingHeader } from './message';
import { Observation } from './observation';
import type { Observed } from './observed';
import { type Selector, selectorKey } from './selector';
import type { ValueCache } from './value-cache';

/** Selectors in one message. */
const MOST_ITEMS = 200;

/** What observations are made with. */
export interface ObservationMeans {
  readonly clock: Clock;
  /** How long a selector is kept after its last observer left, in milliseconds. */
  readonly grace: number;
  /** @returns false when there is no connection */
  send(header: OutgoingHeader): boolean;
}

/** All that this page observes: each selector once on the wire, however many observe it. */
export class Observations {
  private readonly open = new Map<string, Observation>();
  private readonly leaving = new Map<string, Cancel>();
  /** Given up, and not yet told. */
  private readonly left = new Set<string>();
  private cache?: ValueCache;
  private cancelTelling?: Cancel;

  constructor(private readonly means: ObservationMeans) {}

  /** Begins with what is cached; the first observer is what makes it travel. */
  observe<T>(selector: Selector<T>): Observable<Observed<T>> {
    const key = selectorKey(selector);
    return defer(() => {
      const observation = this.enter(key);
      return observation.changes.pipe(finalize(() => this.exit(observation)));
    }) as Observable<Observed<T>>;
  }

  /** Whose values are cached; `undefined` when nobody is known. What another user saw is forgotten. */
  use(cache: ValueCache | undefined): void {
    this.cache = cache;
    for (const observation of this.open.values()) {
      observation.forget();
      this.prepare(observation);
    }
  }

  /** There is a connection that was told nothing yet. */
  resume(): void {
    this.left.clear();
    for (const observation of this.open.values()) {
      observation.begin();
    }
    this.tell();
  }

  lost(heardAt: number): void {
    for (const observation of this.open.values()) {
      observation.lost(heardAt);
      this.keep(observation);
    }
  }

  take(message: Incoming<DataHeader>): void {
    const observation = this.open.get(message.header.s);
    if (!observation?.asked) {
      return; // on its way when it was given up
    }
    switch (observation.take(message, this.means.clock.now())) {
      case 'keep':
        this.keep(observation);
        break;
      case 'forget':
        void this.cache?.remove(observation.key);
        break;
      case 'whole':
        this.means.send({ t: 'whole', s: observation.key });
        break;
      case 'nothing':
        break;
    }
  }

  close(): void {
    this.cancelTelling?.();
    this.leaving.forEach(cancel => cancel());
    this.leaving.clear();
    this.open.clear();
  }

  private enter(key: string): Observation {
    this.leaving.get(key)?.();
    this.leaving.delete(key);
    const known = this.open.get(key);
    const observation = known ?? new Observation(key);
    observation.observers++;
    if (!known) {
      this.open.set(key, observation);
      this.prepare(observation);
    }
    return observation;
  }

  private exit(observation: Observation): void {
    observation.observers--;
    if (observation.observers === 0 && this.open.get(observation.key) === observation) {
      this.leaving.set(observation.key, this.means.clock.after(this.means.grace, () => this.drop(observation)));
    }
  }

  private drop({ key, asked }: Observation): void {
    this.leaving.delete(key);
    this.open.delete(key);
    if (asked) {
      this.left.add(key);
      this.tellSoon();
    }
  }

  /** Looks into the cache first, so that the service need not send what is here. */
  private prepare(observation: Observation): void {
    const { cache } = this;
    if (!cache) {
      return;
    }
    void cache.read(observation.key).then(value => {
      if (this.cache === cache) {
        observation.fromCache(value);
        this.tellSoon();
      }
    });
  }

  /** What begins or ends together goes in one message. */
  private tellSoon(): void {
    this.cancelTelling ??= this.means.clock.after(0, () => this.tell());
  }

  /** The end of the old before the begin of the new: it may be the same selector. */
  private tell(): void {
    this.cancelTelling?.();
    this.cancelTelling = undefined;
    for (const keys of parts([...this.left])) {
      this.means.send({ t: 'unobserve', s: keys });
    }
    this.left.clear();
    for (const some of parts([...this.open.values()].filter(({ ready, asked }) => ready && !asked))) {
      const items = some.map(({ key, version }) => ({ s: key, ...(version ? { v: version } : {}) }));
      if (!this.means.send({ t: 'observe', items })) {
        return;
      }
      some.forEach(observation => (observation.asked = true));
    }
  }

  private keep({ key, value }: Observation): void {
    if (value) {
      this.cache?.write(key, value);
    }
  }
}

function parts<T>(all: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(all.length / MOST_ITEMS) }, (_, part) => all.slice(part * MOST_ITEMS, (part + 1) * MOST_ITEMS));
}
