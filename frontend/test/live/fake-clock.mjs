/** Lets everything that is ready run, promises and their followers. */
export const settle = () => new Promise(done => setImmediate(done));

/** Time that moves when a test says so. */
export class FakeClock {
  #now = Date.UTC(2026, 0, 1);
  #timers = new Set();

  now() {
    return this.#now;
  }

  after(delay, deed) {
    const timer = { due: this.#now + delay, deed };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Time passes and everything that is planned happens when it is due. */
  async advance(milliseconds) {
    await settle();
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.deed();
      await settle();
    }
    this.#now = end;
  }

  /** Time passes while the page does not run: what was planned happens too late. */
  oversleep(milliseconds) {
    this.#now += milliseconds;
  }

  #next(end) {
    return [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
