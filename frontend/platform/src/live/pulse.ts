import type { Cancel, Clock } from './clock';

/** A device speaks at least every 25 s; we do after this many milliseconds, checked every {@link LONGEST_STEP}. */
const SPEAK_AFTER = 15_000;
const LONGEST_STEP = 5_000;
/** A timer that comes this much too late shows that the page did not run: then silence says nothing about the connection. */
const OVERSLEPT = 1_000;

/** What becomes of a heartbeat. */
export interface PulseEvents {
  /** Nothing was said for long: say something. */
  speak(): void;
  /** Nothing was heard for three beats. */
  dead(): void;
}

/** Watches one connection: speaks when nothing else is said, and finds out when the other side is gone. */
export class Pulse {
  private quietSince: number;
  private spokenAt: number;
  private cancel: Cancel = () => {};

  /** @param beat milliseconds after which the other side speaks at the latest */
  constructor(
    private readonly clock: Clock,
    private readonly beat: number,
    private readonly events: PulseEvents,
  ) {
    this.quietSince = this.spokenAt = clock.now();
    this.plan();
  }

  /** When something was heard last, or when we last began to listen. */
  get heardAt(): number {
    return this.quietSince;
  }

  /** Something came. Timers of hidden pages are slowed down, messages are not: so this is a chance to speak as well. */
  heard(): void {
    this.quietSince = this.clock.now();
    this.speakWhenDue();
  }

  /** Something was sent. */
  spoke(): void {
    this.spokenAt = this.clock.now();
  }

  close(): void {
    this.cancel();
  }

  private plan(): void {
    const step = Math.min(this.beat, LONGEST_STEP);
    const due = this.clock.now() + step;
    this.cancel = this.clock.after(step, () => this.look(due));
  }

  private look(due: number): void {
    const now = this.clock.now();
    if (Math.abs(now - due) > OVERSLEPT) {
      this.quietSince = now;
    }
    if (now - this.quietSince >= 3 * this.beat) {
      this.events.dead();
      return;
    }
    this.plan();
    this.speakWhenDue();
  }

  private speakWhenDue(): void {
    if (Math.abs(this.clock.now() - this.spokenAt) >= SPEAK_AFTER) {
      this.events.speak();
    }
  }
}
