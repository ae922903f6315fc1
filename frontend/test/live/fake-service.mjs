import { live } from './modules.mjs';

const later = deed => void Promise.resolve().then(deed);

/** A connection as the service sees it. */
class Connection {
  constructor(service, transport, device) {
    Object.assign(this, { service, transport, device, open: true, id: `c${service.connections.length + 1}` });
  }

  welcome() {
    this.service.connections.push(this);
    this.say({ t: 'welcome', connection: this.id, user: this.service.user, beat: 10 });
  }

  hear(header, body) {
    this.service.heard.push({ ...header, ...(body ? { body: JSON.parse(body) } : {}), on: this.id });
  }
}

/** A WebSocket whose other end is the fake service. */
class FakeSocket extends Connection {
  constructor(service) {
    super(service, 'websocket');
    later(() => (service.away || service.socketsBlocked || !service.user ? this.die(1006) : this.onopen?.()));
  }

  send(text) {
    const { header, body } = live.decode(text);
    if (header.t === 'hello') {
      this.device = header.device;
      later(() => this.welcome());
    } else if (this.open) {
      this.hear(header, body);
    }
  }

  say(header, body = '') {
    this.onmessage?.({ data: new TextEncoder().encode(`${JSON.stringify(header)}\n${body}`).buffer });
  }

  die(code) {
    this.open = false;
    later(() => this.onclose?.({ code, reason: 'test' }));
  }

  close() {
    this.open = false;
  }
}

/** Server-sent events whose other end is the fake service. */
class FakeEvents extends Connection {
  constructor(service, device) {
    super(service, 'http', device);
    later(() => (service.away || service.eventsBlocked || !service.user ? this.die() : this.welcome()));
  }

  say(header, body = '') {
    this.onmessage?.({ data: `${JSON.stringify(header)}\n${body}` });
  }

  die() {
    this.open = false;
    later(() => this.onerror?.());
  }

  close() {
    this.open = false;
  }
}

/** The client service of docs/live-data.md, as far as a device can tell. A test says what it answers. */
export class FakeService {
  user = { name: 'ada', roles: ['reader'] };
  away = false;
  socketsBlocked = false;
  eventsBlocked = false;
  tries = [];
  connections = [];
  heard = [];
  requests = [];

  get connection() {
    return this.connections.at(-1);
  }

  /** Messages of one kind, beats left out. */
  heardOf(kind) {
    return this.heard.filter(({ t }) => t === kind);
  }

  say(header, body) {
    this.connection.say(header, body === undefined ? '' : JSON.stringify(body));
  }

  open(clock, transport, device, events) {
    this.tries.push(transport);
    if (transport === 'websocket') {
      return new live.SocketDoor(new FakeSocket(this), device, events);
    }
    return new live.FallbackDoor({ clock, events: new FakeEvents(this, device), post: (...request) => this.post(...request) }, events);
  }

  async post(id, text) {
    this.requests.push(text);
    const connection = this.connections.find(candidate => candidate.id === id && candidate.open);
    if (this.away) {
      throw new TypeError('Failed to fetch');
    }
    if (!connection) {
      return { status: 404 };
    }
    const lines = text.split('\n').slice(0, -1);
    for (let line = 0; line < lines.length; line += 2) {
      connection.hear(JSON.parse(lines[line]), lines[line + 1]);
    }
    return { status: 202 };
  }

  async request(method, body) {
    if (this.away) {
      throw new TypeError('Failed to fetch');
    }
    if (method === 'POST') {
      this.user = body.password === 'right' ? { name: body.name, roles: [] } : undefined;
    } else if (method === 'DELETE') {
      this.user = undefined;
    }
    return new Response(this.user && JSON.stringify({ user: this.user }), { status: this.user ? 200 : method === 'DELETE' ? 200 : 401 });
  }
}
