import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, collect } from './browser.mjs';
import { live } from './modules.mjs';

const READING = { tuple: 'noop.Reading' };
const KEY = 'noop.Reading';
const count = live.queryType('noop.CountNotes').of({});

async function connected() {
  const browser = new Browser();
  const page = await browser.page();
  return { browser, page, service: browser.service };
}

test('says how things stand', async () => {
  const browser = new Browser();
  const page = await browser.page({ ready: false });
  assert.deepEqual(page.connection(), { state: 'connecting' });
  await browser.settle();
  assert.deepEqual(page.connection(), { state: 'online', transport: 'websocket', user: browser.service.user });
  assert.equal(browser.service.connection.device, 'device-of-ada');

  browser.service.away = true;
  browser.service.connection.die(1006);
  await browser.settle();
  assert.deepEqual(page.connection(), { state: 'offline', user: browser.service.user });
});

test('comes back by itself, later and later, and at once when the network does', async () => {
  const { browser, page, service } = await connected();
  browser.random = 1;
  service.away = true;
  service.connection.die(1006);
  await browser.clock.advance(0);
  await browser.clock.advance(60_000);
  assert.equal(service.tries.length, 1 + 10, '0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10, 10, 10');
  service.away = false;
  browser.watchers.forEach(watcher => watcher.awake());
  await browser.settle();
  assert.equal(page.connection().state, 'online');
  assert.deepEqual(new Set(service.tries), new Set(['websocket']), 'a service that is away is no reason for the fallback');
});

test('says at once that the network is gone, and connects at once when it is back', async () => {
  const { browser, page, service } = await connected();
  const observed = collect(page.observe(READING));
  await browser.settle();
  service.say({ t: 'value', s: KEY, v: 'v'.padEnd(16) }, ['known']);
  service.away = true;
  browser.watchers.forEach(watcher => watcher.networkLost());
  assert.deepEqual(page.connection(), { state: 'offline', user: service.user });
  assert.equal(service.connections[0].open, false);
  assert.notEqual(observed.last.from, 'live');
  await browser.clock.advance(60_000);
  assert.equal(page.connection().state, 'offline', 'it is tried, and does not succeed');

  service.away = false;
  browser.watchers.forEach(watcher => watcher.networkBack());
  await browser.settle();
  assert.equal(page.connection().state, 'online');
});

test('a service that is reached without a network is used', async () => {
  const { browser, page } = await connected();
  browser.watchers.forEach(watcher => watcher.networkLost());
  await browser.clock.advance(1_000);
  assert.equal(page.connection().state, 'online');
});

test('a network that comes or goes signs nobody in or out', async () => {
  const { browser, page, service } = await connected();
  service.connection.die(4401);
  await browser.settle();
  browser.watchers.forEach(watcher => watcher.networkLost());
  assert.equal(page.connection().state, 'signed-out');
});

test('a connection that dies at once does not begin the waits anew, one that lived does', async () => {
  const { browser, service } = await connected();
  browser.random = 1;
  for (const wait of [200, 400, 800]) {
    const before = service.connections.length;
    service.connection.die(1013);
    await browser.clock.advance(wait - 1);
    assert.equal(service.connections.length, before);
    await browser.clock.advance(1);
    assert.equal(service.connections.length, before + 1, `after ${wait} ms`);
  }
  await browser.clock.advance(5_000);
  service.connection.die(1013);
  await browser.clock.advance(200);
  assert.equal(service.connections.length, 5);
});

test('silence for three beats ends a connection', async () => {
  const { browser, service } = await connected();
  await browser.clock.advance(31_000);
  assert.equal(service.connections[0].open, false);
  assert.equal(service.connections.length, 2);
});

for (const [code, state] of [[4400, 'refused'], [4403, 'refused'], [4401, 'signed-out']]) {
  test(`close code ${code} means ${state} and is no reason to come back`, async () => {
    const { browser, page, service } = await connected();
    service.connection.die(code);
    await browser.clock.advance(120_000);
    assert.equal(page.connection().state, state);
    assert.equal(service.connections.length, 1);
  });
}

test('who is not signed in does so, and what they observed comes', async () => {
  const browser = new Browser();
  const { service } = browser;
  service.user = undefined;
  const page = await browser.page();
  const observed = collect(page.observe(READING));
  assert.equal(page.connection().state, 'signed-out');
  assert.deepEqual(service.tries, [], 'no door is tried in vain');
  await assert.rejects(page.signIn('bob', 'wrong'), failed => failed instanceof live.SignInError && failed.failure === 'wrong');
  await assert.rejects(page.act(live.actionType('noop.AddNote').of({})).stored, /Nobody is signed in/);

  await page.signIn('bob', 'right');
  await browser.settle();
  assert.equal(page.connection().state, 'online');
  service.say({ t: 'value', s: KEY, v: 'v'.padEnd(16) }, [1]);
  assert.deepEqual(observed.last.tuples, [1]);
});

test('the door says nothing of a session that is over: plain HTTP does', async () => {
  const { browser, page, service } = await connected();
  service.user = undefined;
  service.connection.die(1006);
  await browser.clock.advance(1_000);
  assert.equal(page.connection().state, 'signed-out');
});

test('another user sees nothing of the first one’s values and actions, and the first one finds them again', async () => {
  const { browser, page, service } = await connected();
  const observed = collect(page.observe(READING));
  await browser.settle();
  service.say({ t: 'value', s: KEY, v: 'v'.padEnd(16) }, ['ada’s']);
  await browser.clock.advance(2_000);
  const deed = page.act(live.actionType('noop.AddNote').of({ text: 'ada’s' }));
  await deed.stored;
  service.connection.die(4401);
  await browser.settle();
  assert.deepEqual(observed.last.tuples, ['ada’s'], 'a session that is over takes nothing away');

  const sent = service.heardOf('act').length;
  await page.signIn('bob', 'right');
  await browser.settle();
  assert.deepEqual([observed.last.from, observed.last.tuples, page.waiting()], ['none', [], []]);
  assert.equal(service.heardOf('act').length, sent, 'nothing of it was sent in his name');
  assert.equal(service.connection.device, 'device-of-bob');
  await assert.rejects(deed.outcome, /It is kept on this device/);

  await page.signIn('ada', 'right');
  await browser.settle();
  assert.deepEqual([observed.last.from, observed.last.tuples], ['cache', ['ada’s']]);
  assert.equal(service.heardOf('act').at(-1).id, deed.id);
});

test('a welcome for another user than the one who was here last opens that one’s device', async () => {
  const { browser, page, service } = await connected();
  await page.close();
  service.user = { name: 'bob', roles: [] };
  const next = await browser.page();
  await browser.settle();
  assert.deepEqual(service.connections.map(({ device }) => device), ['device-of-ada', 'device-of-ada', 'device-of-bob']);
  assert.equal(next.connection().user.name, 'bob');
});

test('signing out forgets the values, keeps what waits, and tells the other tabs', async () => {
  const { browser, page, service } = await connected();
  const other = await browser.page();
  const observed = collect(other.observe(READING));
  await browser.settle();
  service.say({ t: 'value', s: KEY, v: 'v'.padEnd(16) }, ['ada’s']);
  await browser.clock.advance(2_000);
  await page.act(live.actionType('noop.AddNote').of({})).stored;
  await page.signOut();
  browser.watchers.forEach(watcher => watcher.userChanged());
  await browser.settle();
  assert.deepEqual([page.connection().state, other.connection().state, observed.last.from], ['signed-out', 'signed-out', 'none']);
  const store = await browser.store('ada');
  assert.equal(await store.readValue(KEY, 0), undefined);
  assert.equal((await store.actions()).length, 1);
});

test('where no WebSocket gets through, HTTP carries the same messages in order', async () => {
  const browser = new Browser();
  const { service } = browser;
  service.socketsBlocked = true;
  const page = await browser.page();
  const observed = collect(page.observe(READING));
  await browser.clock.advance(2_000);
  assert.deepEqual(service.tries, ['websocket', 'websocket', 'websocket', 'http']);
  assert.deepEqual(page.connection(), { state: 'online', transport: 'http', user: service.user });
  service.say({ t: 'value', s: KEY, v: 'v'.padEnd(16) }, [1]);
  assert.deepEqual(observed.last.tuples, [1]);

  for (let selector = 0; selector < 3; selector++) {
    page.observe({ tuple: 'noop.Reading', keys: { series: `${selector}` } }).subscribe();
    page.call(count).catch(() => {});
  }
  await browser.settle();
  assert.deepEqual(service.heard.map(({ t }) => t), ['observe', 'ask', 'ask', 'ask', 'observe']);
  assert.equal(service.requests[0].split('\n').length, 3, 'two lines and the end');
});

test('HTTP gives way to a WebSocket when one gets through, and nobody notices', async () => {
  const browser = new Browser();
  const { service } = browser;
  service.socketsBlocked = true;
  const page = await browser.page();
  const observed = collect(page.observe(READING));
  await browser.clock.advance(2_000);
  service.say({ t: 'value', s: KEY, v: 'v'.padEnd(16) }, [1]);
  const beating = async seconds => {
    for (let second = 0; second < seconds; second++) {
      await browser.clock.advance(1_000);
      service.say({ t: 'beat' });
    }
  };
  await beating(120);
  assert.equal(page.connection().transport, 'http', 'the try failed, the connection stayed');
  service.socketsBlocked = false;
  const states = collect(page.connection$);
  await beating(100);
  const asked = page.call(count, { timeout: 60_000 });
  await beating(21);
  assert.equal(page.connection().transport, 'websocket');
  assert.equal(service.connections[0].open, false);
  assert.deepEqual(states.seen.map(({ state }) => state), ['online', 'online']);
  assert.deepEqual(observed.seen.map(({ from }) => from), ['live'], 'no flicker');
  assert.deepEqual(service.heardOf('observe').at(-1).items, [{ s: KEY, v: 'v'.padEnd(16) }]);
  const questions = service.heardOf('ask');
  assert.deepEqual(questions.map(({ id, on }) => [id, on]), [[questions[0].id, 'c1'], [questions[0].id, 'c2']]);
  service.say({ t: 'answer', id: questions[0].id }, { count: 3 });
  assert.deepEqual(await asked, { count: 3 });
});

test('a request that is lost ends the connection, and what waits is sent again', async () => {
  const browser = new Browser();
  const { service } = browser;
  service.socketsBlocked = true;
  const page = await browser.page();
  await browser.clock.advance(2_000);
  service.connection.open = false; // the service forgot it: 404
  const deed = page.act(live.actionType('noop.AddNote').of({}));
  await browser.clock.advance(2_000);
  assert.equal(service.connections.length, 2);
  service.say({ t: 'done', id: deed.id });
  assert.equal((await deed).is, 'done');
});

test('a query is answered, refused, given up, or late', async () => {
  const { browser, page, service } = await connected();
  const answered = page.call(count, { timeout: 2_000 });
  const { id, q, timeout } = service.heardOf('ask')[0];
  assert.deepEqual({ q, timeout }, { q: 'noop.CountNotes', timeout: 2_000 });
  service.say({ t: 'answer', id }, { count: 3 });
  assert.deepEqual(await answered, { count: 3 });

  const failing = page.call(count);
  service.say({ t: 'failed', id: service.heardOf('ask')[1].id, code: 'PEEK-7', message: 'no such query' });
  await assert.rejects(failing, failed => failed.failure === 'failed' && failed.code === 'PEEK-7' && failed.message === 'no such query');

  const abort = new AbortController();
  const given = page.call(count, { signal: abort.signal });
  abort.abort(new Error('no longer wanted'));
  await assert.rejects(given, /no longer wanted/);
  assert.equal(service.heardOf('cancel')[0].id, service.heardOf('ask')[2].id);
  await assert.rejects(page.call(count, { signal: abort.signal }), /no longer wanted/);

  const late = page.call(count, { timeout: 100_000 });
  assert.equal(service.heardOf('ask')[3].timeout, 60_000);
  const failed = assert.rejects(late, reason => reason.failure === 'timeout');
  for (let second = 0; second < 60; second++) {
    await browser.clock.advance(1_000);
    service.say({ t: 'beat' });
  }
  await failed;
  assert.equal(service.heardOf('cancel').length, 2);
});

test('a query fails at once without a connection, and when it goes', async () => {
  const { browser, page, service } = await connected();
  const open = page.call(count);
  service.away = true;
  service.connection.die(1006);
  await assert.rejects(open, failed => failed.failure === 'offline');
  await browser.settle();
  await assert.rejects(page.call(count), failed => failed.failure === 'offline');
  assert.equal(service.heardOf('ask').length, 1);
});
