import { type ActionDraft, type CacheLimits, type CachedValue, type LiveStore, type StoredAction, byNumber, bytesOf, surplus } from './store';

/** Keeps everything as long as the page lives: for browsers that keep nothing, and for tests. */
export class MemoryStore implements LiveStore {
  readonly durable = false;
  private readonly values = new Map<string, CachedValue & { readonly used: number }>();
  private readonly kept = new Map<string, StoredAction>();
  private readonly numbers = new Map<string, number>();

  /** @param identifier of this device */
  constructor(private readonly identifier: string) {}

  async device(): Promise<string> {
    return this.identifier;
  }

  async readValue(key: string, now: number): Promise<CachedValue | undefined> {
    const value = this.values.get(key);
    if (value) {
      this.values.set(key, { ...value, used: now });
    }
    return value;
  }

  async writeValues(values: readonly CachedValue[], now: number, limits: CacheLimits): Promise<void> {
    values.forEach(value => this.values.set(value.key, { ...value, used: now }));
    const entries = [...this.values.values()].map(({ key, text, used }) => ({ key, bytes: bytesOf(text), used }));
    surplus(entries, limits).forEach(key => this.values.delete(key));
  }

  async removeValue(key: string): Promise<void> {
    this.values.delete(key);
  }

  async clearValues(): Promise<void> {
    this.values.clear();
  }

  async addAction(draft: ActionDraft, instead?: string): Promise<StoredAction> {
    const n = (this.numbers.get(draft.plugin) ?? 0) + 1;
    this.numbers.set(draft.plugin, n);
    const action: StoredAction = { ...draft, n, state: 'waiting' };
    this.kept.set(action.id, action);
    if (instead) {
      this.kept.delete(instead);
    }
    return action;
  }

  async putAction(action: StoredAction): Promise<void> {
    this.kept.set(action.id, action);
  }

  async removeAction(id: string): Promise<void> {
    this.kept.delete(id);
  }

  async actions(): Promise<readonly StoredAction[]> {
    return [...this.kept.values()].sort(byNumber);
  }

  close(): void {}
}
