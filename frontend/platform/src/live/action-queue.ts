import type { Outcome, RefusedAction, WaitingAction } from './acting';
import type { Cancel, Clock } from './clock';
import type { Fact } from './fact';
import type { ActionHeader, Incoming, OutgoingHeader } from './message';
import { type ActionDraft, type LiveStore, type Refusal, type StoredAction, byNumber } from './store';
import type { Hints, Tabs } from './tabs';
import { isOverQuota } from './value-cache';

/** Without an answer for so long, in milliseconds, an action is sent again. */
const ANSWER_WITHIN = 30_000;
/** So long, in milliseconds, an outcome waits for the tab that wants to know it. */
const OUTCOME_KEPT = 60_000;

/** What the queue works with. */
export interface QueueMeans {
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly store: LiveStore;
  /** Tells one user's queue from another's, between the tabs. */
  readonly name: string;
  readonly waiting: Fact<readonly WaitingAction[]>;
  readonly refused: Fact<readonly RefusedAction[]>;
  /** @returns false when there is no connection */
  send(header: OutgoingHeader, body?: string): boolean;
}

/** Who wants to know what becomes of an action. */
export interface Asking {
  resolve(outcome: Outcome<unknown>): void;
  reject(reason: unknown): void;
}

/**
 * One user's actions, from the deed to the answer. The store is the truth, between pages and between tabs; one tab sends, in order, one action of a plugin at a time.
 * Everything that touches the store runs in order, so that what is in memory is never older than what was done before.
 */
export class ActionQueue {
  private readonly actions = new Map<string, StoredAction>();
  private readonly asking = new Map<string, Asking>();
  /** What was sent, by plugin. */
  private readonly sent = new Map<string, { readonly id: string; readonly cancel: Cancel }>();
  /** Plugins that asked to be left alone for a while. */
  private readonly resting = new Map<string, Cancel>();
  private readonly hints: Hints;
  private work: Promise<unknown> = Promise.resolve();
  private sender = false;
  private closed = false;
  private release?: Cancel;

  constructor(private readonly means: QueueMeans) {
    this.hints = means.tabs.hints(means.name, () => void this.lookAgain());
    void this.lookAgain();
  }

  /**
   * Keeps an action and sends it when it can.
   *
   * @param instead an action that this one replaces
   * @returns once it is kept
   */
  add(draft: ActionDraft, asking: Asking, instead?: string): Promise<void> {
    return this.inOrder(async () => {
      const action = await this.keep(draft, instead);
      this.asking.set(action.id, asking);
      this.actions.set(action.id, action);
      if (instead) {
        this.actions.delete(instead);
      }
      this.changed();
    });
  }

  /** A refused action. To try it again is to do it anew, since the server remembers what it said to its id. */
  find(id: string): StoredAction | undefined {
    const action = this.actions.get(id);
    return action?.state === 'refused' ? action : undefined;
  }

  discard(id: string): Promise<void> {
    return this.inOrder(async () => {
      if (this.find(id)) {
        await this.means.store.removeAction(id);
        this.actions.delete(id);
        this.changed();
      }
    });
  }

  /** There is a connection: what was sent on another one is sent again. */
  resume(): void {
    this.forgetSent();
    if (this.release) {
      this.send();
      return;
    }
    this.release = this.means.tabs.hold(this.means.name, () => {
      this.sender = true;
      void this.lookAgain();
    });
  }

  /** Another tab, which has a connection, may send. */
  lost(): void {
    this.release?.();
    this.release = undefined;
    this.sender = false;
    this.forgetSent();
  }

  async take({ header, body }: Incoming<ActionHeader>): Promise<void> {
    const plugin = this.answered(header.id);
    if (header.t === 'later') {
      if (plugin) {
        this.sent.delete(plugin);
        this.rest(plugin, header.after);
      }
      return;
    }
    await this.inOrder(async () => {
      const action = this.actions.get(header.id);
      if (action?.state === 'waiting') {
        await this.finish(action, header, body);
      } // else it is the second answer to an action that was sent twice
      if (plugin) {
        this.sent.delete(plugin); // not before: it would be sent once more
      }
      this.changed();
    });
  }

  /** Lets go of everything; what waits is kept. */
  close(): void {
    this.lost();
    this.hints.close();
    this.closed = true;
    this.means.waiting.set([]);
    this.means.refused.set([]);
    const gone = new Error('The user left before the action was answered. It is kept on this device and sent when they are back.');
    this.asking.forEach(({ reject }) => reject(gone));
    this.asking.clear();
  }

  private inOrder<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.work.then(deed);
    this.work = done.catch(() => {}); // told to who asked; the next one runs all the same
    return done;
  }

  private lookAgain(): Promise<void> {
    return this.inOrder(async () => {
      const kept = await this.means.store.actions();
      const longAgo = this.means.clock.now() - OUTCOME_KEPT;
      this.actions.clear();
      for (const action of kept) {
        const settled = this.settle(action);
        if (action.state === 'done' && (settled || (action.answered ?? 0) < longAgo)) {
          await this.means.store.removeAction(action.id);
        } else {
          this.actions.set(action.id, action);
        }
      }
      this.show();
      this.send();
    });
  }

  private async finish(action: StoredAction, header: Exclude<ActionHeader, { t: 'later' }>, body: string): Promise<void> {
    const answered = this.means.clock.now();
    if (header.t === 'refused') {
      await this.put({ ...action, state: 'refused', answered, refusal: { code: header.code, message: header.message } });
    } else if (this.asking.has(action.id)) {
      this.settle({ ...action, state: 'done', result: body });
      await this.means.store.removeAction(action.id);
      this.actions.delete(action.id);
    } else {
      await this.put({ ...action, state: 'done', answered, result: body });
    }
  }

  /** Cached values give way to actions. */
  private async keep(draft: ActionDraft, instead: string | undefined): Promise<StoredAction> {
    const { store } = this.means;
    try {
      return await store.addAction(draft, instead);
    } catch (failed) {
      if (!isOverQuota(failed)) {
        throw failed;
      }
      await store.clearValues();
      return store.addAction(draft, instead);
    }
  }

  private async put(action: StoredAction): Promise<void> {
    await this.means.store.putAction(action);
    this.actions.set(action.id, action);
    this.settle(action);
  }

  /** @returns whether somebody in this page wanted to know */
  private settle(action: StoredAction): boolean {
    const asking = this.asking.get(action.id);
    if (!asking || action.state === 'waiting') {
      return false;
    }
    this.asking.delete(action.id);
    asking.resolve(
      action.refusal ? { is: 'refused', ...action.refusal } : { is: 'done', result: JSON.parse(action.result || 'null') as unknown },
    );
    return true;
  }

  private changed(): void {
    this.hints.tell();
    this.show();
    this.send();
  }

  private show(): void {
    if (this.closed) {
      return;
    }
    const inOrder = [...this.actions.values()].sort(byNumber);
    this.means.waiting.set(inOrder.filter(({ state }) => state === 'waiting').map(seen));
    this.means.refused.set(inOrder.flatMap(action => (action.refusal ? [new SeenRefused(action, action.refusal)] : [])));
  }

  private send(): void {
    for (const action of this.sender ? this.heads() : []) {
      const { id, plugin, n, body } = action;
      if (this.sent.has(plugin) || this.resting.has(plugin)) {
        continue;
      }
      if (!this.means.send({ t: 'act', id, a: action.action, n }, body)) {
        return;
      }
      const cancel = this.means.clock.after(ANSWER_WITHIN, () => {
        this.sent.delete(plugin);
        this.send();
      });
      this.sent.set(plugin, { id, cancel });
    }
  }

  /** The next one of each plugin. */
  private heads(): readonly StoredAction[] {
    const heads = new Map<string, StoredAction>();
    for (const action of this.actions.values()) {
      const first = heads.get(action.plugin);
      if (action.state === 'waiting' && (!first || action.n < first.n)) {
        heads.set(action.plugin, action);
      }
    }
    return [...heads.values()];
  }

  /** @returns the plugin whose action this was, when it was on its way; the wait for its answer is over */
  private answered(id: string): string | undefined {
    const found = [...this.sent].find(([, sent]) => sent.id === id);
    found?.[1].cancel();
    return found?.[0];
  }

  private rest(plugin: string, delay: number): void {
    const cancel = this.means.clock.after(delay, () => {
      this.resting.delete(plugin);
      this.send();
    });
    this.resting.set(plugin, cancel);
  }

  private forgetSent(): void {
    [...this.sent.values()].forEach(({ cancel }) => cancel());
    [...this.resting.values()].forEach(cancel => cancel());
    this.sent.clear();
    this.resting.clear();
  }
}

/** What pages see of an action. Its fields are read when somebody wants them: thousands may wait. */
class Seen implements WaitingAction {
  readonly id: string;
  readonly action: string;
  readonly made: Date;
  private readonly body: string;

  constructor({ id, action, made, body }: StoredAction) {
    this.id = id;
    this.action = action;
    this.made = new Date(made);
    this.body = body;
  }

  get fields(): unknown {
    return JSON.parse(this.body);
  }
}

/** Each is made once, so that a list of thousands that loses its first costs little. */
const views = new WeakMap<StoredAction, Seen>();

function seen(action: StoredAction): Seen {
  const known = views.get(action) ?? new Seen(action);
  views.set(action, known);
  return known;
}

class SeenRefused extends Seen implements RefusedAction {
  readonly code: string;
  readonly message: string;
  readonly refused: Date;

  constructor(action: StoredAction, { code, message }: Refusal) {
    super(action);
    this.code = code;
    this.message = message;
    this.refused = new Date(action.answered ?? action.made);
  }
}
