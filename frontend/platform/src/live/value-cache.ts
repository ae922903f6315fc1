import type { Cancel, Clock } from './clock';
import type { CacheLimits, LiveStore } from './store';

/** A value that changes often is written once in so many milliseconds. */
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
  private cancel?: Cancel;
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
    if (this.failing) {
      return;
    }
    this.unwritten.set(key, value);
    this.cancel ??= this.clock.after(WRITE_EVERY, () => void this.flush());
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
    this.cancel?.();
    this.cancel = undefined;
    const values = [...this.unwritten];
    this.unwritten.clear();
    await Promise.all(values.map(([key, value]) => this.put(key, value)));
  }

  private async put(key: string, { version, tuples, confirmed }: Known): Promise<void> {
    const value = { key, version, text: JSON.stringify(tuples), confirmed };
    try {
      await this.store.writeValue(value, this.clock.now(), this.limits);
    } catch (failed) {
      if (this.failing || !isOverQuota(failed)) {
        this.doWithout(failed);
        return;
      }
      // The browser gives less than we would take: begin anew rather than guess how much less.
      await this.store
        .clearValues()
        .then(() => this.store.writeValue(value, this.clock.now(), this.limits))
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
