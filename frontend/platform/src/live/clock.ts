/** Calls off what was planned; calling it again does nothing. */
export type Cancel = () => void;

/** Time, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Does it once, `delay` milliseconds from now. */
  after(delay: number, deed: () => void): Cancel;
}

/** The browser's time. */
export const browserClock: Clock = {
  now: () => Date.now(),
  after: (delay, deed) => {
    const timer = setTimeout(deed, delay);
    return () => clearTimeout(timer);
  },
};
