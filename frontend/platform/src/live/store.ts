/** A value as it is kept on the device. */
export interface CachedValue {
  /** Selector key. */
  readonly key: string;
  readonly version: string;
  /** JSON array of tuples. */
  readonly text: string;
  /** When it was last known to be the newest, milliseconds since 1970. */
  readonly confirmed: number;
}

/** How much may be cached for one user. */
export interface CacheLimits {
  readonly bytes: number;
  readonly entries: number;
}

/** What the cache weighs its values by. */
export interface CacheEntry {
  readonly key: string;
  readonly bytes: number;
  /** When it was last read or written, milliseconds since 1970. */
  readonly used: number;
}

/** An action that the device knows by heart until it is answered. */
export interface StoredAction {
  readonly id: string;
  readonly plugin: string;
  /** `<plugin>.<Action>`. */
  readonly action: string;
  /** Grows with every action of this device to this plugin. */
  readonly n: number;
  /** The fields as JSON. */
  readonly body: string;
  /** When the user did it, milliseconds since 1970. */
  readonly made: number;
  readonly state: 'waiting' | 'refused' | 'done';
  /** Milliseconds since 1970. */
  readonly answered?: number;
  /** The result as JSON, or the refusal. */
  readonly result?: string;
  readonly refusal?: Refusal;
}

/** Why an action was refused. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** An action that has no number yet. */
export type ActionDraft = Pick<StoredAction, 'id' | 'plugin' | 'action' | 'body' | 'made'>;

/** What is kept on this device for one user. What a method does to actions happens as a whole, also between tabs. */
export interface LiveStore {
  /** It survives the page. */
  readonly durable: boolean;
  /** This device's identifier, made at the first call. It lives and dies with the numbers of actions. */
  device(): Promise<string>;
  readValue(key: string, now: number): Promise<CachedValue | undefined>;
  /** Writes them and drops what was used least recently, until the limits are kept. */
  writeValues(values: readonly CachedValue[], now: number, limits: CacheLimits): Promise<void>;
  removeValue(key: string): Promise<void>;
  clearValues(): Promise<void>;
  /** Keeps the action with the plugin's next number; `instead` is forgotten in the same transaction. */
  addAction(draft: ActionDraft, instead?: string): Promise<StoredAction>;
  putAction(action: StoredAction): Promise<void>;
  removeAction(id: string): Promise<void>;
  /** All of them, by plugin and number. */
  actions(): Promise<readonly StoredAction[]>;
  close(): void;
}

/** Which entries must go, least recently used first, so that the rest keeps the limits. */
export function surplus(entries: readonly CacheEntry[], limits: CacheLimits): readonly string[] {
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  let count = entries.length;
  const gone: string[] = [];
  for (const entry of [...entries].sort((a, b) => a.used - b.used)) {
    if (bytes <= limits.bytes && count <= limits.entries) {
      break;
    }
    gone.push(entry.key);
    bytes -= entry.bytes;
    count--;
  }
  return gone;
}

/** The order in which actions are sent. */
export function byNumber(a: StoredAction, b: StoredAction): number {
  return a.plugin === b.plugin ? a.n - b.n : a.plugin < b.plugin ? -1 : 1;
}

/** UTF-16 takes two bytes a character; that is close enough for a bound. */
export function bytesOf(text: string): number {
  return 2 * text.length;
}
