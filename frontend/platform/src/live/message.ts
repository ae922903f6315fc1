// The messages of docs/live-data.md: a line of header, a line feed, the body.

/** Who is signed in on this device. */
export interface LiveUser {
  readonly name: string;
  readonly roles: readonly string[];
}

/** One selector in an `observe`, with the version that is here already. */
export interface ObserveItem {
  readonly s: string;
  readonly v?: string;
}

/** What a device says. */
export type OutgoingHeader =
  | { readonly t: 'hello'; readonly protocol: 1; readonly device: string }
  | { readonly t: 'observe'; readonly items: readonly ObserveItem[] }
  | { readonly t: 'unobserve'; readonly s: readonly string[] }
  | { readonly t: 'whole'; readonly s: string }
  | { readonly t: 'act'; readonly id: string; readonly a: string; readonly n: number }
  | { readonly t: 'ask'; readonly id: string; readonly q: string; readonly timeout: number }
  | { readonly t: 'cancel'; readonly id: string }
  | { readonly t: 'beat' };

/** The answer to `hello`. */
export interface WelcomeHeader {
  readonly t: 'welcome';
  readonly connection: string;
  readonly user: LiveUser;
  /** Seconds. */
  readonly beat: number;
}

/** About a selector. */
export type DataHeader =
  | { readonly t: 'value'; readonly s: string; readonly v: string }
  | { readonly t: 'patch'; readonly s: string; readonly v: string; readonly from: string }
  | { readonly t: 'same'; readonly s: string }
  | { readonly t: 'trouble'; readonly s: string; readonly code: string; readonly message: string; readonly lasting: boolean };

/** About an action. */
export type ActionHeader =
  | { readonly t: 'done'; readonly id: string }
  | { readonly t: 'refused'; readonly id: string; readonly code: string; readonly message: string }
  | { readonly t: 'later'; readonly id: string; readonly after: number; readonly message: string };

/** About a query. */
export type AnswerHeader =
  | { readonly t: 'answer'; readonly id: string }
  | { readonly t: 'failed'; readonly id: string; readonly code: string; readonly message: string };

/** What a device hears. */
export type IncomingHeader = WelcomeHeader | DataHeader | ActionHeader | AnswerHeader | { readonly t: 'beat' };

/** A message that was heard; the body is still text. */
export interface Incoming<H extends IncomingHeader = IncomingHeader> {
  readonly header: H;
  readonly body: string;
}

/** The message as text; without a body it ends with the line feed. */
export function encode(header: OutgoingHeader, body = ''): string {
  return `${JSON.stringify(header)}\n${body}`;
}

const utf8 = new TextDecoder();

/** Reads a message, from text or from UTF-8. */
export function decode(data: string | ArrayBuffer): Incoming {
  const text = typeof data === 'string' ? data : utf8.decode(data);
  const end = text.indexOf('\n');
  if (end < 0) {
    throw new SyntaxError(`A message without a line feed: ${text.slice(0, 80)}`);
  }
  return { header: JSON.parse(text.slice(0, end)) as IncomingHeader, body: text.slice(end + 1) };
}
