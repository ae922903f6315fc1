// DEVELOPMENT STAND-IN for the server: real pages, real headers, faked REST API. Never part of a release.
// usage: node dev/mock-server.mjs [port] [--installed] [--slow]
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { MockPlatform } from './mock-platform.mjs';

const UI = path.resolve(import.meta.dirname, '../target/classes/META-INF/peek-ui');
const PLUGIN_PAGES = path.resolve(import.meta.dirname, '../target/dev-plugins');
const PORT = Number(process.argv.slice(2).find(argument => /^\d+$/.test(argument)) ?? 4310);
const SLOW = process.argv.includes('--slow');
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

const platform = new MockPlatform();
if (process.argv.includes('--installed')) {
  platform.populate();
}
const account = { name: 'admin', password: 'one-time-password', mustChangePassword: true };
const sessions = new Map();

// ---- pages -----------------------------------------------------------------------------------------------------------------------------------------

const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

function pagesOf(id) {
  const file = path.join(PLUGIN_PAGES, id, 'ui-manifest.json');
  return fs.existsSync(file) ? readJson(file) : undefined;
}

function pluginPages() {
  return [...platform.plugins.values()]
    .filter(plugin => plugin.state === 'RUNNING')
    .map(plugin => ({ plugin, pages: pagesOf(plugin.id) }))
    .filter(({ pages }) => pages);
}

function pluginImports({ plugin, pages }) {
  return Object.fromEntries(Object.entries(pages.modules).map(([specifier, file]) => [specifier, `/ui/p/${plugin.id}/${file}`]));
}

function indexPage(nonce) {
  const ui = readJson(path.join(UI, 'index.json'));
  const imports = Object.assign({ ...ui.imports }, ...pluginPages().map(pluginImports));
  const own = pluginPages().flatMap(({ plugin, pages }) => Object.entries(pages.files).map(([file, hash]) => [`/ui/p/${plugin.id}/${file}`, hash]));
  const map = JSON.stringify({ imports, integrity: { ...ui.integrity, ...Object.fromEntries(own) } });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Peek</title><base href="/admin/">
<link rel="icon" href="${ui.icon}">
${ui.styles.map(url => `<link rel="stylesheet" href="${url}" integrity="${ui.styleIntegrity[url]}">`).join('\n')}
<script type="importmap" nonce="${nonce}">${map}</script>
${ui.preload.map(url => `<link rel="modulepreload" href="${url}" integrity="${ui.integrity[url]}">`).join('\n')}
<script type="module" src="${ui.entry}"></script>
</head>
<body><peek-admin ngCspNonce="${nonce}"></peek-admin></body>
</html>`;
}

function sendIndex(response) {
  const nonce = randomBytes(12).toString('base64');
  const policy = [
    "default-src 'self'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self' ws: wss:", "img-src 'self' data:",
    "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types angular angular#bundler',
  ];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': policy.join('; ') });
  response.end(indexPage(nonce));
}

function sendFile(request, response, root, name) {
  const file = path.join(root, path.normalize(`/${name}`));
  if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
    return sendProblem(response, 404, 'Not found', `There is no file ${name}.`);
  }
  const brotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && fs.existsSync(`${file}.br`);
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    ...(brotli ? { 'content-encoding': 'br' } : {}),
  });
  return response.end(fs.readFileSync(brotli ? `${file}.br` : file));
}

function redirectModule(response, rest) {
  const url = Object.assign({}, ...pluginPages().map(pluginImports))[`@peek/${rest}`];
  if (!url) {
    return sendProblem(response, 404, 'Not found', `No plugin has the module @peek/${rest}.`);
  }
  response.writeHead(302, { location: url, 'cache-control': 'no-store' });
  return response.end();
}

// ---- REST API --------------------------------------------------------------------------------------------------------------------------------------

function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function sendProblem(response, status, title, detail, more = {}) {
  send(response, status, { type: 'about:blank', title, status, detail, problems: [], ...more }, { 'content-type': 'application/problem+json' });
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
    if (SLOW) {
      await new Promise(done => setTimeout(done, 40));
    }
  }
  return Buffer.concat(chunks);
}

function sessionOf(request) {
  const id = /peek-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return sessions.get(id);
}

function sessionJson(session) {
  return { account: { name: account.name, roles: ['administrator'] }, csrf: session.csrf, mustChangePassword: account.mustChangePassword };
}

async function signIn(request, response) {
  const { name, password } = JSON.parse(await readBody(request));
  if (name !== account.name || password !== account.password) {
    return sendProblem(response, 401, 'Not signed in', 'Name or password is wrong.');
  }
  const id = randomBytes(12).toString('hex');
  sessions.set(id, { id, csrf: randomBytes(12).toString('hex') });
  return send(response, 200, sessionJson(sessions.get(id)), { 'set-cookie': `peek-session=${id}; Path=/; HttpOnly; SameSite=Strict` });
}

async function changePassword(request, response) {
  const { current, replacement } = JSON.parse(await readBody(request));
  if (current !== account.password) {
    return sendProblem(response, 422, 'Refused', 'The current password is wrong.', { code: 'PEEK-5003' });
  }
  Object.assign(account, { password: replacement, mustChangePassword: false });
  return send(response, 204);
}

async function upload(request, response, query) {
  const checked = platform.check(query.get('fileName') ?? 'greeting-1.0.0.zip', await readBody(request));
  if (checked.problems) {
    return sendProblem(response, 422, 'Refused', 'The archive was refused.', { code: 'PEEK-2000', problems: checked.problems });
  }
  return send(response, 201, checked.upload);
}

function uiManifest() {
  const { angular } = readJson(path.join(UI, 'index.json'));
  const plugins = pluginPages().map(shown => ({
    id: shown.plugin.id,
    title: shown.plugin.title,
    entry: shown.pages.apps.admin.entry,
    imports: pluginImports(shown),
    revision: shown.plugin.version,
    builtWith: shown.pages.builtWith,
    ...(shown.pages.builtWith.angular === angular ? {} : { error: `built with Angular ${shown.pages.builtWith.angular}, the platform runs ${angular}; rebuild the plugin` }),
  }));
  return { app: 'admin', angular, revision: String(platform.revision), plugins: [...plugins, ...brokenPages()] };
}

/** Two plugins whose pages cannot be shown, for the cards: one refused by the server, one whose file is missing. */
function brokenPages() {
  const page = (id, more) => ({ id, title: platform.plugins.get(id)?.title, entry: `@peek/${id}/_private/admin-app`, imports: {}, revision: '1', builtWith: { angular: '21.2.24' }, ...more });
  return [
    page('rounds', { builtWith: { angular: '20.3.33' }, error: 'built with Angular 20.3.33, the platform runs 21.2.24; rebuild the plugin' }),
    page('soap', {}),
  ].filter(({ id }) => platform.plugins.has(id));
}

const ROUTES = [
  ['GET', /^session$/, (request, response) => send(response, 200, sessionJson(sessionOf(request)))],
  ['PUT', /^session\/password$/, changePassword],
  ['DELETE', /^session$/, (request, response) => sessions.delete(sessionOf(request).id) && send(response, 204)],
  ['POST', /^uploads$/, upload],
  ['DELETE', /^uploads\/(.+)$/, (_request, response, _query, [id]) => platform.uploads.delete(id) && send(response, 204)],
  ['POST', /^uploads\/(.+)\/install$/, (_request, response, _query, [id]) => send(response, 202, { operation: platform.install(platform.uploads.get(id)) })],
  ['GET', /^operations$/, (_request, response) => send(response, 200, { operations: platform.operations.slice(0, 20) })],
  ['GET', /^operations\/(.+)$/, (_request, response, _query, [id]) => {
    const found = platform.operations.find(operation => operation.id === id);
    return found ? send(response, 200, found) : sendProblem(response, 404, 'Not found', `There is no operation ${id}.`);
  }],
  ['GET', /^plugins$/, (_request, response) => send(response, 200, { plugins: [...platform.plugins.values()] })],
  ['POST', /^plugins\/(.+)\/(stop|start)$/, (_request, response, _query, [id, kind]) => send(response, 202, { operation: platform.change(id, kind.toUpperCase()) })],
  ['DELETE', /^plugins\/(.+)$/, (_request, response, _query, [id]) => send(response, 202, { operation: platform.change(id, 'UNINSTALL') })],
  ['GET', /^instances$/, (_request, response) => send(response, 200, { instances: platform.instances })],
  ['GET', /^ui\/manifest$/, (_request, response) => send(response, 200, uiManifest())],
];

function callApi(request, response, name, query) {
  if (name === 'session' && request.method === 'POST') {
    return signIn(request, response);
  }
  const session = sessionOf(request);
  if (!session) {
    return sendProblem(response, 401, 'Not signed in', 'Sign in first.');
  }
  if (request.method !== 'GET' && request.headers['x-peek-csrf'] !== session.csrf) {
    return sendProblem(response, 403, 'Refused', 'The header X-Peek-Csrf is missing or wrong.');
  }
  for (const [method, pattern, answer] of ROUTES) {
    const match = method === request.method && pattern.exec(name);
    if (match) {
      return answer(request, response, query, match.slice(1));
    }
  }
  return sendProblem(response, 404, 'Not found', `There is no resource ${name}.`);
}

function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const at = prefix => (pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined);
  if (at('/api/v1/') !== undefined) {
    return callApi(request, response, at('/api/v1/'), searchParams);
  }
  if (at('/ui/m/') !== undefined) {
    return redirectModule(response, at('/ui/m/'));
  }
  if (at('/ui/p/') !== undefined) {
    return sendFile(request, response, PLUGIN_PAGES, at('/ui/p/'));
  }
  if (at('/ui/') !== undefined) {
    return sendFile(request, response, UI, at('/ui/'));
  }
  if (at('/server/') !== undefined) {
    return send(response, 200, { agent: 'pong from agent1', worker: 'task 7 done on worker1', database: 'row 1', client: 'hello from client1' });
  }
  return sendIndex(response);
}

http
  .createServer((request, response) => {
    Promise.resolve()
      .then(() => answer(request, response))
      .catch(failed => sendProblem(response, 500, 'Failed', failed.message));
  })
  .listen(PORT, '127.0.0.1', () => console.log(`development stand-in: http://127.0.0.1:${PORT}/admin/  admin / ${account.password}`));
