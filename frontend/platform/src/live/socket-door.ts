import { type Door, type DoorEvents, NOT_THIS_PROTOCOL } from './door';
import { type OutgoingHeader, decode, encode } from './message';

/** The WebSocket `/client/live`: text frames out, binary frames in. */
export class SocketDoor implements Door {
  readonly transport = 'websocket';

  /**
   * @param socket just made
   * @param device this device's identifier
   */
  constructor(
    private readonly socket: WebSocket,
    device: string,
    events: DoorEvents,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => this.send({ t: 'hello', protocol: 1, device });
    socket.onclose = ({ code, reason }) => events.closed(code, reason);
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      try {
        events.message(decode(data));
      } catch (unreadable) {
        this.close();
        events.closed(NOT_THIS_PROTOCOL, String(unreadable));
      }
    };
  }

  send(header: OutgoingHeader, body?: string): void {
    this.socket.send(encode(header, body));
  }

  close(): void {
    this.socket.onopen = this.socket.onclose = this.socket.onmessage = null; // null is what the browser's interface asks for
    this.socket.close();
  }
}
