// Carries connections to a port of this machine and breaks in every way in which a cable does.
import net from 'node:net';

export class Cable {
  #target;
  #pairs = new Set();
  #door = net.createServer({ allowHalfOpen: true }, near => this.#join(near));
  #cut = false;
  #held = { near: false, far: false };

  constructor(target) {
    this.#target = target;
  }

  /** @returns the port to connect to in the target's stead */
  open() {
    return new Promise(resolve => this.#door.listen(0, '127.0.0.1', () => resolve(this.#door.address().port)));
  }

  #join(near) {
    if (this.#cut) {
      near.resetAndDestroy();
      return;
    }
    const far = net.connect({ host: '127.0.0.1', port: this.#target, noDelay: true, allowHalfOpen: true });
    near.setNoDelay(true);
    const pair = { near, far };
    this.#pairs.add(pair);
    this.#carry(pair, near, far, 'near');
    this.#carry(pair, far, near, 'far');
  }

  #carry(pair, from, to, side) {
    from.on('data', bytes => {
      if (!to.write(bytes)) from.pause();
    });
    to.on('drain', () => this.#held[side] || from.resume());
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      to.destroy();
      this.#pairs.delete(pair);
    });
    if (this.#held[side]) from.pause();
  }

  /** Ends all connections and lets none through, until it is mended. */
  cut() {
    this.#cut = true;
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  /** What this side sends is held back, and nobody is told; `near` is who has called, `far` the target. */
  hold(side) {
    this.#held[side] = true;
    for (const pair of this.#pairs) pair[side].pause();
  }

  mend() {
    this.#cut = false;
    this.#held = { near: false, far: false };
    for (const { near, far } of this.#pairs) {
      near.resume();
      far.resume();
    }
  }

  close() {
    this.#door.close();
    this.cut();
  }
}
