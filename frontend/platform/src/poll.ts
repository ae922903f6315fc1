/** A running repetition. */
export interface Polling {
  /** Does it now, without waiting for the next turn. */
  now(): void;
  /** Ends it. */
  close(): void;
}

/**
 * Repeats a deed while the page is visible. The next turn starts `interval` after the last one ended, so that a slow server is not asked twice at a time;
 * a hidden tab does not ask at all and asks at once when it is shown again.
 *
 * @param deed what to do; it deals with its own failures
 * @param interval milliseconds between the end of one turn and the start of the next
 */
export function poll(deed: () => Promise<void>, interval: number): Polling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let closed = false;

  const turn = async () => {
    clearTimeout(timer);
    if (running || closed || document.hidden) {
      return;
    }
    running = true;
    try {
      await deed();
    } finally {
      running = false;
      if (!closed) {
        timer = setTimeout(turn, interval);
      }
    }
  };
  const shown = () => void turn();
  document.addEventListener('visibilitychange', shown);
  void turn();
  return {
    now: shown,
    close: () => {
      closed = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
    },
  };
}
