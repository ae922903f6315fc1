// Shows all that live data can do: what is observed, what waits, what was refused, what is asked.
import { element, field, form, section, showItems, text } from './elements.js';
import { AddNote, CountNotes, Note, Reading, StartLoad } from './tuples.js';

const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const MANY = 200;
const FIRST_SERIES = 'load-1';

/**
 * @param {HTMLElement} root
 * @param {import('@peek/platform/live').Live} live
 */
export default function show(root, live) {
  root.append(connection(live), notes(live), waiting(live), refused(live), readings(live), question(live), load(live));
}

function connection(live) {
  const state = text('state', true);
  const transport = text('transport');
  live.connection$.subscribe(now => {
    state.textContent = now.reason ? `${now.state}: ${now.reason}` : now.state;
    state.className = now.state === 'online' ? 'good' : 'bad';
    transport.textContent = now.transport ?? '–';
  });
  return section(
    'Connection',
    element('dl', {}, element('dt', { textContent: 'State' }), element('dd', {}, state), element('dt', { textContent: 'Transport' }), element('dd', {}, transport)),
  );
}

function notes(live) {
  const outcome = text('note-outcome', true);
  const add = async ({ text: written }, self) => {
    const acting = live.act(AddNote.of({ text: written }));
    self.reset();
    outcome.textContent = `“${written}” is on its way.`;
    try {
      const became = await acting;
      outcome.textContent = became.is === 'done' ? `“${written}” is note ${became.result.id}.` : `“${written}” was refused: ${became.message}`;
    } catch (failed) {
      outcome.textContent = failed.message;
    }
  };
  const observed = observedList(live, 'notes', Note.select(), ({ id, text: written, author }) => [`${id}: ${written} (${author})`]);
  return section('Notes', form('New note', 'Add note', add, field('Text', 'text', '', { maxLength: 200 })), outcome, ...observed.parts);
}

function waiting(live) {
  const count = text('waiting-count', true);
  const list = element('ol', { 'data-testid': 'waiting' });
  live.waiting$.subscribe(actions => {
    count.textContent = `${actions.length} waiting`;
    showItems(list, actions.slice(0, MANY), ({ action, fields }) => [`${action} ${JSON.stringify(fields)}`]);
  });
  return section('Waiting actions', count, list);
}

function refused(live) {
  const count = text('refused-count', true);
  const list = element('ul', { 'data-testid': 'refused' });
  live.refused$.subscribe(actions => {
    count.textContent = `${actions.length} refused`;
    showItems(list, actions, ({ id, action, fields, code, message }) => [
      `${action} ${JSON.stringify(fields)}: ${code} ${message} `,
      element('button', { textContent: 'Try again', onclick: () => live.retry(id) }),
      ' ',
      element('button', { textContent: 'Discard', onclick: () => live.discard(id) }),
    ]);
  });
  return section('Refused actions', count, list);
}

function readings(live) {
  const place = element('div', {});
  let close = () => {};
  const observe = ({ series }) => {
    close();
    const observed = observedList(live, 'readings', Reading.select({ series }), ({ number, sentAt }) => [`${number} `, element('small', { textContent: sentAt })]);
    close = observed.close;
    place.replaceChildren(...observed.parts);
  };
  observe({ series: FIRST_SERIES });
  return section('Readings', form('Choose series', 'Observe', observe, field('Series', 'series', FIRST_SERIES)), place);
}

function question(live) {
  const answer = text('answer', true);
  const ask = async () => {
    answer.textContent = '…';
    try {
      answer.textContent = `${(await live.call(CountNotes.of({}), { timeout: 5_000 })).count} notes`;
    } catch (failed) {
      answer.textContent = failed.message;
    }
  };
  return section('Question', form('Question', 'Count notes', ask), answer);
}

function load(live) {
  const outcome = text('load-outcome', true);
  const start = async fields => {
    outcome.textContent = 'Asked for.';
    const numbers = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Number(value)]));
    try {
      const became = await live.act(StartLoad.of(numbers));
      outcome.textContent = became.is === 'done' ? 'Running.' : became.message;
    } catch (failed) {
      outcome.textContent = failed.message;
    }
  };
  const number = (label, name, value) => field(label, name, value, { type: 'number', min: '0' });
  return section(
    'Load',
    form('Load', 'Start', start, number('Selectors', 'selectors', '1'), number('Changes a second', 'changesPerSecond', '5'), number('Seconds', 'seconds', '10'), number('Bytes', 'bytes', '0')),
    outcome,
  );
}

/** A list that follows a selector, with how new it is. */
function observedList(live, name, selector, line) {
  const age = text(`${name}-age`);
  const list = element('ol', { 'data-testid': name });
  let newest = { tuples: [], from: 'none' };
  const showAge = () => {
    age.textContent = describe(newest);
    age.className = newest.from === 'live' ? 'good' : 'bad';
  };
  const subscription = live.observe(selector).subscribe(observed => {
    newest = observed;
    showAge();
    showItems(list, observed.tuples.slice(-MANY), line);
  });
  const timer = setInterval(showAge, 1_000);
  showAge();
  const close = () => {
    subscription.unsubscribe();
    clearInterval(timer);
  };
  return { parts: [age, list], close };
}

function describe({ from, since, trouble }) {
  const known = { none: 'nothing yet', live: 'live', cache: since && `as it was ${age(since)}` }[from];
  return trouble ? `${known} – ${trouble.code} ${trouble.message}` : known;
}

function age(since) {
  const seconds = Math.round((since - Date.now()) / 1_000);
  return seconds > -60 ? ago.format(Math.min(0, seconds), 'second') : ago.format(Math.round(seconds / 60), 'minute');
}
