// DEVELOPMENT STAND-IN: noop's live data in memory, spoken to by the messages of docs/live-data.md.
import { createHash, randomUUID } from 'node:crypto';

const versionOf = body => createHash('sha256').update(body).digest().subarray(0, 12).toString('base64url');
const message = (header, body = '') => `${JSON.stringify(header)}\n${body}`;

export class MockLive {
  /** Tuples by selector key. */
  values = new Map([['noop.Note', []]]);
  /** Open connections: `send(text)`, `close(code)`, `user`, and what they were sent last by selector key. */
  connections = new Map();
  /** Every `act` that came, in order, repeated ones as well. */
  acts = [];
  /** Outcomes by id of action: each takes effect once. */
  outcomes = new Map();
  /** While set, actions are answered with it instead: `{ t: 'later', after, message }`, or nothing at all for `silent`. */
  instead = undefined;
  beat = 5;

  /** @returns the connection's id; its welcome is on its way */
  open(user, send, close) {
    const id = randomUUID();
    this.connections.set(id, { user, send, close, sent: new Map() });
    send(message({ t: 'welcome', connection: id, user, beat: this.beat }));
    return id;
  }

  gone(id) {
    this.connections.delete(id);
  }

  /** Closes every connection. */
  drop(code) {
    [...this.connections.values()].forEach(({ close }) => close(code));
    this.connections.clear();
  }

  beatAll() {
    this.connections.forEach(({ send }) => send(message({ t: 'beat' })));
  }

  /** A new value; who observes it is sent the difference, as long as that is shorter. */
  change(key, tuples) {
    this.values.set(key, tuples);
    for (const connection of this.connections.values()) {
      if (connection.sent.has(key)) {
        this.#tell(connection, key);
      }
    }
  }

  /** Refuses a selector to everybody. */
  trouble(key, trouble) {
    for (const { sent, send } of this.connections.values()) {
      if (sent.has(key)) {
        send(message({ t: 'trouble', s: key, ...trouble }));
      }
    }
  }

  hear(id, header, body) {
    const connection = this.connections.get(id);
    if (!connection) {
      return; // said while it was being closed
    }
    switch (header.t) {
      case 'observe':
        header.items.forEach(({ s, v }) => this.#begin(connection, s, v));
        break;
      case 'unobserve':
        header.s.forEach(key => connection.sent.delete(key));
        break;
      case 'whole':
        connection.sent.set(header.s, undefined);
        this.#tell(connection, header.s);
        break;
      case 'act':
        this.#act(connection, header, JSON.parse(body));
        break;
      case 'ask':
        this.#answer(connection, header);
        break;
    }
  }

  #begin(connection, key, version) {
    const tuples = this.values.get(key) ?? [];
    const own = versionOf(JSON.stringify(tuples));
    connection.sent.set(key, version === own ? tuples : undefined);
    if (version === own) {
      connection.send(message({ t: 'same', s: key }));
    } else {
      this.#tell(connection, key);
    }
  }

  #tell({ send, sent }, key) {
    const tuples = this.values.get(key) ?? [];
    const whole = JSON.stringify(tuples);
    const before = sent.get(key);
    const patch = before && JSON.stringify(difference(before, tuples));
    const v = versionOf(whole);
    if (patch && patch.length < whole.length) {
      send(message({ t: 'patch', s: key, v, from: versionOf(JSON.stringify(before)) }, patch));
    } else {
      send(message({ t: 'value', s: key, v }, whole));
    }
    sent.set(key, tuples);
  }

  #act(connection, { id, a, n }, fields) {
    this.acts.push({ id, a, n, fields });
    if (this.instead) {
      if (this.instead !== 'silent') {
        connection.send(message({ ...this.instead, id }));
      }
      return;
    }
    const outcome = this.outcomes.get(id) ?? this.#apply(a, fields, connection.user);
    this.outcomes.set(id, outcome);
    connection.send(message({ ...outcome.header, id }, outcome.body));
  }

  #apply(action, fields, user) {
    if (action === 'noop.StartLoad') {
      this.#load(fields);
      return { header: { t: 'done' }, body: 'null' };
    }
    if (fields.text === 'refuse me') {
      return { header: { t: 'refused', code: 'NOOP-1', message: 'This note asked to be refused.' }, body: '' };
    }
    const notes = this.values.get('noop.Note');
    const note = { id: notes.length + 1, text: fields.text, author: user.name, writtenAt: new Date().toISOString() };
    this.change('noop.Note', [...notes, note]);
    return { header: { t: 'done' }, body: JSON.stringify(note) };
  }

  #answer({ send }, { id, q }) {
    if (q === 'noop.CountNotes') {
      send(message({ t: 'answer', id }, JSON.stringify({ count: this.values.get('noop.Note').length })));
    } else {
      send(message({ t: 'failed', id, code: 'PEEK-6020', message: `There is no query ${q}.` }));
    }
  }

  #load({ selectors, changesPerSecond, seconds }) {
    let number = 0;
    const timer = setInterval(() => {
      for (let series = 1; series <= selectors; series++) {
        this.change(`noop.Reading?series=load-${series}`, [{ series: `load-${series}`, number, sentAt: new Date().toISOString() }]);
      }
      if (++number >= changesPerSecond * seconds) {
        clearInterval(timer);
      }
    }, 1_000 / Math.max(1, changesPerSecond));
  }
}

/** What stands between the equal beginning and the equal end, as a JSON Patch. */
function difference(before, after) {
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  let start = 0;
  while (start < Math.min(before.length, after.length) && same(before[start], after[start])) {
    start++;
  }
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && same(before.at(-1 - end), after.at(-1 - end))) {
    end++;
  }
  const removed = before.slice(start, before.length - end).map(() => ({ op: 'remove', path: `/${start}` }));
  const added = after.slice(start, after.length - end).map((value, index) => ({ op: 'add', path: `/${start + index}`, value }));
  return [...removed, ...added];
}
