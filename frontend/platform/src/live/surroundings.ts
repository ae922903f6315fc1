import { BrowserStore } from './browser-store';
import { type Clock, browserClock } from './clock';
import type { Door, DoorEvents, Transport } from './door';
import { FallbackDoor } from './fallback-door';
import { MemoryStore } from './memory-store';
import type { LiveUser } from './message';
import { DeviceSession } from './session';
import { SocketDoor } from './socket-door';
import type { LiveStore } from './store';
import { type Tabs, browserTabs } from './tabs';

/** The browser, as live data uses it; in tests a double takes its place. */
export interface Surroundings {
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly session: DeviceSession;
  random(): number;
  makeId(): string;
  open(transport: Transport, device: string, events: DoorEvents): Door;
  /** What is kept on this device for a user. */
  store(user: string): Promise<LiveStore>;
  /** Who used this device last, also offline. */
  readonly lastUser: LastUser;
  /** Tells when the network or the page comes back or goes. */
  watch(watcher: Watcher): () => void;
}

/** Remembers a user over pages. */
export interface LastUser {
  read(): LiveUser | undefined;
  write(user: LiveUser | undefined): void;
}

/** What happens around the page. */
export interface Watcher {
  /** The page is looked at again. */
  awake(): void;
  /** The browser has no network any more. */
  networkLost(): void;
  /** The browser has a network again. */
  networkBack(): void;
  /** The page is hidden: it may never come back. */
  hidden(): void;
  /** Another tab wrote who uses this device now. */
  userChanged(): void;
}

/**
 * The real ones.
 *
 * @param base path of the client service, without a slash at its end
 */
export function browserSurroundings(base: string): Surroundings {
  return {
    clock: browserClock,
    tabs: browserTabs,
    session: new DeviceSession((method, body) =>
      fetch(`${base}/session`, {
        method,
        cache: 'no-store',
        ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
      }),
    ),
    random: () => Math.random(),
    makeId,
    open: (transport, device, events) => (transport === 'websocket' ? openSocket(base, device, events) : openFallback(base, device, events)),
    store: openStore,
    lastUser: rememberedUser(`peek-live-user:${base}`),
    watch,
  };
}

/** 128 random bits; `randomUUID` is missing where the page is not secure. */
function makeId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function openSocket(base: string, device: string, events: DoorEvents): Door {
  const url = new URL(`${base}/live`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new SocketDoor(new WebSocket(url), device, events);
}

function openFallback(base: string, device: string, events: DoorEvents): Door {
  const source = new EventSource(`${base}/fallback/events?device=${encodeURIComponent(device)}`);
  const post = (connection: string, body: string, signal: AbortSignal) =>
    fetch(`${base}/fallback/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Peek-Connection': connection },
      body,
      signal,
    });
  return new FallbackDoor({ clock: browserClock, events: source, post }, events);
}

/** A browser that keeps nothing (some do in private windows) still works, as long as the page is open. */
async function openStore(user: string): Promise<LiveStore> {
  try {
    const store = await BrowserStore.open(`peek-live:${user}`, makeId);
    await store.device(); // whether it can be written shows here
    return store;
  } catch (failed) {
    console.warn(`This browser keeps nothing: actions that wait are lost when the page is closed. ${String(failed)}`);
    return new MemoryStore(makeId());
  }
}

function rememberedUser(key: string): LastUser {
  return {
    read: () => {
      const stored = localStorage.getItem(key);
      return stored ? (JSON.parse(stored) as LiveUser) : undefined;
    },
    write: user => (user ? localStorage.setItem(key, JSON.stringify(user)) : localStorage.removeItem(key)),
  };
}

function watch(watcher: Watcher): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('offline', () => watcher.networkLost(), { signal });
  addEventListener('online', () => watcher.networkBack(), { signal });
  addEventListener('pagehide', () => watcher.hidden(), { signal });
  addEventListener('storage', () => watcher.userChanged(), { signal });
  document.addEventListener('visibilitychange', () => (document.hidden ? watcher.hidden() : watcher.awake()), { signal });
  return () => stop.abort();
}
