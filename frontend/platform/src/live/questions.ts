import type { Cancel, Clock } from './clock';
import type { AnswerHeader, Incoming, OutgoingHeader } from './message';
import type { QueryRequest } from './request-types';

const USUAL_TIMEOUT = 10_000;
const LONGEST_TIMEOUT = 60_000;

/**
 * `offline`: there was no connection, or it went before the answer came. `timeout`: no answer in time. `failed`: the server says why.
 *
 * @since 0.1.0
 */
export type CallFailure = 'offline' | 'timeout' | 'failed';

/**
 * A query brought no answer.
 *
 * @since 0.1.0
 */
export class CallError extends Error {
  /** @param code such as `PEEK-6021`, when the server gave one */
  constructor(
    readonly failure: CallFailure,
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
    this.name = 'CallError';
  }
}

/** How to ask. */
export interface LiveCallOptions {
  /** Milliseconds, at most 60,000; default 10,000. */
  readonly timeout?: number;
  /** Gives the query up; the promise then fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

interface Open {
  readonly ask: () => boolean;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly cancelTimer: Cancel;
}

/** What questions are asked with. */
export interface QuestionMeans {
  readonly clock: Clock;
  makeId(): string;
  /** @returns false when there is no connection */
  send(header: OutgoingHeader, body?: string): boolean;
}

/** Queries that wait for an answer. They live in this page only. */
export class Questions {
  private readonly open = new Map<string, Open>();

  constructor(private readonly means: QuestionMeans) {}

  ask<A>(request: QueryRequest<A>, { timeout = USUAL_TIMEOUT, signal }: LiveCallOptions): Promise<A> {
    const patience = Math.min(timeout, LONGEST_TIMEOUT);
    const id = this.means.makeId();
    const body = JSON.stringify(request.fields);
    return new Promise<A>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const ask = () => this.means.send({ t: 'ask', id, q: request.query, timeout: patience }, body);
      if (!ask()) {
        reject(new CallError('offline', `${request.query} was not asked: there is no connection.`, undefined));
        return;
      }
      const giveUp = (reason: unknown) => {
        this.means.send({ t: 'cancel', id });
        this.settle(id, ({ reject: tell }) => tell(reason));
      };
      const abort = () => giveUp(signal?.reason);
      signal?.addEventListener('abort', abort);
      const cancel = this.means.clock.after(patience, () =>
        giveUp(new CallError('timeout', `${request.query} had no answer within ${patience} ms.`, undefined)),
      );
      const cancelTimer = () => {
        cancel();
        signal?.removeEventListener('abort', abort);
      };
      this.open.set(id, { ask, resolve: answer => resolve(answer as A), reject, cancelTimer });
    });
  }

  take({ header, body }: Incoming<AnswerHeader>): void {
    if (header.t === 'answer') {
      this.settle(header.id, ({ resolve }) => resolve(JSON.parse(body)));
    } else {
      this.settle(header.id, ({ reject }) => reject(new CallError('failed', header.message, header.code)));
    }
  }

  /** Another connection took the place of the one that was asked: a query changes nothing, so it may be asked twice. */
  resume(): void {
    this.open.forEach(({ ask }) => ask());
  }

  lost(): void {
    for (const id of [...this.open.keys()]) {
      this.settle(id, ({ reject }) => reject(new CallError('offline', 'The connection went before the answer came.', undefined)));
    }
  }

  private settle(id: string, tell: (open: Open) => void): void {
    const open = this.open.get(id);
    if (open) {
      this.open.delete(id);
      open.cancelTimer();
      tell(open);
    }
  }
}
