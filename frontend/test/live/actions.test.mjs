import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, settle } from './browser.mjs';
import { live } from './modules.mjs';

const AddNote = live.actionType('noop.AddNote');
const Order = live.actionType('shop.Order');
const note = text => AddNote.of({ text });

async function acting() {
  const browser = new Browser();
  const page = await browser.page();
  return { browser, page, service: browser.service };
}

/** What an action became, when it became something. */
function watch(deed) {
  const watched = { outcome: undefined, failed: undefined };
  deed.then(outcome => (watched.outcome = outcome), failed => (watched.failed = failed));
  return watched;
}

const texts = service => service.heardOf('act').map(({ body }) => body.text);

test('an action travels with its id and number, and brings its result', async () => {
  const { browser, page, service } = await acting();
  const deed = page.act(note('hello'));
  const watched = watch(deed);
  await deed.stored;
  assert.deepEqual(service.heardOf('act'), [{ t: 'act', id: deed.id, a: 'noop.AddNote', n: 1, body: { text: 'hello' }, on: 'c1' }]);
  assert.deepEqual(page.waiting().map(({ id, action, fields }) => ({ id, action, fields })), [{ id: deed.id, action: 'noop.AddNote', fields: { text: 'hello' } }]);

  service.say({ t: 'done', id: deed.id }, { id: 7 });
  await browser.settle();
  assert.deepEqual(watched.outcome, { is: 'done', result: { id: 7 } });
  assert.deepEqual(page.waiting(), []);
  assert.deepEqual(await (await browser.store('ada')).actions(), [], 'nothing is left on the device');
});

test('an action without a result brings null', async () => {
  const { browser, page, service } = await acting();
  const watched = watch(page.act(note('a')));
  await browser.settle();
  service.say({ t: 'done', id: service.heardOf('act')[0].id }, null);
  await browser.settle();
  assert.deepEqual(watched.outcome, { is: 'done', result: null });
});

test('actions of a plugin go one after the other, those of two plugins side by side', async () => {
  const { browser, page, service } = await acting();
  ['a', 'b', 'c'].forEach(text => page.act(note(text)));
  page.act(Order.of({ text: 'pizza' }));
  await browser.settle();
  assert.deepEqual(texts(service), ['a', 'pizza']);
  for (const expected of ['b', 'c', undefined]) {
    service.say({ t: 'done', id: service.heardOf('act').filter(({ a }) => a === 'noop.AddNote').at(-1).id });
    await browser.settle();
    assert.equal(texts(service).filter(text => text !== 'pizza').at(-1), expected ?? 'c');
  }
  assert.deepEqual(service.heardOf('act').map(({ a, n }) => [a, n]), [['noop.AddNote', 1], ['shop.Order', 1], ['noop.AddNote', 2], ['noop.AddNote', 3]]);
});

test('what was done offline is sent in order when the service is back', async () => {
  const { browser, page, service } = await acting();
  service.away = true;
  service.connection.die(1006);
  await browser.settle();
  const deeds = ['a', 'b', 'c'].map(text => watch(page.act(note(text))));
  await browser.clock.advance(60_000);
  assert.equal(page.waiting().length, 3);
  assert.equal(texts(service).length, 0);

  service.away = false;
  await browser.clock.advance(10_000);
  for (const text of ['a', 'b', 'c']) {
    assert.equal(texts(service).at(-1), text);
    service.say({ t: 'done', id: service.heardOf('act').at(-1).id });
    await browser.settle();
  }
  assert.deepEqual(deeds.map(({ outcome }) => outcome?.is), ['done', 'done', 'done']);
});

test('an action is sent again under the same id: without an answer, after "later", and on a new connection', async () => {
  const { browser, page, service } = await acting();
  const deed = page.act(note('a'));
  await browser.settle();
  const sent = () => service.heardOf('act').length;
  for (let second = 0; second < 29; second++) {
    await browser.clock.advance(1_000);
    service.say({ t: 'beat' });
  }
  assert.equal(sent(), 1);
  await browser.clock.advance(1_000);
  assert.equal(sent(), 2, 'without an answer');

  service.say({ t: 'later', id: deed.id, after: 700, message: 'is being updated' });
  await browser.clock.advance(699);
  assert.equal(sent(), 2);
  await browser.clock.advance(1);
  assert.equal(sent(), 3, 'after "later"');

  service.connection.die(1001);
  await browser.clock.advance(1_000);
  assert.equal(sent(), 4, 'on a new connection');
  assert.deepEqual(new Set(service.heardOf('act').map(({ id, n }) => `${id} ${n}`)).size, 1);
  service.say({ t: 'done', id: deed.id });
  service.say({ t: 'done', id: deed.id });
  assert.deepEqual(await deed, { is: 'done', result: null });
});

test('an answered action is not sent again while that is written down', async () => {
  const { browser, page, service } = await acting();
  const deed = page.act(note('a'));
  await browser.settle();
  const store = await browser.store('ada');
  let written;
  const remove = store.removeAction.bind(store);
  store.removeAction = async id => { await new Promise(done => (written = done)); return remove(id); };
  service.say({ t: 'done', id: deed.id });
  page.act(note('b'));
  await browser.settle();
  assert.deepEqual(texts(service), ['a']);
  written();
  await browser.settle();
  assert.deepEqual(texts(service), ['a', 'b']);
});

test('hundreds of actions wait and go in order', async () => {
  const { browser, page, service } = await acting();
  service.away = true;
  service.connection.die(1006);
  await browser.settle();
  for (let index = 0; index < 500; index++) {
    page.act(note(`${index}`));
  }
  await browser.settle();
  assert.equal(page.waiting().length, 500);
  service.away = false;
  await browser.clock.advance(10_000);
  for (let index = 0; index < 500; index++) {
    service.say({ t: 'done', id: service.heardOf('act').at(-1).id });
    await settle();
  }
  assert.equal(page.waiting().length, 0);
  assert.deepEqual(texts(service), Array.from({ length: 500 }, (_, index) => `${index}`));
});

test('a refused action is parked, the next one goes on', async () => {
  const { browser, page, service } = await acting();
  const refused = page.act(note('refuse me'));
  page.act(note('b'));
  await browser.settle();
  service.say({ t: 'refused', id: refused.id, code: 'PEEK-9', message: 'not today' });
  await browser.settle();
  assert.deepEqual(await refused, { is: 'refused', code: 'PEEK-9', message: 'not today' });
  const [{ id, fields, code, message }] = page.refused();
  assert.deepEqual({ id, fields, code, message }, { id: refused.id, fields: { text: 'refuse me' }, code: 'PEEK-9', message: 'not today' });
  assert.deepEqual(texts(service), ['refuse me', 'b']);
});

test('a refused action is tried again as a new one, or discarded', async () => {
  const { browser, page, service } = await acting();
  const refuse = async deed => {
    await browser.settle();
    service.say({ t: 'refused', id: deed.id, code: 'PEEK-9', message: 'no' });
    await browser.settle();
  };
  const first = page.act(note('a'));
  await refuse(first);
  const second = page.retry(first.id);
  await browser.settle();
  assert.deepEqual(page.refused(), []);
  const { id, n, body } = service.heardOf('act').at(-1);
  assert.deepEqual({ id, n, body }, { id: second.id, n: 2, body: { text: 'a' } });
  assert.notEqual(second.id, first.id);

  await refuse(second);
  await page.discard(second.id);
  assert.deepEqual(page.refused(), []);
  assert.deepEqual(await (await browser.store('ada')).actions(), []);
  await assert.rejects(page.retry(second.id).outcome, /No refused action has the id/);
});

test('a waiting action cannot be discarded', async () => {
  const { browser, page } = await acting();
  const deed = page.act(note('a'));
  await browser.settle();
  await page.discard(deed.id);
  assert.equal(page.waiting().length, 1);
});

test('after a restart of the browser waiting actions are sent and refused ones are still shown', async () => {
  const { browser, page, service } = await acting();
  const refused = page.act(note('x'));
  await browser.settle();
  service.say({ t: 'refused', id: refused.id, code: 'PEEK-9', message: 'no' });
  service.away = true;
  service.connection.die(1006);
  await browser.settle();
  const waiting = page.act(note('y'));
  await waiting.stored;
  await page.close();

  service.away = false;
  const next = await browser.page();
  await browser.settle();
  const { id, n, body } = service.heardOf('act').at(-1);
  assert.deepEqual({ id, n, body }, { id: waiting.id, n: 2, body: { text: 'y' } });
  assert.deepEqual(next.refused().map(({ message }) => message), ['no']);
  service.say({ t: 'done', id: waiting.id });
  await browser.settle();
  assert.deepEqual(next.waiting(), []);
  const after = next.act(note('z'));
  await browser.settle();
  assert.equal(service.heardOf('act').at(-1).n, 3, 'numbers only grow');
  service.say({ t: 'done', id: after.id });
});

test('one tab at a time sends, and the one that asked learns what came of it', async () => {
  const browser = new Browser();
  const { service } = browser;
  const first = await browser.page();
  const second = await browser.page();
  await browser.settle();
  const deed = second.act(note('from the second'));
  await browser.settle();
  assert.deepEqual(service.heardOf('act').map(({ on }) => on), ['c1']);
  assert.equal(first.waiting().length, 1, 'every tab shows what waits');

  service.connections[0].say({ t: 'done', id: deed.id }, '{"id":8}');
  await browser.settle();
  assert.deepEqual(await deed, { is: 'done', result: { id: 8 } });
  assert.deepEqual([first.waiting(), second.waiting()], [[], []]);
  assert.deepEqual(await (await browser.store('ada')).actions(), []);

  const refused = first.act(note('no'));
  await browser.settle();
  service.connections[0].say({ t: 'refused', id: refused.id, code: 'PEEK-9', message: 'no' });
  await browser.settle();
  assert.equal(second.refused().length, 1);
  await second.discard(refused.id);
  await browser.settle();
  assert.deepEqual(first.refused(), []);
});

test('when the tab that sends closes or loses its connection, another one goes on', async () => {
  const browser = new Browser();
  const { service } = browser;
  const first = await browser.page();
  const second = await browser.page();
  const deed = second.act(note('a'));
  await browser.settle();
  await first.close();
  await browser.settle();
  assert.deepEqual(service.heardOf('act').map(({ on, id }) => [on, id]), [['c1', deed.id], ['c2', deed.id]]);

  const third = await browser.page();
  service.socketsBlocked = service.eventsBlocked = true;
  service.connections[1].die(1006);
  await browser.settle();
  assert.equal(service.heardOf('act').at(-1).on, 'c3', 'a tab without a connection holds up nobody');
  service.connections[2].say({ t: 'done', id: deed.id });
  await browser.settle();
  assert.equal((await deed).is, 'done');
  assert.deepEqual(third.waiting(), []);
});

test('an outcome that nobody asks for any more is dropped', async () => {
  const browser = new Browser();
  const { service } = browser;
  await browser.page();
  const second = await browser.page();
  const deed = second.act(note('a'));
  await browser.settle();
  await second.close();
  service.connections[0].say({ t: 'done', id: deed.id });
  await browser.settle();
  await browser.clock.advance(61_000);
  await browser.page();
  await browser.settle();
  assert.deepEqual(await (await browser.store('ada')).actions(), []);
});

test('an action comes before cached values when the device is full', async () => {
  const { browser, page } = await acting();
  const store = await browser.store('ada');
  const add = store.addAction.bind(store);
  let cleared = false;
  store.clearValues = async () => { cleared = true; };
  store.addAction = async (...draft) => { if (!cleared) { throw Object.assign(new Error('full'), { name: 'QuotaExceededError' }); } return add(...draft); };
  await page.act(note('a')).stored;
  assert.equal(page.waiting().length, 1);
});

test('an action that cannot be kept fails, and is not sent', async () => {
  const { browser, page, service } = await acting();
  (await browser.store('ada')).addAction = async () => { throw new Error('disk gone'); };
  const deed = page.act(note('a'));
  await assert.rejects(deed.stored, /disk gone/);
  await assert.rejects(deed.outcome, /disk gone/);
  assert.deepEqual(texts(service), []);
});
