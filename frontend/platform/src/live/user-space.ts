import type { RefusedAction, WaitingAction } from './acting';
import { ActionQueue } from './action-queue';
import type { Fact } from './fact';
import type { OutgoingHeader } from './message';
import type { CacheLimits, LiveStore } from './store';
import type { Surroundings } from './surroundings';
import { ValueCache } from './value-cache';

/** What a user's space is opened with. */
export interface SpaceMeans {
  readonly around: Surroundings;
  readonly limits: CacheLimits;
  readonly waiting: Fact<readonly WaitingAction[]>;
  readonly refused: Fact<readonly RefusedAction[]>;
  send(header: OutgoingHeader, body?: string): boolean;
}

/** What is kept on this device for one user, and for nobody else. */
export class UserSpace {
  private constructor(
    /** Name of the user. */
    readonly user: string,
    /** What the server knows this user's device by. */
    readonly device: string,
    readonly cache: ValueCache,
    readonly queue: ActionQueue,
    private readonly store: LiveStore,
  ) {}

  static async open(user: string, { around, limits, waiting, refused, send }: SpaceMeans): Promise<UserSpace> {
    const store = await around.store(user);
    const device = await store.device();
    const { clock, tabs } = around;
    const queue = new ActionQueue({ clock, tabs, store, name: `peek-live:${user}`, waiting, refused, send });
    return new UserSpace(user, device, new ValueCache(store, clock, limits), queue, store);
  }

  /** Actions survive the page. */
  get durable(): boolean {
    return this.store.durable;
  }

  async close(): Promise<void> {
    this.queue.close();
    await this.cache.flush();
    this.store.close();
  }
}
