/** No try comes sooner after the first failure than a random part of this many milliseconds. */
export const FIRST_DELAY = 200;
/** The longest wait between two tries, in milliseconds. */
export const LONGEST_DELAY = 10_000;

/**
 * How long to wait before the next try: a random part of a bound that doubles. The random part is what keeps a thousand devices from coming back in one moment
 * ("full jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export class Backoff {
  private bound = FIRST_DELAY;

  /** @param random as `Math.random` */
  constructor(private readonly random: () => number) {}

  /** Milliseconds to wait now; the next one may be twice as long. */
  next(): number {
    const delay = this.random() * this.bound;
    this.bound = Math.min(LONGEST_DELAY, this.bound * 2);
    return delay;
  }

  /** Things went well: begin anew. */
  reset(): void {
    this.bound = FIRST_DELAY;
  }
}
