// The servers that are measured, each with its own way to say the same.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RawSocket } from './raw-socket.mjs';
import { until } from './processes.mjs';

/** Peek: server, broker and client service. */
export class Peek {
  name = 'Peek';
  beat = '{"t":"beat"}\n';
  #platform;

  constructor(platform) {
    this.#platform = platform;
  }

  async open(index, frames) {
    const socket = await RawSocket.open(this.#platform.client, '/client/live', this.#platform.headers, frames);
    socket.send(`{"t":"hello","protocol":1,"device":"crowd-${index}"}\n`);
    return socket;
  }

  observe(socket, series) {
    socket.send(`{"t":"observe","items":[{"s":"noop.Reading?series=${series}"}]}\n`);
  }

  observes(first) {
    return first.includes('"t":"value"');
  }

  load(load) {
    return this.#platform.load(load);
  }

  async state() {
    const services = ['server', 'client'];
    return {
      cpu: services.reduce((sum, service) => sum + this.#platform.cpu(service), 0),
      heap: await this.#platform.live('client'),
      rss: this.#platform.resident('client'),
    };
  }

  cpu() {
    return this.#platform.cpu('server') + this.#platform.cpu('client');
  }

  close() {}
}

/** A plain server in Node. */
class Peer {
  #process;
  #url;

  constructor(name, port) {
    this.name = name;
    this.#url = `http://127.0.0.1:${port}`;
    const script = fileURLToPath(new URL('peer.mjs', import.meta.url));
    this.#process = spawn(process.execPath, ['--expose-gc', script, name, String(port)], { stdio: 'inherit' });
  }

  get url() {
    return this.#url;
  }

  ready() {
    return until(`${this.name} answers`, 30_000, () => this.#ask('GET', '/state'));
  }

  async #ask(method, path, body) {
    const response = await fetch(this.#url + path, { method, body: body && JSON.stringify(body) });
    return response.json();
  }

  load(load) {
    return this.#ask('POST', '/load', load);
  }

  async state() {
    const { cpu, heap, rss } = await this.#ask('GET', '/state');
    return { cpu, heap: heap / 2 ** 20, rss: rss / 2 ** 20 };
  }

  async cpu() {
    return (await this.state()).cpu;
  }

  close() {
    this.#process.kill();
  }
}

export class PlainWs extends Peer {
  constructor(port) {
    super('ws', port);
  }

  open(index, frames) {
    return RawSocket.open(this.url, '/live', {}, frames);
  }

  observe(socket, series) {
    socket.send(JSON.stringify({ observe: [series] }));
  }

  observes(first) {
    return first.includes('observed');
  }
}

export class SocketIo extends Peer {
  constructor(port) {
    super('socket.io', port);
  }

  /** Its handshake by hand: `0{…}` from the server, `40` to it, `40{…}` back; an event is `42[…]`. */
  async open(index, frames) {
    let joined;
    const open = new Promise(resolve => (joined = resolve));
    let waits = true;
    const socket = await RawSocket.open(this.url, '/socket.io/?EIO=4&transport=websocket', {}, {
      frame(from, length, first) {
        if (!waits) {
          frames.frame(from, length, first);
        } else if (first?.[0] === 48) {
          from.send('40');
        } else {
          waits = false;
          joined();
        }
      },
      closed: (from, code) => frames.closed(from, code),
    });
    await open;
    return socket;
  }

  observe(socket, series) {
    socket.send(`42${JSON.stringify(['observe', series])}`);
  }

  observes(first) {
    return first.includes('observed');
  }
}
