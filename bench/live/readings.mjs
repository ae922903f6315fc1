// The same readings in every server: what noop makes, made here.

const TICK = 10;

/** When it is now, to half a millisecond, as ISO 8601. */
export function stamp() {
  return new Date().toISOString().replace('Z', '500Z');
}

/** Changes readings as noop's StartLoad does, and tells each by say(series, text). */
export class Readings {
  #timer;
  changes = 0;

  start({ selectors, changesPerSecond, seconds, bytes }, say) {
    clearInterval(this.#timer);
    const padding = 'x'.repeat(bytes);
    const began = performance.now();
    let number = 0;
    let working = false;
    const tick = async () => {
      const passed = performance.now() - began;
      if (passed >= seconds * 1000) clearInterval(this.#timer);
      if (working) return;
      working = true;
      const due = Math.floor((Math.min(passed, seconds * 1000) * changesPerSecond) / 1000);
      for (; number < due && performance.now() - began < seconds * 1000; number++) {
        const series = `load-${1 + (number % selectors)}`;
        say(series, JSON.stringify([{ series, number, sentAt: stamp(), padding }]));
        this.changes++;
        await new Promise(setImmediate); // what was said goes out before the next is said
      }
      working = false;
    };
    if (seconds > 0) this.#timer = setInterval(tick, TICK);
  }
}
