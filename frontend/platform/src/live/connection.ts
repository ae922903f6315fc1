import { Backoff } from './backoff';
import type { Cancel, Clock } from './clock';
import { type Door, type DoorEvents, LOST, NOT_THIS_PROTOCOL, NO_RIGHT, SESSION_OVER, type Transport } from './door';
import { Fact } from './fact';
import type { Incoming, LiveUser, OutgoingHeader, WelcomeHeader } from './message';
import { Pulse } from './pulse';

/** From the try to open until the welcome, in milliseconds. */
const OPENING = 10_000;
/** So many WebSockets must fail, while HTTP answers, before HTTP is used instead. */
const SOCKET_TRIES = 3;
/** How often a WebSocket is tried while HTTP is used, in milliseconds. */
const SOCKET_AGAIN = 120_000;
/** A connection that lived so long, in milliseconds, was a good one: after it the waits begin from the start. */
const GOOD = 5_000;

/**
 * `connecting`: trying, for the first time or again at once. `online`: data is live. `offline`: the service is not reached, it is tried again by itself.
 * `signed-out`: somebody must sign in. `refused`: this page and the service do not understand each other, or the user may not; a reload may help.
 *
 * @since 0.1.0
 */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'signed-out' | 'refused';

/**
 * The connection of this page.
 *
 * @since 0.1.0
 */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  /** By which way, while online. */
  readonly transport?: Transport;
  /** Who is signed in, as far as known; offline it is who was. */
  readonly user?: LiveUser;
  /** Why it is refused. */
  readonly reason?: string;
}

/** What the connection needs to know and whom it tells. */
export interface ConnectionPeers {
  /** Whose device this is; empty when somebody must sign in, or when that cannot be found out now. */
  arrive(): Promise<{ readonly device: string } | 'signed-out' | 'away'>;
  /** Asks over plain HTTP, when a door did not open. */
  probe(): Promise<'signed-in' | 'signed-out' | 'away'>;
  /**
   * A connection is there: the first, the next, or one that took the place of another without a gap.
   *
   * @returns false when another user is signed in than the one who arrived: then it connects anew
   */
  welcome(header: WelcomeHeader): boolean;
  message(message: Incoming): void;
  /** @param heardAt when something was heard last */
  lost(heardAt: number): void;
}

/** Makes doors and tells time. */
export interface ConnectionMeans {
  readonly clock: Clock;
  random(): number;
  open(transport: Transport, device: string, events: DoorEvents): Door;
}

/** The one connection of a page: opens it, watches it, opens it again, changes its way. */
export class Connection {
  readonly status = new Fact<ConnectionStatus>({ state: 'connecting' });
  private readonly backoff: Backoff;
  private attempt = 0;
  private device = '';
  private door?: Door;
  private pulse?: Pulse;
  private onlineSince = 0;
  private opening?: { readonly door: Door; readonly cancel: Cancel };
  private planned: Cancel = () => {};
  private waiting = false;
  private socketFailures = 0;
  private closed = false;

  constructor(
    private readonly means: ConnectionMeans,
    private readonly peers: ConnectionPeers,
  ) {
    this.backoff = new Backoff(() => means.random());
  }

  /** Connects, or does it again from the start: after somebody signed in, or when another user came. */
  connect(): void {
    this.drop();
    this.backoff.reset();
    this.change('connecting');
    void this.arrive();
  }

  /** Who was signed in when this page was used last. */
  introduce(user: LiveUser): void {
    this.status.set({ ...this.status.value, user });
  }

  /** The network is gone, and with it what is open or being opened. It is tried again by itself all the same: the service may be on this machine. */
  networkLost(): void {
    const { state } = this.status.value;
    if (state === 'online' || state === 'connecting') {
      this.drop();
      this.settle('away', 'The network is gone.');
    }
  }

  /** The network came back: a try that was begun without it is begun anew. */
  networkBack(): void {
    if (this.status.value.state === 'offline' && !this.closed) {
      this.drop();
      this.backoff.reset();
      void this.arrive();
    } else {
      this.wake();
    }
  }

  /** The page came back: what is being waited for is tried now. */
  wake(): void {
    if (this.waiting || this.status.value.state === 'signed-out') {
      this.planned();
      void this.arrive();
    }
  }

  /** @returns false when nothing was sent, because the connection is not there */
  send(header: OutgoingHeader, body?: string): boolean {
    if (!this.door) {
      return false;
    }
    this.door.send(header, body);
    this.pulse?.spoke();
    return true;
  }

  /** Goes, and stays where it is told: `signed-out` after signing out, `offline` when the page needs it no more. */
  leave(state: 'signed-out' | 'offline'): void {
    this.drop();
    this.change(state);
  }

  close(): void {
    this.closed = true;
    this.leave('offline');
  }

  private async arrive(): Promise<void> {
    this.waiting = false;
    const attempt = ++this.attempt;
    const arrival = await this.peers.arrive();
    if (attempt !== this.attempt || this.closed) {
      return;
    }
    if (typeof arrival === 'string') {
      this.settle(arrival, 'Nobody to open for.');
      return;
    }
    this.device = arrival.device;
    this.open(this.socketFailures < SOCKET_TRIES ? 'websocket' : 'http');
  }

  /** Opens a door; while another one is in use, it replaces that when it is welcomed. */
  private open(transport: Transport): void {
    this.giveUpOpening();
    const door = this.means.open(transport, this.device, {
      message: message => this.hear(door, message),
      closed: (code, reason) => this.end(door, code, reason),
    });
    const cancel = this.means.clock.after(OPENING, () => {
      door.close();
      this.end(door, LOST, 'No welcome in time.');
    });
    this.opening = { door, cancel };
  }

  private hear(door: Door, message: Incoming): void {
    if (message.header.t === 'welcome') {
      this.adopt(door, message.header);
    } else if (this.door === door) {
      this.pulse?.heard();
      if (message.header.t !== 'beat') {
        this.peers.message(message);
      }
    }
  }

  private adopt(door: Door, welcome: WelcomeHeader): void {
    this.opening?.cancel();
    this.opening = undefined;
    this.attempt++; // who is on the way to open another one need not
    this.letGo();
    this.door = door;
    this.onlineSince = this.means.clock.now();
    this.pulse = new Pulse(this.means.clock, welcome.beat * 1000, {
      speak: () => this.send({ t: 'beat' }),
      dead: () => this.end(door, LOST, 'Nothing was heard for three beats.'),
    });
    if (door.transport === 'websocket') {
      this.socketFailures = 0;
    } else {
      this.planSocket();
    }
    if (this.peers.welcome(welcome)) {
      this.status.set({ state: 'online', transport: door.transport, user: welcome.user });
    } else {
      this.connect();
    }
  }

  /** A door is closed: the one in use, the one that was being opened, or the WebSocket that was tried beside HTTP. */
  private end(door: Door, code: number, reason: string): void {
    if (door === this.door) {
      if (this.means.clock.now() - this.onlineSince >= GOOD) {
        this.backoff.reset();
      }
      this.leaveDoor();
      this.settle(outcomeOf(code), reason);
    } else if (this.door) {
      this.giveUpOpening();
      this.planSocket();
    } else {
      this.giveUpOpening();
      void this.failToOpen(door.transport, code, reason);
    }
  }

  private async failToOpen(transport: Transport, code: number, reason: string): Promise<void> {
    const outcome = outcomeOf(code);
    if (outcome !== 'away') {
      this.settle(outcome, reason);
      return;
    }
    const attempt = this.attempt;
    const presence = await this.peers.probe();
    if (attempt !== this.attempt || this.closed) {
      return;
    }
    if (presence === 'signed-in') {
      // HTTP that does not open either gives the WebSocket its next chance.
      this.socketFailures = transport === 'websocket' ? this.socketFailures + 1 : SOCKET_TRIES - 1;
    }
    this.settle(presence === 'signed-out' ? 'signed-out' : 'away', reason);
  }

  private settle(outcome: Outcome, reason: string): void {
    if (outcome === 'away') {
      this.change('offline');
      this.waiting = true;
      this.planned = this.means.clock.after(this.backoff.next(), () => void this.arrive());
    } else {
      this.change(outcome, outcome === 'refused' ? reason : undefined);
    }
  }

  private planSocket(): void {
    this.planned();
    this.planned = this.means.clock.after(SOCKET_AGAIN, () => this.open('websocket'));
  }

  /** Lets go of the door that is in use, and tells it. */
  private leaveDoor(): void {
    const heardAt = this.pulse?.heardAt ?? 0;
    const hadDoor = this.door !== undefined;
    this.letGo();
    if (hadDoor) {
      this.peers.lost(heardAt);
    }
  }

  private letGo(): void {
    this.planned();
    this.waiting = false;
    this.pulse?.close();
    this.door?.close();
    this.door = this.pulse = undefined;
  }

  private giveUpOpening(): void {
    this.opening?.cancel();
    this.opening?.door.close();
    this.opening = undefined;
  }

  private drop(): void {
    this.attempt++;
    this.giveUpOpening();
    this.leaveDoor();
  }

  private change(state: ConnectionState, reason?: string): void {
    const { user } = this.status.value;
    this.status.set({ state, ...(user && state !== 'signed-out' ? { user } : {}), ...(reason ? { reason } : {}) });
  }
}

type Outcome = 'signed-out' | 'refused' | 'away';

function outcomeOf(code: number): Outcome {
  if (code === SESSION_OVER) {
    return 'signed-out';
  }
  return code === NOT_THIS_PROTOCOL || code === NO_RIGHT ? 'refused' : 'away';
}
