import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, collect } from './browser.mjs';
import { live } from './modules.mjs';

const READING = { tuple: 'noop.Reading', keys: { series: 'a' } };
const KEY = 'noop.Reading?series=a';
const v = version => `${version}`.padEnd(16, '_');

async function observing(options) {
  const browser = new Browser();
  const page = await browser.page(options);
  const observed = collect(page.observe(READING));
  await browser.settle();
  return { browser, page, observed, service: browser.service };
}

test('many observers of one selector are one on the wire', async () => {
  const { browser, page, observed, service } = await observing();
  const others = [page.observe(READING), page.observe({ tuple: 'noop.Reading', keys: { series: 'a' } })].map(collect);
  await browser.settle();
  assert.deepEqual(service.heardOf('observe').map(({ items }) => items), [[{ s: KEY }]]);

  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  for (const { last } of [observed, ...others]) {
    assert.equal(last.from, 'live');
    assert.deepEqual(last.tuples, [{ number: 1 }]);
  }
  assert.deepEqual(collect(page.observe(READING)).last.tuples, [{ number: 1 }], 'who comes later begins with what is known');
});

test('a selector is given up after its last observer left and a grace time', async () => {
  const { browser, page, observed, service } = await observing({ grace: 5_000 });
  service.say({ t: 'value', s: KEY, v: v(1) }, []);
  observed.close();
  await browser.clock.advance(4_000);
  const back = collect(page.observe(READING));
  await browser.clock.advance(6_000);
  assert.equal(service.heardOf('unobserve').length, 0, 'somebody came back in time');
  assert.equal(service.heardOf('observe').length, 1);

  back.close();
  await browser.clock.advance(5_000);
  await browser.clock.advance(0);
  assert.deepEqual(service.heardOf('unobserve').map(({ s }) => s), [[KEY]]);
  service.say({ t: 'value', s: KEY, v: v(2) }, [{ number: 2 }]);
  const again = collect(page.observe(READING));
  await browser.settle();
  assert.deepEqual(service.heardOf('observe').at(-1).items, [{ s: KEY, v: v(1) }], 'from the cache, not from what came too late');
  assert.equal(again.last.from, 'cache');
});

test('what begins or ends together goes in messages of at most 200', async () => {
  const { browser, page, service } = await observing();
  const subscriptions = Array.from({ length: 450 }, (_, series) => page.observe({ tuple: 'noop.Reading', keys: { series: `${series}` } }).subscribe());
  await browser.settle();
  assert.deepEqual(service.heardOf('observe').map(({ items }) => items.length), [1, 200, 200, 50]);
  subscriptions.forEach(subscription => subscription.unsubscribe());
  await browser.clock.advance(5_001);
  assert.deepEqual(service.heardOf('unobserve').map(({ s }) => s.length), [200, 200, 50], 'and what ends together as well');
});

test('the cached value comes first, with its age; then the service says that it is the newest', async () => {
  const { browser, page, observed, service } = await observing();
  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  const written = observed.last.since;
  await browser.clock.advance(2_000);
  await page.close();
  await browser.clock.advance(60_000);

  service.away = true;
  const offline = await browser.page();
  const seen = collect(offline.observe(READING));
  await browser.settle();
  assert.equal(seen.last.from, 'cache');
  assert.deepEqual(seen.last.tuples, [{ number: 1 }]);
  assert.ok(seen.last.since >= written && seen.last.since < browser.clock.now() - 50_000);

  service.away = false;
  await browser.clock.advance(12_000);
  assert.deepEqual(service.heardOf('observe').at(-1).items, [{ s: KEY, v: v(1) }]);
  service.say({ t: 'same', s: KEY });
  assert.equal(seen.last.from, 'live');
  assert.deepEqual(seen.last.tuples, [{ number: 1 }]);
  assert.equal(seen.last.since.getTime(), browser.clock.now());
});

test('after a break the newest versions are brought along and the age is that of the last word', async () => {
  const { browser, observed, service } = await observing();
  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  await browser.clock.advance(20_000);
  service.say({ t: 'beat' });
  const heard = browser.clock.now();
  await browser.clock.advance(3_000);
  service.connection.die(1006);
  await browser.clock.advance(0);
  assert.equal(observed.last.from, 'cache');
  assert.equal(observed.last.since.getTime(), heard);

  await browser.clock.advance(1_000);
  assert.equal(service.connections.length, 2);
  assert.deepEqual(service.heardOf('observe').at(-1), { t: 'observe', items: [{ s: KEY, v: v(1) }], on: 'c2' });
  service.say({ t: 'patch', s: KEY, v: v(2), from: v(1) }, [{ op: 'add', path: '/1', value: { number: 2 } }]);
  assert.deepEqual(observed.last.tuples, [{ number: 1 }, { number: 2 }]);
  assert.equal(observed.last.from, 'live');
});

test('a patch that does not fit asks for the whole, once', async t => {
  t.mock.method(console, 'warn', () => {});
  const { observed, service } = await observing();
  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  service.say({ t: 'patch', s: KEY, v: v(3), from: v(2) }, [{ op: 'remove', path: '/0' }]);
  service.say({ t: 'patch', s: KEY, v: v(4), from: v(3) }, [{ op: 'remove', path: '/0' }]);
  assert.deepEqual(service.heardOf('whole').map(({ s }) => s), [KEY]);
  assert.deepEqual(observed.last.tuples, [{ number: 1 }], 'nothing wrong is shown');

  service.say({ t: 'value', s: KEY, v: v(4) }, [{ number: 4 }]);
  assert.deepEqual(observed.last.tuples, [{ number: 4 }]);
  service.say({ t: 'patch', s: KEY, v: v(5), from: v(4) }, [{ op: 'remove', path: '/7' }]);
  assert.equal(service.heardOf('whole').length, 2, 'a patch out of range as well');
});

test('"the same" without a value here asks for the whole', async () => {
  const { service } = await observing();
  service.say({ t: 'same', s: KEY });
  assert.equal(service.heardOf('whole').length, 1);
});

test('passing trouble keeps the last value, lasting trouble takes it away', async () => {
  const { browser, page, observed, service } = await observing();
  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  service.say({ t: 'trouble', s: KEY, code: 'PEEK-1', message: 'is being updated', lasting: false });
  assert.deepEqual([observed.last.from, observed.last.trouble.code], ['cache', 'PEEK-1']);
  assert.deepEqual(observed.last.tuples, [{ number: 1 }]);
  service.say({ t: 'value', s: KEY, v: v(2) }, [{ number: 2 }]);
  assert.deepEqual([observed.last.from, observed.last.trouble], ['live', undefined]);

  await browser.clock.advance(2_000);
  service.say({ t: 'trouble', s: KEY, code: 'PEEK-2', message: 'not for you', lasting: true });
  assert.deepEqual([observed.last.from, observed.last.tuples, observed.last.trouble.message], ['none', [], 'not for you']);
  await page.close();
  service.away = true;
  const seen = collect((await browser.page()).observe(READING));
  await browser.settle();
  assert.equal(seen.last, undefined, 'nothing is left in the cache');
});

test('a value that changes often is written at once, then once a second, the newest in the end', async () => {
  const { browser, service } = await observing();
  const store = await browser.store('ada');
  let writes = 0;
  const write = store.writeValues.bind(store);
  store.writeValues = (...value) => { writes++; return write(...value); };
  for (let number = 1; number <= 50; number++) {
    service.say({ t: 'value', s: KEY, v: v(number) }, [{ number }]);
    await browser.clock.advance(100);
    assert.ok(writes >= 1);
  }
  await browser.clock.advance(1_000);
  assert.ok(writes <= 6, `${writes} writes`);
  assert.equal((await store.readValue(KEY, 0)).version, v(50));
});

test('a page that is hidden keeps at once what it would keep soon', async () => {
  const { browser, service } = await observing();
  service.say({ t: 'value', s: KEY, v: v(0) }, []);
  await browser.clock.advance(1);
  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  browser.watchers.forEach(watcher => watcher.hidden());
  await browser.clock.advance(0);
  assert.equal((await (await browser.store('ada')).readValue(KEY, 0)).version, v(1));
});

const overQuota = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' });

test('a cache that is full begins anew, and one that stays full is done without', async t => {
  t.mock.method(console, 'warn', () => {});
  const { browser, observed, service } = await observing();
  const store = await browser.store('ada');
  let cleared = 0;
  let full = 1;
  const write = store.writeValues.bind(store);
  store.writeValues = async (...value) => { if (full-- > 0) { throw overQuota(); } return write(...value); };
  store.clearValues = async () => { cleared++; };
  service.say({ t: 'value', s: KEY, v: v(1) }, [{ number: 1 }]);
  await browser.clock.advance(2_000);
  assert.deepEqual([cleared, (await store.readValue(KEY, 0)).version], [1, v(1)]);

  full = Infinity;
  service.say({ t: 'value', s: KEY, v: v(2) }, [{ number: 2 }]);
  await browser.clock.advance(2_000);
  service.say({ t: 'value', s: KEY, v: v(3) }, [{ number: 3 }]);
  await browser.clock.advance(2_000);
  assert.equal(console.warn.mock.callCount(), 1);
  assert.deepEqual(observed.last.tuples, [{ number: 3 }], 'live data goes on');
});

test('the cache keeps its bounds', async () => {
  const store = new live.MemoryStore('d');
  const limits = { bytes: 40, entries: 2 };
  const value = (key, text) => ({ key, version: v(1), text, confirmed: 0 });
  await store.writeValues([value('a', '[1]')], 1, limits);
  await store.writeValues([value('b', '[2]')], 2, limits);
  await store.readValue('a', 3);
  await store.writeValues([value('c', '[3]')], 4, limits);
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(async key => Boolean(await store.readValue(key, 5)))), [true, false, true]);
  await store.writeValues([value('d', '[12345678901234]')], 6, limits);
  assert.deepEqual(await Promise.all(['a', 'c', 'd'].map(async key => Boolean(await store.readValue(key, 7)))), [false, true, true]);
});
