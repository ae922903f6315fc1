// The least that a WebSocket client can do, the same for every server: it counts frames by their headers and looks into
// one of many to see when it was sent. All sockets share one buffer, so that ten thousand of them cost next to nothing.
import net from 'node:net';
import { randomBytes } from 'node:crypto';

const BUFFER = Buffer.allocUnsafe(256 * 1024);
const PEEPHOLE = 400;
const TEXT = 1;
const CLOSE = 8;
const PING = 9;

export class RawSocket {
  /** Whether each frame is handed over with its beginning; otherwise only those whose beginning came with their header. */
  attentive = true;
  #socket;
  #head = Buffer.alloc(0); // of the handshake, or of a frame whose header was cut by a packet
  #skip = 0;
  #upgraded;
  #frames;

  /**
   * @param url http://host:port
   * @param frames {frame(socket, length, first), closed(socket, code)}; first is the beginning of the payload, or
   *     undefined when it did not come in one packet with its header and nobody is attentive
   */
  static open(url, path, headers, frames) {
    const socket = new RawSocket(frames);
    return socket.#open(new URL(url), path, headers);
  }

  constructor(frames) {
    this.#frames = frames;
  }

  #open(url, path, headers) {
    return new Promise((resolve, reject) => {
      this.#upgraded = resolve;
      let refused = reject;
      this.#socket = net.connect({
        host: url.hostname,
        port: Number(url.port),
        noDelay: true,
        onread: {
          buffer: BUFFER,
          callback: (length, buffer) => {
            try {
              this.#read(buffer.subarray(0, length));
            } catch (problem) {
              this.#socket.destroy();
              refused(problem);
            }
            return true;
          },
        },
      });
      this.#socket.on('connect', () => this.#socket.write(handshake(url, path, headers)));
      this.#socket.on('error', problem => refused(problem));
      this.#socket.on('close', () => {
        refused(new Error('closed before it was open'));
        this.#frames.closed(this, this.code ?? 1006);
      });
    });
  }

  #read(bytes) {
    if (this.#upgraded) {
      this.#head = Buffer.concat([this.#head, bytes]);
      const end = this.#head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const status = this.#head.toString('latin1', 0, end);
      if (!status.startsWith('HTTP/1.1 101')) throw new Error(`refused: ${this.#head.toString('latin1').slice(0, 300)}`);
      const opened = this.#upgraded;
      const rest = Buffer.from(this.#head.subarray(end + 4));
      this.#upgraded = undefined;
      this.#head = Buffer.alloc(0);
      opened(this);
      this.#parse(rest);
    } else {
      this.#parse(bytes);
    }
  }

  #parse(bytes) {
    if (this.#head.length) {
      bytes = Buffer.concat([this.#head, bytes]);
      this.#head = Buffer.alloc(0);
    }
    let at = Math.min(this.#skip, bytes.length);
    this.#skip -= at;
    while (at < bytes.length) {
      const length = bytes[at + 1] & 127;
      const header = length === 126 ? 4 : length === 127 ? 10 : 2;
      if (bytes.length - at < header || bytes.length - at < 2) {
        this.#head = Buffer.from(bytes.subarray(at));
        return;
      }
      const size = length === 126 ? bytes.readUInt16BE(at + 2) : length === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : length;
      const opcode = bytes[at] & 15;
      const whole = at + header + Math.min(size, PEEPHOLE) <= bytes.length;
      if (!whole && this.attentive) {
        this.#head = Buffer.from(bytes.subarray(at));
        return;
      }
      at += header;
      this.#frame(opcode, size, whole ? bytes.subarray(at, at + Math.min(size, PEEPHOLE)) : undefined);
      const here = Math.min(size, bytes.length - at);
      this.#skip = size - here;
      at += here;
    }
  }

  #frame(opcode, size, first) {
    if (opcode === PING) {
      this.#write(10, first?.toString('latin1') ?? '');
    } else if (opcode === CLOSE) {
      this.code = first?.length >= 2 ? first.readUInt16BE(0) : 1005;
      this.#socket.end();
    } else {
      this.#frames.frame(this, size, first);
    }
  }

  send(text) {
    this.#write(TEXT, text);
  }

  /** Every frame of a client is masked; a mask of zeros leaves the bytes as they are. */
  #write(opcode, text) {
    const body = Buffer.from(text);
    const long = body.length > 125;
    const frame = Buffer.alloc((long ? 8 : 6) + body.length);
    frame[0] = 128 | opcode;
    frame[1] = 128 | (long ? 126 : body.length);
    if (long) frame.writeUInt16BE(body.length, 2);
    body.copy(frame, long ? 8 : 6);
    this.#socket.write(frame);
  }

  /** Stops to read, as a device does whose page is frozen. */
  pause() {
    this.#socket.pause();
  }

  close() {
    this.#socket.destroy();
  }
}

function handshake(url, path, headers) {
  const all = {
    Host: url.host,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Version': '13',
    ...headers,
  };
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}
