import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readJson, temporaryFolder, uiBuild } from './target.mjs';

const GREETING = path.join(import.meta.dirname, 'greeting');

test('a plugin is built as the unpacked SDK builds it', async t => {
  const folder = temporaryFolder(t);
  const out = path.join(folder, 'ui');
  const first = uiBuild(GREETING, out);
  assert.equal(first.status, 0, first.output);
  const manifest = readJson(path.join(out, 'ui-manifest.json'));
  const page = fs.readdirSync(out).filter(name => name.startsWith('chunk-')).map(name => fs.readFileSync(path.join(out, name), 'utf8')).join();

  await t.test('the manifest names entries, modules and what must be there', () => {
    assert.equal(manifest.plugin, 'greeting');
    assert.match(manifest.builtWith.angular, /^21\./);
    assert.deepEqual(manifest.apps, { admin: { entry: '@peek/greeting/_private/admin-app' } });
    assert.deepEqual(Object.keys(manifest.modules), ['@peek/greeting/_private/admin-app', '@peek/greeting/admin']);
    assert.deepEqual(manifest.uses, ['@angular/core', '@peek/platform', '@peek/platform/live', 'rxjs']);
  });
  await t.test('every file has its digest', () => {
    const scripts = fs.readdirSync(out).filter(name => name.endsWith('.js'));
    assert.deepEqual(Object.keys(manifest.files), scripts.sort());
    for (const [name, integrity] of Object.entries(manifest.files)) {
      const digest = createHash('sha384').update(fs.readFileSync(path.join(out, name))).digest('base64');
      assert.equal(integrity, `sha384-${digest}`, name);
    }
  });
  await t.test('templates and styles are compiled ahead of time', () => {
    assert.match(page, /answer-/);
    assert.match(page, /grid-template-columns/);
    assert.doesNotMatch(page, /templateUrl|styleUrl/);
  });
  await t.test('the native variant is a second build', () => {
    const native = readJson(path.join(out, 'native/ui-manifest.json'));
    assert.equal(native.view, 'native');
    assert.notDeepEqual(native.files, manifest.files);
  });
  await t.test('only the API has types', () => {
    const types = fs.readdirSync(`${out}-types`, { recursive: true }).filter(name => name.endsWith('.d.ts'));
    assert.deepEqual(types.sort(), ['index.d.ts', 'tuples.d.ts'].map(name => path.join('@peek/greeting/admin', name)));
  });
  await t.test('assets are copied', () => assert.ok(fs.existsSync(path.join(out, 'assets/note.txt'))));
  await t.test('another folder gives the same files', () => {
    const elsewhere = path.join(folder, 'some/where/else');
    assert.equal(uiBuild(GREETING, elsewhere).status, 0);
    assert.deepEqual(readJson(path.join(elsewhere, 'ui-manifest.json')), manifest);
  });
  await t.test('nothing is built when nothing changed', () => assert.match(uiBuild(GREETING, out).output, /up to date/));
});

test('a wrong template is refused, with the place', t => {
  const folder = temporaryFolder(t);
  fs.cpSync(GREETING, folder, { recursive: true });
  const template = path.join(folder, 'src/main/frontend/admin-app/greeting-page.web.html');
  fs.appendFileSync(template, '{{ salutation.tekst() }}');
  const { status, output } = uiBuild(folder, path.join(folder, 'ui'));
  assert.equal(status, 1);
  assert.match(output, /greeting-page\.web\.html/);
  assert.match(output, /'tekst' does not exist on type 'Salutation'/);
});

test('an action, a query or a tuple that is not what its type says is refused', t => {
  const folder = temporaryFolder(t);
  fs.cpSync(GREETING, folder, { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'src/main/frontend/api/admin/wrong.ts'),
    `import type { Live } from '@peek/platform/live';
     import { CountGuests, Greet, Guest } from './tuples';
     export async function wrong(live: Live) {
       live.act(Greet.of({ nam: 'Ada' }));
       live.act(Guest.select());
       (await live.call(CountGuests.of({ room: 7 }))).total;
       live.observe(Guest.select()).subscribe(({ tuples }) => tuples[0].age);
     }`,
  );
  const { status, output } = uiBuild(folder, path.join(folder, 'ui'));
  assert.equal(status, 1);
  for (const complaint of [/'nam' does not exist/, /Selector<Guest>.*not assignable.*ActionRequest/, /'total' does not exist/, /'age' does not exist/]) {
    assert.match(output, complaint);
  }
});

test('a folder without a descriptor is refused', t => {
  const folder = temporaryFolder(t);
  const { status, output } = uiBuild(folder, path.join(folder, 'ui'));
  assert.equal(status, 1);
  assert.match(output, /plugin\.json is missing: it gives the plugin its id/);
});
