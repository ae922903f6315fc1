import type { Cancel, Clock } from './clock';
import { type Door, type DoorEvents, LOST, NOT_THIS_PROTOCOL, NO_RIGHT, SESSION_OVER } from './door';
import { type OutgoingHeader, decode, encode } from './message';

/** Characters in one request; the service takes 1 MB. */
const FULL = 250_000;
/** A request without an answer for so long is lost, in milliseconds. */
const PATIENCE = 15_000;

const CODES: Readonly<Record<number, number>> = { 401: SESSION_OVER, 403: NO_RIGHT };

/** What the fallback needs of the browser. */
export interface FallbackMeans {
  readonly clock: Clock;
  readonly events: EventSource;
  /** Sends messages that are put together for `POST /client/fallback/messages`. */
  post(connection: string, messages: string, signal: AbortSignal): Promise<{ readonly status: number }>;
}

/** Server-sent events in, requests out: for networks that let no WebSocket through. */
export class FallbackDoor implements Door {
  readonly transport = 'http';
  private connection = '';
  private readonly outbox: string[] = [];
  private posting?: AbortController;
  private closed = false;

  constructor(
    private readonly means: FallbackMeans,
    private readonly events: DoorEvents,
  ) {
    means.events.onmessage = ({ data }: MessageEvent<string>) => this.hear(data);
    means.events.onerror = () => this.end(LOST, 'The stream of events broke.');
  }

  /** One request at a time, so that messages keep their order; what comes meanwhile goes with the next. */
  send(header: OutgoingHeader, body?: string): void {
    this.outbox.push(`${encode(header, body)}\n`);
    if (!this.posting) {
      void this.post();
    }
  }

  close(): void {
    this.closed = true;
    this.means.events.close();
    this.posting?.abort();
  }

  private hear(data: string): void {
    try {
      const message = decode(data);
      if (message.header.t === 'welcome') {
        this.connection = message.header.connection;
      }
      this.events.message(message);
    } catch (unreadable) {
      this.end(NOT_THIS_PROTOCOL, String(unreadable));
    }
  }

  private async post(): Promise<void> {
    while (this.outbox.length > 0 && !this.closed) {
      const abort = (this.posting = new AbortController());
      const forget = this.giveUpLater(abort);
      try {
        const { status } = await this.means.post(this.connection, this.nextLoad(), abort.signal);
        if (status !== 202) {
          this.end(CODES[status] ?? LOST, `HTTP ${status}`);
        }
      } catch (lost) {
        this.end(LOST, String(lost));
      } finally {
        forget();
        this.posting = undefined;
      }
    }
  }

  private nextLoad(): string {
    let load = this.outbox.shift() ?? '';
    while (this.outbox[0] && load.length + this.outbox[0].length <= FULL) {
      load += this.outbox.shift();
    }
    return load;
  }

  private giveUpLater(abort: AbortController): Cancel {
    return this.means.clock.after(PATIENCE, () => abort.abort(new Error(`No answer within ${PATIENCE} ms.`)));
  }

  private end(code: number, reason: string): void {
    if (!this.closed) {
      this.close();
      this.events.closed(code, reason);
    }
  }
}
