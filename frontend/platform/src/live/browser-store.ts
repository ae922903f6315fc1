import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type ActionDraft, type CacheEntry, type CacheLimits, type CachedValue, type LiveStore, type StoredAction, byNumber, bytesOf, surplus } from './store';

interface Schema extends DBSchema {
  /** `device`, and `n:<plugin>` with the last number. */
  meta: { key: string; value: string | number };
  /** What is weighed apart from what is heavy, so that eviction reads no values. */
  entries: { key: string; value: CacheEntry & { readonly version: string; readonly confirmed: number } };
  texts: { key: string; value: string };
  actions: { key: string; value: StoredAction };
}

/** Keeps everything in IndexedDB, one database for each user. */
export class BrowserStore implements LiveStore {
  readonly durable = true;

  private constructor(
    private readonly db: IDBPDatabase<Schema>,
    private readonly makeDevice: () => string,
  ) {}

  /**
   * @param name of the database
   * @param makeDevice makes an identifier for a device that has none
   */
  static async open(name: string, makeDevice: () => string): Promise<BrowserStore> {
    const db = await openDB<Schema>(name, 1, {
      upgrade: fresh => {
        fresh.createObjectStore('meta');
        fresh.createObjectStore('entries', { keyPath: 'key' });
        fresh.createObjectStore('texts');
        fresh.createObjectStore('actions', { keyPath: 'id' });
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(), // a newer page wants to change it
    });
    return new BrowserStore(db, makeDevice);
  }

  async device(): Promise<string> {
    const transaction = this.db.transaction('meta', 'readwrite');
    const known = await transaction.store.get('device');
    const device = typeof known === 'string' ? known : this.makeDevice();
    if (device !== known) {
      await transaction.store.put(device, 'device');
    }
    await transaction.done;
    return device;
  }

  async readValue(key: string, now: number): Promise<CachedValue | undefined> {
    const transaction = this.db.transaction(['entries', 'texts'], 'readwrite');
    const entry = await transaction.objectStore('entries').get(key);
    const text = await transaction.objectStore('texts').get(key);
    if (!entry || text === undefined) {
      return undefined;
    }
    await transaction.objectStore('entries').put({ ...entry, used: now });
    await transaction.done;
    return { key, version: entry.version, text, confirmed: entry.confirmed };
  }

  /** Two transactions, the first committed without waiting for anything: so it gets through while the page goes. */
  async writeValues(values: readonly CachedValue[], now: number, limits: CacheLimits): Promise<void> {
    const writing = this.db.transaction(['entries', 'texts'], 'readwrite');
    const puts = values.flatMap(({ key, version, text, confirmed }) => [
      writing.objectStore('entries').put({ key, version, confirmed, bytes: bytesOf(text), used: now }),
      writing.objectStore('texts').put(text, key),
    ]);
    writing.commit();
    await Promise.all([...puts, writing.done]);
    await this.evict(limits);
  }

  async removeValue(key: string): Promise<void> {
    const transaction = this.db.transaction(['entries', 'texts'], 'readwrite');
    await Promise.all([transaction.objectStore('entries').delete(key), transaction.objectStore('texts').delete(key), transaction.done]);
  }

  async clearValues(): Promise<void> {
    const transaction = this.db.transaction(['entries', 'texts'], 'readwrite');
    await Promise.all([transaction.objectStore('entries').clear(), transaction.objectStore('texts').clear(), transaction.done]);
  }

  async addAction(draft: ActionDraft, instead?: string): Promise<StoredAction> {
    const transaction = this.db.transaction(['meta', 'actions'], 'readwrite');
    const counter = `n:${draft.plugin}`;
    const last = await transaction.objectStore('meta').get(counter);
    const action: StoredAction = { ...draft, n: Number(last ?? 0) + 1, state: 'waiting' };
    await transaction.objectStore('meta').put(action.n, counter);
    await transaction.objectStore('actions').put(action);
    if (instead) {
      await transaction.objectStore('actions').delete(instead);
    }
    await transaction.done;
    return action;
  }

  async putAction(action: StoredAction): Promise<void> {
    await this.db.put('actions', action);
  }

  async removeAction(id: string): Promise<void> {
    await this.db.delete('actions', id);
  }

  async actions(): Promise<readonly StoredAction[]> {
    return (await this.db.getAll('actions')).sort(byNumber);
  }

  close(): void {
    this.db.close();
  }

  private async evict(limits: CacheLimits): Promise<void> {
    const transaction = this.db.transaction(['entries', 'texts'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const gone = surplus(await entries.getAll(), limits);
    await Promise.all([...gone.flatMap(old => [entries.delete(old), transaction.objectStore('texts').delete(old)]), transaction.done]);
  }
}
