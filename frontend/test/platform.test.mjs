import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SDK } from '../sdk/lib/files.mjs';
import { TARGET, UI, temporaryFolder } from './target.mjs';

const esbuild = createRequire(path.join(SDK, 'package.json'))('esbuild');

const { imports } = JSON.parse(fs.readFileSync(path.join(UI, 'index.json'), 'utf8'));
const shared = name => path.join(UI, imports[name].replace(/^\/ui\//, ''));
const alias = { '@angular/core': shared('@angular/core'), '@angular/common/http': shared('@angular/common/http') };

/** Loads one compiled source of @peek/platform with the shared libraries that the browser gets. */
async function load(t, name) {
  const outfile = path.join(temporaryFolder(t), `${name}.mjs`);
  const source = path.join(TARGET, 'ui-work/platform/js', `${name}.js`);
  await esbuild.build({ entryPoints: [source], outfile, bundle: true, format: 'esm', platform: 'node', alias, define: { ngDevMode: 'false' }, logLevel: 'error' });
  return import(pathToFileURL(outfile));
}

function browser(language) {
  const stored = new Map();
  globalThis.localStorage = { getItem: key => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) };
  Object.defineProperty(globalThis, 'navigator', { value: { language }, configurable: true });
}

test('texts follow the language, fall back to English, and count', async t => {
  browser('de-AT');
  const { chooseLanguage, defineTexts, localText } = await load(t, 'texts');
  const english = { hello: 'Hello {name}', 'task.one': '{count} task', 'task.other': '{count} tasks' };
  const german = { hello: 'Hallo {name}', 'task.one': '{count} Aufgabe', 'task.other': '{count} Aufgaben' };
  const text = defineTexts(english, { de: async () => ({ default: german }) });

  assert.equal(text('hello', { name: 'Ada' }), 'Hello Ada', 'before German is loaded');
  await text.load();
  assert.equal(text('hello', { name: 'Ada' }), 'Hallo Ada');
  assert.equal(text('task', { count: 1 }), '1 Aufgabe');
  assert.equal(text('task', { count: 5 }), '5 Aufgaben');
  assert.equal(localText({ en: 'Tasks', de: 'Aufgaben' }), 'Aufgaben');

  chooseLanguage('fr');
  assert.equal(text('hello', { name: 'Ada' }), 'Hello Ada');
  assert.equal(localText({ en: 'Tasks', de: 'Aufgaben' }), 'Tasks');
  assert.equal(localStorage.getItem('peek.language'), 'fr');
});

test('a refused call tells all that the server said', async t => {
  const { Problem } = await load(t, 'problem');
  const refused = new Problem(422, 'Refused', 'The archive was refused.', 'PEEK-2000', [{ code: 'PEEK-2003', message: 'bad entry' }]);
  assert.equal(Problem.of(refused), refused);
  assert.equal(refused.unreachable, false);
  assert.equal(new Problem(503, 't', 'd', undefined, []).unreachable, true);
  assert.equal(Problem.of(new TypeError('boom')).detail, 'boom');
});

test('polling pauses while the page is hidden and never overlaps', async t => {
  const { poll } = await load(t, 'poll');
  const listeners = new Set();
  globalThis.document = { hidden: true, addEventListener: (_, listener) => listeners.add(listener), removeEventListener: (_, listener) => listeners.delete(listener) };
  let turns = 0;
  let release;
  const polling = poll(() => { turns++; return new Promise(done => { release = done; }); }, 1);
  assert.equal(turns, 0, 'hidden');

  document.hidden = false;
  listeners.forEach(listener => listener());
  polling.now();
  assert.equal(turns, 1, 'one at a time');

  polling.close();
  release();
  assert.equal(listeners.size, 0);
});
