// A device as docs/live-data.md asks for one: it comes back by itself with the versions that it has, keeps its actions until
// they are answered, and tells what came against the protocol.
import { createHash, randomUUID } from 'node:crypto';
import WebSocket from 'ws';

const PAUSE = 200;
const LONGEST_PAUSE = 10_000;
const UNANSWERED = 30_000;
const BEAT = 20_000;

export const versionOf = body => createHash('sha256').update(body).digest().subarray(0, 12).toString('base64url');

export class Device {
  faults = [];
  connections = 0;
  #url;
  #headers;
  #name = randomUUID();
  #values = new Map();
  #waiting = [];
  #answers = new Map();
  #number = 0;
  #pause;
  #socket;
  #welcome = false;
  #closed = false;
  #timers = new Set();

  /** @param longestPause between two tries to connect, in ms */
  constructor(url, headers, longestPause = LONGEST_PAUSE) {
    this.#url = url.replace('http', 'ws') + '/client/live';
    this.#headers = headers;
    this.#pause = PAUSE;
    this.longestPause = longestPause;
    this.#connect();
    this.#every(BEAT, () => this.#say({ t: 'beat' }));
  }

  #connect() {
    if (this.#closed) return;
    const socket = new WebSocket(this.#url, { headers: this.#headers, handshakeTimeout: 10_000 });
    this.#socket = socket;
    let heard = Date.now();
    const lost = code => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#welcome = false;
      if (code === 4400 || code === 4403) this.faults.push(`closed with ${code}`);
      this.#after(Math.random() * this.#pause, () => this.#connect());
      this.#pause = Math.min(this.#pause * 2, this.longestPause);
    };
    const watch = this.#every(5_000, () => {
      if (this.#socket !== socket) return this.#stop(watch);
      if (Date.now() - heard > 60_000) socket.terminate();
    });
    socket.on('open', () => this.#say({ t: 'hello', protocol: 1, device: this.#name }));
    socket.on('message', bytes => {
      heard = Date.now();
      if (this.#socket === socket) this.#received(bytes);
    });
    socket.on('close', lost);
    socket.on('error', () => socket.terminate());
  }

  #received(bytes) {
    const end = bytes.indexOf(10);
    const header = JSON.parse(bytes.toString('utf8', 0, end));
    const body = bytes.subarray(end + 1);
    switch (header.t) {
      case 'welcome':
        this.#welcome = true;
        this.connections++;
        this.#pause = PAUSE;
        this.#ask([...this.#values.keys()]);
        this.#sendFirst();
        break;
      case 'value':
        this.#keep(header, body);
        break;
      case 'patch':
        this.#patch(header, body);
        break;
      case 'done':
      case 'refused':
        this.#answered(header, body);
        break;
      case 'later':
        this.#after(header.after, () => this.#sendFirst());
        break;
      case 'answer':
      case 'failed':
        this.#answers.get(header.id)?.(header.t === 'answer' ? JSON.parse(body) : undefined);
        this.#answers.delete(header.id);
        break;
      case 'trouble':
        if (header.lasting) this.faults.push(JSON.stringify(header));
        break;
      case 'same':
      case 'beat':
        break;
      default:
        this.faults.push(`unexpected ${JSON.stringify(header)}`);
    }
  }

  observe(selector) {
    this.#values.set(selector, { version: undefined, body: undefined, count: 0 });
    if (this.#welcome) this.#ask([selector]);
  }

  #ask(selectors) {
    if (selectors.length) this.#say({ t: 'observe', items: selectors.map(s => ({ s, v: this.#values.get(s).version })) });
  }

  #keep(header, body) {
    const held = this.#values.get(header.s);
    if (!held) {
      this.faults.push(`not observed: ${header.s}`);
      return;
    }
    if (versionOf(body) !== header.v) this.faults.push(`not of its version: ${JSON.stringify(header)}`);
    held.version = header.v;
    held.body = Buffer.from(body);
    held.count++;
  }

  #patch(header, body) {
    const held = this.#values.get(header.s);
    if (held?.version !== header.from) {
      this.#say({ t: 'whole', s: header.s });
      return;
    }
    const list = JSON.parse(held.body);
    for (const { op, path, value } of JSON.parse(body)) {
      const at = Number(path.slice(1));
      if (op === 'add') list.splice(at, 0, value);
      else if (op === 'remove') list.splice(at, 1);
      else list[at] = value;
    }
    this.#keep(header, Buffer.from(JSON.stringify(list)));
  }

  /** Does an action when those before it are answered; resolves with { done, header, body }. */
  act(action, content) {
    return new Promise(answered => {
      this.#waiting.push({ id: randomUUID(), n: ++this.#number, action, content, answered });
      if (this.#waiting.length === 1) this.#sendFirst();
    });
  }

  #sendFirst() {
    const [first] = this.#waiting;
    if (!first || !this.#welcome) return;
    this.#say({ t: 'act', id: first.id, a: first.action, n: first.n }, first.content);
    this.#after(UNANSWERED, () => this.#waiting[0] === first && this.#sendFirst());
  }

  #answered(header, body) {
    if (this.#waiting[0]?.id !== header.id) return;
    const first = this.#waiting.shift();
    first.answered({ done: header.t === 'done', header, body: body.length ? JSON.parse(body) : undefined });
    this.#sendFirst();
  }

  /** Asks once; undefined when there was no answer. */
  ask(query, content, timeout) {
    const id = randomUUID();
    this.#say({ t: 'ask', id, q: query, timeout }, content);
    return new Promise(answered => {
      this.#answers.set(id, answered);
      this.#after(timeout + 1_000, () => answered(undefined));
    });
  }

  #say(header, content) {
    if (this.#socket?.readyState === WebSocket.OPEN)
      this.#socket.send(`${JSON.stringify(header)}\n${content === undefined ? '' : JSON.stringify(content)}`);
  }

  #after(time, deed) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      deed();
    }, time);
    this.#timers.add(timer);
  }

  #every(time, deed) {
    const timer = setInterval(deed, time);
    this.#timers.add(timer);
    return timer;
  }

  #stop(timer) {
    clearInterval(timer);
    this.#timers.delete(timer);
  }

  /** The newest value, or undefined. */
  value(selector) {
    const body = this.#values.get(selector)?.body;
    return body === undefined ? undefined : JSON.parse(body);
  }

  version(selector) {
    return this.#values.get(selector)?.version;
  }

  waiting() {
    return this.#waiting.length;
  }

  get connected() {
    return this.#welcome;
  }

  close() {
    this.#closed = true;
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#socket?.terminate();
  }
}
