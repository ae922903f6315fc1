// Shows a plugin's page without a network: keeps the page and the files that it is made of, as they came last. The network comes first, always.
// What people see and do is not kept here; live data has its own store. The client service writes VERSION before this text.
/* global VERSION */
const PREFIX = 'peek-page-';
const CACHE = PREFIX + VERSION;
const MOST_KEPT = 400;
const ROOT = new URL('.', self.location.href).pathname;
const FILE = /\.(?:js|css|svg|png|webp|jpg|ico|woff2?|webmanifest)$/;

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', event => {
  event.waitUntil(Promise.all([dropOlderVersions(), self.clients.claim()]));
});

self.addEventListener('fetch', event => {
  if (isKept(event.request)) {
    event.respondWith(networkFirst(event));
  }
});

/** What a page was made of before this worker watched it. */
self.addEventListener('message', event => {
  if (Array.isArray(event.data?.keep)) {
    event.waitUntil(keepAll(event.data.keep));
  }
});

/** Pages and files by their address; never a door, a session or an answer to a script. */
function isKept({ method, mode, url, destination }) {
  return method === 'GET' && (mode === 'navigate' ? isPage(url) : destination !== '' && isFile(url));
}

function isPage(url) {
  const { origin, pathname } = new URL(url);
  return origin === self.location.origin && pathname.startsWith(`${ROOT}page/`);
}

function isFile(url) {
  const { origin, pathname } = new URL(url);
  return origin === self.location.origin && pathname.startsWith(ROOT) && FILE.test(pathname);
}

async function networkFirst(event) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(event.request);
    if (isWhole(response)) {
      event.waitUntil(put(cache, event.request.url, response.clone()));
    }
    return response.status < 500 ? response : ((await kept(cache, event.request.url)) ?? response);
  } catch (unreachable) {
    const last = await kept(cache, event.request.url);
    if (last) {
      return last;
    }
    throw unreachable;
  }
}

async function keepAll(urls) {
  const cache = await caches.open(CACHE);
  for (const url of urls.filter(one => typeof one === 'string' && (isPage(one) || isFile(one)))) {
    if (!(await kept(cache, url))) {
      const response = await fetch(url);
      if (isWhole(response)) {
        await put(cache, url, response);
      }
    }
  }
}

function isWhole(response) {
  return response.status === 200 && response.type === 'basic' && !response.redirected;
}

function kept(cache, url) {
  return cache.match(url, { ignoreVary: true });
}

/** Keeps the newest: what was put in first goes first. */
async function put(cache, url, response) {
  await cache.delete(url, { ignoreVary: true });
  await cache.put(url, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_KEPT)).map(key => cache.delete(key)));
}

async function dropOlderVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && name !== CACHE).map(name => caches.delete(name)));
}
