import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from './fake-clock.mjs';
import { live } from './modules.mjs';

test('a selector has one spelling', () => {
  const key = keys => live.selectorKey({ tuple: 'noop.Reading', keys });
  assert.equal(key(undefined), 'noop.Reading');
  assert.equal(key({}), 'noop.Reading');
  assert.equal(key({ room: '7' }), 'noop.Reading?room=7');
  assert.equal(key({ b: '1', a: '2', B: '3', é: '4' }), 'noop.Reading?B=3&a=2&b=1&%C3%A9=4');
  assert.equal(key({ 'a b': "x&y=z'()*!~/" }), "noop.Reading?a%20b=x%26y%3Dz'()*!~%2F");
  assert.equal(live.selectorKey(live.tupleType('noop.Reading').select({ room: 7, warm: true })), 'noop.Reading?room=7&warm=true');
});

test('a selector that cannot travel is refused where it is made', () => {
  assert.throws(() => live.selectorKey({ tuple: 'Reading' }), /'Reading' is not <plugin>\.<Type>/);
  assert.throws(() => live.tupleType('noop.'), /is not <plugin>/);
  assert.throws(() => live.selectorKey({ tuple: 'noop.Reading', keys: { '': '1' } }), /a key without a name/);
  assert.throws(() => live.actionType('noop'), /is not <plugin>/);
  const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, '']));
  assert.throws(() => live.selectorKey({ tuple: 'noop.Reading', keys: many }), /has 17 keys; at most 16/);
  assert.throws(() => live.selectorKey({ tuple: 'noop.Reading', keys: { a: 'ü'.repeat(180) } }), /characters long; at most 1024/);
});

test('a request carries its type beside its fields', () => {
  assert.deepEqual(live.actionType('noop.AddNote').of({ text: 'hello' }), { action: 'noop.AddNote', fields: { text: 'hello' } });
  assert.deepEqual(live.queryType('noop.CountNotes').of({}), { query: 'noop.CountNotes', fields: {} });
});

test('a message is a line of header, a line feed and the body', () => {
  assert.equal(live.encode({ t: 'beat' }), '{"t":"beat"}\n');
  assert.equal(live.encode({ t: 'act', id: '1', a: 'noop.AddNote', n: 3 }, '{"text":"ä"}'), '{"t":"act","id":"1","a":"noop.AddNote","n":3}\n{"text":"ä"}');
  const bytes = new TextEncoder().encode('{"t":"answer","id":"1"}\n{"text":"ä"}');
  assert.deepEqual(live.decode(bytes.buffer), { header: { t: 'answer', id: '1' }, body: '{"text":"ä"}' });
  assert.throws(() => live.decode('{"t":"beat"}'), /without a line feed/);
});

test('a patch makes a new list and leaves what it does not name', () => {
  const before = Object.freeze([{ a: 1 }, { b: 2 }, { c: 3 }]);
  const after = live.applyPatch(before, [
    { op: 'remove', path: '/0' },
    { op: 'replace', path: '/1', value: { c: 4 } },
    { op: 'add', path: '/2', value: { d: 5 } },
    { op: 'add', path: '/0', value: { e: 6 } },
  ]);
  assert.deepEqual(after, [{ e: 6 }, { b: 2 }, { c: 4 }, { d: 5 }]);
  assert.equal(after[1], before[1]);
  for (const operation of [{ op: 'remove', path: '/3' }, { op: 'replace', path: '/3', value: 1 }, { op: 'add', path: '/4', value: 1 }, { op: 'remove', path: '/0/a' }, { op: 'remove', path: '/01' }, { op: 'remove', path: '' }]) {
    assert.throws(() => live.applyPatch(before, [operation]), RangeError, JSON.stringify(operation));
  }
});

test('waits are a random part of a bound that doubles up to ten seconds', () => {
  const bounds = [200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000];
  for (const random of [0, 0.25, 0.999]) {
    const backoff = new live.Backoff(() => random);
    bounds.forEach(bound => assert.equal(backoff.next(), random * bound));
    backoff.reset();
    assert.equal(backoff.next(), random * 200);
  }
});

test('what was used least recently goes first, and only as much as must', () => {
  const entries = [['new', 3, 30], ['old', 3, 10], ['middle', 3, 20]].map(([key, bytes, used]) => ({ key, bytes, used }));
  assert.deepEqual(live.surplus(entries, { bytes: 9, entries: 3 }), []);
  assert.deepEqual(live.surplus(entries, { bytes: 8, entries: 3 }), ['old']);
  assert.deepEqual(live.surplus(entries, { bytes: 100, entries: 1 }), ['old', 'middle']);
  assert.deepEqual(live.surplus(entries, { bytes: 2, entries: 3 }), ['old', 'middle', 'new']);
});

function pulse(beat = 10_000) {
  const clock = new FakeClock();
  const heart = { clock, spoken: 0, dead: false };
  heart.pulse = new live.Pulse(clock, beat, {
    speak: () => { heart.spoken++; heart.pulse.spoke(); },
    dead: () => { heart.dead = true; heart.pulse.close(); },
  });
  return heart;
}

test('a connection is dead after three beats of silence, not before', async () => {
  const heart = pulse();
  await heart.clock.advance(29_999);
  assert.equal(heart.dead, false);
  await heart.clock.advance(1);
  assert.equal(heart.dead, true);
});

test('a connection that beats lives, and hears from us before 25 seconds are over', async () => {
  const heart = pulse();
  for (let beat = 0; beat < 100; beat++) {
    await heart.clock.advance(10_000);
    heart.pulse.heard();
  }
  assert.equal(heart.dead, false);
  assert.ok(heart.spoken >= 1000 / 25, `spoke ${heart.spoken} times in 1000 s`);
});

test('who said something need not beat', async () => {
  const heart = pulse();
  for (let second = 0; second < 20; second++) {
    await heart.clock.advance(1_000);
    heart.pulse.spoke();
    heart.pulse.heard();
  }
  assert.equal(heart.spoken, 0);
});

test('a page that did not run does not take its own silence for the service’s', async () => {
  const heart = pulse();
  for (const asleep of [2_000, 40_000, 3_600_000]) {
    heart.clock.oversleep(asleep);
    await heart.clock.advance(25_000);
    assert.equal(heart.dead, false, `after ${asleep} ms`);
    heart.pulse.heard();
  }
  await heart.clock.advance(35_000);
  assert.equal(heart.dead, true, 'awake and silent');
});

test('a hidden page whose timers are slow answers beats in time', async () => {
  const heart = pulse();
  for (let beat = 0; beat < 10; beat++) {
    heart.clock.oversleep(10_000); // timers do not run, messages come
    heart.pulse.heard();
  }
  assert.ok(heart.spoken >= 4, `spoke ${heart.spoken} times in 100 s`);
  assert.equal(heart.dead, false);
});
