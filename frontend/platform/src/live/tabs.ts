import type { Cancel } from './clock';

/** How the tabs of one browser come to terms. */
export interface Tabs {
  /** Waits to be the only one that holds `name`; calling the result stops waiting, or lets go. */
  hold(name: string, held: () => void): Cancel;
  /** Tells the other tabs that something changed, and hears it from them. */
  hints(name: string, heard: () => void): Hints;
}

/** A line to the other tabs. */
export interface Hints {
  /** Something changed: look again. */
  tell(): void;
  close(): void;
}

/**
 * By Web Locks and BroadcastChannel. Browsers have locks in secure contexts only; without them every tab sends, and the server knows by its id what it has done already.
 */
export const browserTabs: Tabs = {
  hold: (name, held) => {
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) {
      held();
      return () => {};
    }
    const waiting = new AbortController();
    let release = () => {};
    const holding = new Promise<void>(resolve => (release = resolve));
    locks
      .request(name, { signal: waiting.signal }, () => {
        held();
        return holding;
      })
      .catch(() => {}); // given up while waiting
    return () => {
      waiting.abort();
      release();
    };
  },
  hints: (name, heard) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = heard;
    return { tell: () => channel.postMessage('changed'), close: () => channel.close() };
  },
};
