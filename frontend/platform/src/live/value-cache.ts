import type { Cancel, Clock } from './clock';
import type { CacheLimits, LiveStore } from './store';

/** A value that changes often is written once in so many milliseconds; one that changes seldom at once, because a page may go at any time. */
const WRITE_EVERY = 1_000;

/** A value as pages see it. */
export interface Known {
  readonly version: string;
  readonly tuples: readonly unknown[];
  /** When it was last known to be the newest, milliseconds since 1970. */
  readonly confirmed: number;
}

/** The values of one user that are kept for later. It may lose any of them: a cache that fails is done without. */
export class ValueCache {
  private readonly unwritten = new Map<string, Known>();
  private readonly writtenAt = new Map<string, number>();
  private planned?: { readonly due: number; readonly cancel: Cancel };
  private failing = false;

  constructor(
    private readonly store: LiveStore,
    private readonly clock: Clock,
    private readonly limits: CacheLimits,
  ) {}

  async read(key: string): Promise<Known | undefined> {
    const waiting = this.unwritten.get(key);
    if (waiting || this.failing) {
      return waiting;
    }
    try {
      const value = await this.store.readValue(key, this.clock.now());
      return value && { version: value.version, confirmed: value.confirmed, tuples: JSON.parse(value.text) as unknown[] };
    } catch (failed) {
      this.doWithout(failed);
      return undefined;
    }
  }

  /** Keeps it soon. */
  write(key: string, value: Known): void {
    if (!this.failing) {
      this.unwritten.set(key, value);
      this.plan(this.dueAt(key));
    }
  }

  async remove(key: string): Promise<void> {
    this.unwritten.delete(key);
    if (!this.failing) {
      await this.store.removeValue(key).catch(failed => this.doWithout(failed));
    }
  }

  async clear(): Promise<void> {
    this.unwritten.clear();
    await this.store.clearValues().catch(failed => this.doWithout(failed));
  }

  /** Keeps now what would be kept soon: the page may be about to go. */
  async flush(): Promise<void> {
    this.planned?.cancel();
    this.planned = undefined;
    await this.put([...this.unwritten.keys()]);
  }

  private dueAt(key: string): number {
    return Math.max(this.clock.now(), (this.writtenAt.get(key) ?? 0) + WRITE_EVERY);
  }

  private plan(due: number): void {
    if (!this.planned || due < this.planned.due) {
      this.planned?.cancel();
      this.planned = { due, cancel: this.clock.after(due - this.clock.now(), () => this.putWhatIsDue()) };
    }
  }

  private putWhatIsDue(): void {
    this.planned = undefined;
    void this.put([...this.unwritten.keys()].filter(key => this.dueAt(key) <= this.clock.now()));
    const [next] = [...this.unwritten.keys()].map(key => this.dueAt(key)).sort((a, b) => a - b);
    if (next !== undefined) {
      this.plan(next);
    }
  }

  private async put(keys: readonly string[]): Promise<void> {
    const now = this.clock.now();
    this.writtenAt.forEach((at, key) => at + WRITE_EVERY <= now && this.writtenAt.delete(key));
    const values = keys.flatMap(key => {
      const known = this.unwritten.get(key);
      return known ? [{ key, version: known.version, text: JSON.stringify(known.tuples), confirmed: known.confirmed }] : [];
    });
    keys.forEach(key => {
      this.unwritten.delete(key);
      this.writtenAt.set(key, now);
    });
    const write = () => this.store.writeValues(values, now, this.limits);
    try {
      await write();
    } catch (failed) {
      if (this.failing || !isOverQuota(failed)) {
        this.doWithout(failed);
        return;
      }
      // The browser gives less than we would take: begin anew rather than guess how much less.
      await this.store
        .clearValues()
        .then(write)
        .catch(again => this.doWithout(again));
    }
  }

  private doWithout(failed: unknown): void {
    if (!this.failing) {
      this.failing = true;
      this.unwritten.clear();
      console.warn(`Values are not cached on this device any more: ${String(failed)}`);
    }
  }
}

/** @returns whether the browser refused to keep more */
export function isOverQuota(failed: unknown): boolean {
  return failed instanceof Error && failed.name === 'QuotaExceededError';
}
