// DEVELOPMENT STAND-IN for the client service: real page, real doors, faked data. Never part of a release.
// usage: node dev/mock-client.mjs [port]
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MockLive } from './mock-live.mjs';

const HERE = import.meta.dirname;
const { WebSocketServer } = createRequire(path.join(HERE, '../e2e/package.json'))('ws');
const UI = path.join(HERE, '../target/classes/META-INF/peek-ui');
const NOOP = path.join(HERE, '../../plugins/noop/src/main/webapp/client');
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const PASSWORD = 'right';

export class MockClient {
  live = new MockLive();
  /** Which doors open. */
  doors = { websocket: true, http: true };
  #sessions = new Map();
  #sockets = new WebSocketServer({ noServer: true });
  #server = http.createServer((request, response) => {
    Promise.resolve()
      .then(() => this.#answer(request, response))
      .catch(failed => response.writeHead(500).end(String(failed)));
  });
  #beats;

  async start(port) {
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#beats = setInterval(() => this.live.beatAll(), this.live.beat * 1_000);
    return this;
  }

  async stop() {
    clearInterval(this.#beats);
    this.live.drop(1001);
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  /** Closes these doors, and every connection. */
  shut(...ways) {
    ways.forEach(way => (this.doors[way] = false));
    this.live.drop(1001);
  }

  open() {
    this.doors = { websocket: true, http: true };
  }

  /** Every session is over. */
  expire() {
    this.#sessions.clear();
    this.live.drop(4401);
  }

  #userOf(request) {
    return this.#sessions.get(/peek-device=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]);
  }

  // ---- doors ---------------------------------------------------------------------------------------------------------------------------------------

  #upgrade(request, socket, head) {
    const user = this.#userOf(request);
    if (!user || !this.doors.websocket) {
      socket.end(`HTTP/1.1 ${user ? '503 Service Unavailable' : '401 Unauthorized'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, peer => {
      let id;
      peer.on('message', data => {
        const [header, body] = lines(data.toString());
        if (header.t === 'hello') {
          id = this.live.open(user, text => peer.send(Buffer.from(text)), code => peer.close(code));
        } else {
          this.live.hear(id, header, body);
        }
      });
      peer.on('close', () => this.live.gone(id));
    });
  }

  #events(user, response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const send = text => response.write(`${text.split('\n').map(line => `data: ${line}`).join('\n')}\n\n`);
    const id = this.live.open(user, send, () => response.end());
    response.on('close', () => this.live.gone(id));
  }

  async #messages(request, response) {
    const id = request.headers['x-peek-connection'];
    if (!this.live.connections.has(id)) {
      return response.writeHead(404).end();
    }
    const said = (await read(request)).split('\n');
    for (let line = 0; line + 1 < said.length; line += 2) {
      this.live.hear(id, JSON.parse(said[line]), said[line + 1]);
    }
    return response.writeHead(202).end();
  }

  // ---- everything else -----------------------------------------------------------------------------------------------------------------------------

  async #answer(request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    const below = prefix => (pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined);
    const user = this.#userOf(request);
    if (pathname === '/client/session') {
      return this.#session(request, response, user);
    }
    if (below('/client/ui/')) {
      return sendFile(response, path.join(UI, path.normalize(`/${below('/client/ui/')}`)));
    }
    if (pathname === '/client/page-worker.js') {
      return sendWorker(response);
    }
    if (pathname === '/client/page/noop/') {
      return sendPage(response);
    }
    if (!user) {
      return response.writeHead(401).end();
    }
    if (below('/client/noop/')) {
      return sendFile(response, path.join(NOOP, path.normalize(`/${below('/client/noop/')}`)));
    }
    if (below('/client/fallback/') && !this.doors.http) {
      return response.writeHead(503).end();
    }
    if (pathname === '/client/fallback/events') {
      return this.#events(user, response);
    }
    if (pathname === '/client/fallback/messages') {
      return this.#messages(request, response);
    }
    return response.writeHead(404).end();
  }

  async #session(request, response, user) {
    if (request.method === 'POST') {
      const { name, password } = JSON.parse(await read(request));
      return password === PASSWORD ? this.#signIn(response, { name, roles: [] }) : response.writeHead(401).end();
    }
    if (request.method === 'DELETE') {
      this.#sessions.forEach((other, id) => other === user && this.#sessions.delete(id));
      return response.writeHead(204).end();
    }
    return user ? sendJson(response, { user }) : response.writeHead(401).end();
  }

  #signIn(response, user) {
    const id = randomBytes(12).toString('hex');
    this.#sessions.set(id, user);
    return sendJson(response, { user }, { 'set-cookie': `peek-device=${id}; Path=/client; HttpOnly; SameSite=Strict` });
  }
}

function lines(text) {
  const end = text.indexOf('\n');
  return [JSON.parse(text.slice(0, end)), text.slice(end + 1)];
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function sendJson(response, body, headers = {}) {
  return response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers }).end(JSON.stringify(body));
}

function sendFile(response, file) {
  if (!fs.existsSync(file)) {
    return response.writeHead(404).end();
  }
  return response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(fs.readFileSync(file));
}

function sendWorker(response) {
  const text = fs.readFileSync(path.join(UI, 'page-worker.js'), 'utf8');
  response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; connect-src 'self'" });
  return response.end(`const VERSION = 'stand-in';\n${text}`);
}

/** The page that the client service writes, with its policy. */
function sendPage(response) {
  const nonce = randomBytes(12).toString('base64url');
  const { imports, integrity, preload, entry, styles, styleIntegrity, icon } = JSON.parse(fs.readFileSync(path.join(UI, 'client.json'), 'utf8'));
  const below = record => Object.fromEntries(Object.entries(record).map(([key, value]) => [key.startsWith('/') ? `/client${key}` : key, value.startsWith('/') ? `/client${value}` : value]));
  const policy = [
    "default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types angular angular#bundler peek#page-worker', "worker-src 'self'",
  ];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': policy.join('; ') });
  return response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>noop</title>
<script type="importmap" nonce="${nonce}">${JSON.stringify({ imports: below(imports), integrity: below(integrity) })}</script>
<link rel="icon" href="/client${icon}">
${styles.map(url => `<link rel="stylesheet" href="/client${url}" integrity="${styleIntegrity[url]}">`).join('\n')}
${preload.map(url => `<link rel="modulepreload" href="/client${url}" integrity="${integrity[url]}">`).join('\n')}
</head>
<body data-base="/client" data-page="/client/noop/page.js">
<header><h1>noop</h1><p id="account" hidden><span id="user"></span> <button id="sign-out" type="button">Sign out</button></p><p id="sign-in-problem" class="bad" role="alert"></p></header>
<form id="sign-in" aria-label="Sign in" hidden>
<label>Name<input name="name" autocomplete="username" required></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>
<main id="page"></main>
<script type="module" nonce="${nonce}" src="/client${entry}" integrity="${integrity[entry]}"></script>
</body>
</html>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 4320);
  await new MockClient().start(port);
  console.log(`development stand-in: http://127.0.0.1:${port}/client/page/noop/  any name / ${PASSWORD}`);
}
