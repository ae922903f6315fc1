import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../sdk/lib/files.mjs';
import { readJson, temporaryFolder, uiBuild } from './target.mjs';

/** Written by peek-maven-plugin, whose test compares. */
const TUPLES = path.join(import.meta.dirname, 'tuples');

const VISITS = `import { Visit, type Wish } from '@peek/greeting/tuples';
import { DiaryPage } from '@peek/greeting/_private/tuples';

export const types = [Visit, DiaryPage];

export function tell(visit: Visit): string {
  return [visit.guest, visit.before?.mood, ...visit.wishes.map(drink), ...visit.seats.flat(), visit.moods['best']?.best].join();
}

function drink(wish: Wish): string {
  return wish.type === 'Coffee' ? String(wish.milk) : wish.type;
}
`;

const GUEST = `import { Greet, type Mood } from '@peek/greeting/tuples';

export const greet = Greet;
export const mood: Mood = 'GLAD';
`;

/** A plugin whose only entry is this source. */
function plugin(folder, id, source) {
  const files = { 'src/main/resources/plugin.json': JSON.stringify({ id }), 'src/main/frontend/admin-app/index.ts': source };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const scripts = out => filesBelow(out).filter(name => name.endsWith('.js')).map(name => fs.readFileSync(path.join(out, name), 'utf8')).join();

test('pages use the types that were written from Java', async t => {
  const folder = temporaryFolder(t);
  const greeting = plugin(path.join(folder, 'greeting'), 'greeting', VISITS);
  const out = path.join(folder, 'ui');
  const { status, output } = uiBuild(greeting, out, `--tuples=${TUPLES}`);
  assert.equal(status, 0, output);

  await t.test('the pages carry the names that they use, and no others', () => {
    assert.match(scripts(out), /"greeting\.Visit"/);
    assert.match(scripts(out), /"greeting\.DiaryPage"/);
    assert.doesNotMatch(scripts(out), /greeting\.(Greet|Forget)/);
    assert.deepEqual(readJson(path.join(out, 'ui-manifest.json')).uses, ['@peek/platform/live']);
  });
  await t.test('exposed types are for others, private ones are not', () => {
    assert.deepEqual(filesBelow(`${out}-types`), ['classes.json', 'index.d.ts', 'index.js'].map(name => `@peek/greeting/tuples/${name}`));
  });
  await t.test('the pages of another plugin are built against them, and say so', () => {
    const guest = plugin(path.join(folder, 'guest'), 'guest', GUEST);
    const guestOut = path.join(folder, 'guest-ui');
    const built = uiBuild(guest, guestOut, `--deps=${out}-types`, `--tuples=${path.join(folder, 'none')}`);
    assert.equal(built.status, 0, built.output);
    assert.match(scripts(guestOut), /"greeting\.Greet"/);
    assert.deepEqual(readJson(path.join(guestOut, 'ui-manifest.json')).uses, ['@peek/greeting/tuples', '@peek/platform/live']);
  });
  await t.test('a changed type builds the pages again', () => {
    assert.match(uiBuild(greeting, out, `--tuples=${TUPLES}`).output, /up to date/);
    const tuples = path.join(folder, 'tuples');
    fs.cpSync(TUPLES, tuples, { recursive: true });
    fs.appendFileSync(path.join(tuples, '@peek/greeting/tuples/index.d.ts'), '\nexport type Added = 1;\n');
    assert.match(uiBuild(greeting, out, `--tuples=${tuples}`).output, /pages built/);
  });
});

test('a page that uses a component which was renamed is refused, with file and line', t => {
  const folder = temporaryFolder(t);
  const tuples = path.join(folder, 'tuples');
  fs.cpSync(TUPLES, tuples, { recursive: true });
  const declarations = path.join(tuples, '@peek/greeting/tuples/index.d.ts');
  fs.writeFileSync(declarations, fs.readFileSync(declarations, 'utf8').replace('readonly guest: string', 'readonly visitor: string'));
  const greeting = plugin(path.join(folder, 'greeting'), 'greeting', VISITS);
  const { status, output } = uiBuild(greeting, path.join(folder, 'ui'), `--tuples=${tuples}`);
  assert.equal(status, 1);
  assert.match(output, /admin-app\/index\.ts:7:17 - error TS2339: Property 'guest' does not exist on type 'Visit'/);
});

test('a constant that an enum no longer has is refused', t => {
  const folder = temporaryFolder(t);
  const guest = plugin(folder, 'guest', GUEST.replace('GLAD', 'HAPPY'));
  const { status, output } = uiBuild(guest, path.join(folder, 'ui'), `--deps=${TUPLES}`);
  assert.equal(status, 1);
  assert.match(output, /Type '"HAPPY"' is not assignable to type 'Mood'/);
});

test('a folder api/tuples is refused', t => {
  const folder = plugin(temporaryFolder(t), 'guest', GUEST);
  fs.mkdirSync(path.join(folder, 'src/main/frontend/api/tuples'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'src/main/frontend/api/tuples/index.ts'), 'export {};');
  const { status, output } = uiBuild(folder, path.join(folder, 'ui'));
  assert.equal(status, 1);
  assert.match(output, /api\/tuples takes the place of @peek\/guest\/tuples/);
});
