import { DestroyRef, Injectable, InjectionToken, type Signal, computed, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Observable, startWith, switchMap } from 'rxjs';
import { type Acting, type Outcome, type RefusedAction, type WaitingAction, acting } from './acting';
import { Connection, type ConnectionStatus } from './connection';
import { Fact } from './fact';
import type { ActionHeader, AnswerHeader, DataHeader, Incoming, LiveUser, WelcomeHeader } from './message';
import { NOTHING, type Observed } from './observed';
import { Observations } from './observations';
import { type LiveCallOptions, Questions } from './questions';
import type { ActionRequest, QueryRequest } from './request-types';
import { type Selector, pluginOf } from './selector';
import type { CacheLimits } from './store';
import { type Surroundings, browserSurroundings } from './surroundings';
import { UserSpace } from './user-space';

/**
 * How live data is set up.
 *
 * @since 0.1.0
 */
export interface LiveOptions {
  /** Path of the client service; default `/client`. */
  readonly base?: string;
  /** Bytes that may be cached for one user; default 20 MB. */
  readonly cacheBytes?: number;
  /** Selectors that may be cached for one user; default 500. */
  readonly cacheEntries?: number;
  /** How long a selector is kept after its last observer left, in milliseconds; default 5,000. */
  readonly grace?: number;
}

/** Options of an app, where the defaults do not fit. */
export const LIVE_OPTIONS = new InjectionToken<LiveOptions>('options of live data');

/**
 * Live data of this page: one connection, one cache and one queue of actions, however many use them. In Angular it is injected; other pages make it once with
 * {@link createLive}.
 *
 * ```ts
 * private readonly live = inject(Live);
 * readonly readings = this.live.observeSignal(() => Reading.select({ room: this.room() }));
 * await this.live.act(Greet.of({ name: 'Ada' }));     // also offline: it is kept and sent later
 * ```
 *
 * @since 0.1.0
 */
@Injectable({ providedIn: 'root', useFactory: injectedLive })
export class Live {
  private readonly states: Connection;
  private readonly observations: Observations;
  private readonly questions: Questions;
  private readonly waitingActions = new Fact<readonly WaitingAction[]>([]);
  private readonly refusedActions = new Fact<readonly RefusedAction[]>([]);
  private readonly kept = new Fact(true);
  private readonly limits: CacheLimits;
  private readonly unwatch: () => void;
  private space?: UserSpace;
  private entering: Promise<UserSpace | undefined> = Promise.resolve(undefined);

  /** The connection and who is signed in. */
  readonly connection: Signal<ConnectionStatus>;
  readonly connection$: Observable<ConnectionStatus>;
  /** Actions of this user that have no answer yet, from all tabs, in the order in which they are sent. */
  readonly waiting: Signal<readonly WaitingAction[]> = this.waitingActions.signal;
  readonly waiting$: Observable<readonly WaitingAction[]> = this.waitingActions.changes;
  /** Actions of this user that were refused, until {@link retry} or {@link discard}. */
  readonly refused: Signal<readonly RefusedAction[]> = this.refusedActions.signal;
  readonly refused$: Observable<readonly RefusedAction[]> = this.refusedActions.changes;
  /** Waiting actions survive the page. False in browsers that keep nothing, as some do in private windows. */
  readonly durable: Signal<boolean> = this.kept.signal;

  /** Called by {@link createLive}. */
  constructor(
    private readonly around: Surroundings,
    options: LiveOptions,
  ) {
    const send: Connection['send'] = (header, body) => this.states.send(header, body);
    const { clock } = around;
    this.limits = { bytes: options.cacheBytes ?? 20_000_000, entries: options.cacheEntries ?? 500 };
    this.observations = new Observations({ clock, grace: options.grace ?? 5_000, send });
    this.questions = new Questions({ clock, makeId: () => around.makeId(), send });
    this.states = new Connection(around, {
      arrive: () => this.arrive(),
      probe: () => this.probe(),
      welcome: header => this.welcome(header),
      message: message => this.take(message),
      lost: heardAt => this.lost(heardAt),
    });
    this.connection = this.states.status.signal;
    this.connection$ = this.states.status.changes;
    this.unwatch = around.watch({
      awake: () => this.states.wake(),
      networkLost: () => this.states.networkLost(),
      networkBack: () => this.states.networkBack(),
      hidden: () => void this.space?.cache.flush(),
      userChanged: () => this.followUser(),
    });
    const last = around.lastUser.read();
    if (last) {
      this.states.introduce(last);
      void this.enter(last);
    }
    this.states.connect();
  }

  /**
   * Tuples of a selector: what this device knows, at once, then what the service says, then each change. Fails never; what is wrong comes as `trouble`.
   *
   * @throws TypeError when the selector has no proper name, or too many or too long keys
   */
  observe<T>(selector: Selector<T>): Observable<Observed<T>> {
    return this.observations.observe(selector);
  }

  /**
   * The same as a signal, in an injection context; it ends with it. A function follows the signals that it reads.
   *
   * @throws TypeError as {@link observe}
   */
  observeSignal<T>(selector: Selector<T> | (() => Selector<T>)): Signal<Observed<T>> {
    const observed =
      typeof selector === 'function'
        ? toObservable(computed(selector)).pipe(switchMap(chosen => this.observe(chosen).pipe(startWith<Observed<T>>(NOTHING))))
        : this.observe(selector);
    return toSignal(observed, { initialValue: NOTHING });
  }

  /**
   * Does something: keeps the action on this device, sends it when there is a connection, and again until it is answered. It takes effect once. Actions of one plugin
   * take effect in the order in which they were done.
   */
  act<R>(request: ActionRequest<R>): Acting<R> {
    return this.keep(request.action, JSON.stringify(request.fields)) as Acting<R>;
  }

  /** Does a refused action anew, after all others; the refused one is gone. Fails when there is no refused action with this id. */
  retry(id: string): Acting<unknown> {
    const refused = this.space?.queue.find(id);
    if (!refused) {
      const unknown = Promise.reject<never>(new Error(`No refused action has the id ${id}. Nothing was sent.`));
      return acting(id, unknown, unknown);
    }
    return this.keep(refused.action, refused.body, id);
  }

  /** Forgets a refused action. */
  async discard(id: string): Promise<void> {
    await this.space?.queue.discard(id);
  }

  /**
   * Asks something that is answered now or not at all.
   *
   * @throws CallError without a connection, without an answer in time, or when the server has none
   */
  call<A>(request: QueryRequest<A>, options: LiveCallOptions = {}): Promise<A> {
    return this.questions.ask(request, options);
  }

  /** @throws SignInError */
  async signIn(name: string, password: string): Promise<LiveUser> {
    const user = await this.around.session.signIn(name, password);
    await this.enter(user);
    this.states.connect();
    return user;
  }

  /**
   * Signs out and forgets the cached values. Actions that wait are kept for when the user comes back.
   *
   * @throws SignInError when the service is not reached
   */
  async signOut(): Promise<void> {
    await this.around.session.signOut();
    this.around.lastUser.write(undefined);
    this.leave();
    await this.entering;
  }

  /** Ends everything; what waits is kept. */
  async close(): Promise<void> {
    this.unwatch();
    this.states.close();
    this.observations.close();
    await this.space?.close();
  }

  private keep(action: string, body: string, instead?: string): Acting<unknown> {
    const draft = { id: this.around.makeId(), plugin: pluginOf(action), action, body, made: this.around.clock.now() };
    const space = this.someone();
    let stored = Promise.resolve();
    const outcome = new Promise<Outcome<unknown>>((resolve, reject) => {
      stored = space.then(({ queue }) => queue.add(draft, { resolve, reject }, instead));
      stored.catch(reject);
    });
    return acting(draft.id, stored, outcome);
  }

  private async someone(): Promise<UserSpace> {
    const space = this.space ?? (await this.entering);
    if (!space) {
      throw new Error('Nobody is signed in on this device: the action was not kept. Sign in first.');
    }
    return space;
  }

  /** Whose device this is. Who was here last is believed, so that a page opens without the network; the service corrects it. */
  private async arrive(): Promise<{ readonly device: string } | 'signed-out' | 'away'> {
    const known = await this.entering;
    if (known && this.connection().state !== 'signed-out') {
      return known;
    }
    const presence = await this.probe();
    const space = await this.entering;
    return presence === 'signed-in' && space ? space : presence === 'signed-out' ? 'signed-out' : 'away';
  }

  private async probe(): Promise<'signed-in' | 'signed-out' | 'away'> {
    const presence = await this.around.session.presence();
    if (presence.is === 'signed-in') {
      await this.enter(presence.user);
    }
    return presence.is;
  }

  /** Opens what is kept for a user, one after the other, so that the last one stays. */
  private enter(user: LiveUser): Promise<UserSpace | undefined> {
    this.around.lastUser.write(user);
    return (this.entering = this.entering.then(before => (before?.user === user.name ? before : this.openSpace(user.name))));
  }

  private async openSpace(user: string): Promise<UserSpace> {
    this.closeSpace();
    const { around, limits, waitingActions: waiting, refusedActions: refused } = this;
    const send: Connection['send'] = (header, body) => this.states.send(header, body);
    const space = await UserSpace.open(user, { around, limits, waiting, refused, send });
    this.space = space;
    this.kept.set(space.durable);
    this.observations.use(space.cache);
    return space;
  }

  /** Somebody signed out: values are forgotten, actions that wait are not. */
  private leave(): void {
    this.states.leave('signed-out');
    this.entering = this.entering.then(async space => {
      await space?.cache.clear();
      this.closeSpace();
      return undefined;
    });
  }

  private closeSpace(): void {
    const { space } = this;
    this.space = undefined;
    this.observations.use(undefined);
    void space?.close();
  }

  /** In another tab somebody signed in or out. */
  private followUser(): void {
    const user = this.around.lastUser.read();
    if (user?.name === this.space?.user) {
      return;
    }
    if (user) {
      void this.enter(user).then(() => this.states.connect());
    } else {
      this.leave();
    }
  }

  private welcome({ user }: WelcomeHeader): boolean {
    const { space } = this;
    if (space?.user !== user.name) {
      void this.enter(user); // somebody else signed in, in a tab that was not here to tell
      return false;
    }
    this.around.lastUser.write(user);
    this.observations.resume();
    this.questions.resume();
    space.queue.resume();
    return true;
  }

  private lost(heardAt: number): void {
    this.observations.lost(heardAt);
    this.questions.lost();
    this.space?.queue.lost();
  }

  private take(message: Incoming): void {
    switch (message.header.t) {
      case 'value':
      case 'patch':
      case 'same':
      case 'trouble':
        this.observations.take(message as Incoming<DataHeader>);
        break;
      case 'done':
      case 'refused':
      case 'later':
        void this.space?.queue.take(message as Incoming<ActionHeader>);
        break;
      case 'answer':
      case 'failed':
        this.questions.take(message as Incoming<AnswerHeader>);
        break;
      default: // beats keep the connection alive and are dealt with there; what is not known yet is for newer pages
    }
  }
}

/**
 * Makes the live data of a page that has no Angular; once per page. It begins to connect at once.
 *
 * @since 0.1.0
 */
export function createLive(options: LiveOptions = {}): Live {
  return new Live(browserSurroundings(options.base ?? '/client'), options);
}

function injectedLive(): Live {
  const live = createLive(inject(LIVE_OPTIONS, { optional: true }) ?? {});
  inject(DestroyRef).onDestroy(() => void live.close());
  return live;
}
