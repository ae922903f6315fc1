import { HttpErrorResponse } from '@angular/common/http';

/** One of the things that are wrong. */
export interface ProblemEntry {
  /** Such as `PEEK-2104`. */
  readonly code: string;
  /** What, which, consequence and cure. */
  readonly message: string;
}

interface ProblemJson {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly problems?: readonly ProblemEntry[];
}

/**
 * A refused or failed call, as the server describes it (RFC 9457). Every call through `HttpClient` or `PluginApi` fails with one.
 *
 * @since 0.1.0
 */
export class Problem extends Error {
  /**
   * @param status HTTP status; 0 when the server was not reached
   * @param title short, for a heading
   * @param detail one sentence
   * @param code of the message, when the server gave one
   * @param problems all that is wrong, when it is more than one thing
   */
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly code: string | undefined,
    readonly problems: readonly ProblemEntry[],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** Nobody answered: the network or the server is away. */
  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Makes a problem of whatever was thrown. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) {
      return thrown;
    }
    if (!(thrown instanceof HttpErrorResponse)) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      return new Problem(-1, 'Unexpected error', detail, undefined, []);
    }
    const body = readBody(thrown.error);
    const title = body.title ?? (thrown.status === 0 ? 'Server not reached' : `HTTP ${thrown.status}`);
    return new Problem(thrown.status, title, body.detail ?? title, body.code, body.problems ?? []);
  }
}

/** A body that is no problem document (a proxy's error page) says nothing that we could show. */
function readBody(body: unknown): ProblemJson {
  if (typeof body === 'object' && body !== null && !(body instanceof Event)) {
    return body as ProblemJson;
  }
  return {};
}
