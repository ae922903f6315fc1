import type { Incoming, OutgoingHeader } from './message';

/** By which way messages travel. */
export type Transport = 'websocket' | 'http';

/** Close codes of docs/live-data.md that mean something to the device. */
export const NOT_THIS_PROTOCOL = 4400;
export const SESSION_OVER = 4401;
export const NO_RIGHT = 4403;
/** Without a word: the network, or the service died. */
export const LOST = 1006;

/** One connection to the client service, from the try to open it until it is closed. It is open once the first message, the welcome, came. */
export interface Door {
  readonly transport: Transport;
  send(header: OutgoingHeader, body?: string): void;
  /** Closes it for good; nothing is told any more. */
  close(): void;
}

/** What a door tells. */
export interface DoorEvents {
  message(message: Incoming): void;
  /** It is closed, or could not be opened; told once. */
  closed(code: number, reason: string): void;
}
