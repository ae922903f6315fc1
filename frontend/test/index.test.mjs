import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { UI } from './target.mjs';

const readIndex = file => JSON.parse(fs.readFileSync(path.join(UI, file), 'utf8'));
const index = readIndex('index.json');
const client = readIndex('client.json');
const fileOf = url => path.join(UI, url.replace(/^\/ui\//, ''));

for (const [name, page] of [['admin', index], ['client', client]]) {
  test(`every address of the page of ${name} leads to a file with the digest that is promised`, () => {
    const modules = Object.entries(page.imports).filter(([specifier]) => !specifier.endsWith('/')).map(([, url]) => url);
    for (const url of [...modules, ...page.preload, page.entry, ...Object.keys(page.integrity)]) {
      const digest = createHash('sha384').update(fs.readFileSync(fileOf(url))).digest('base64');
      assert.equal(page.integrity[url], `sha384-${digest}`, url);
    }
    [...page.styles, page.icon].forEach(url => assert.ok(fs.existsSync(fileOf(url)), url));
  });
}

test('a page fetches ahead what it needs and nothing else', () => {
  const groups = page => page.preload.map(url => /\/vendor\/(ng|kit)-/.exec(url)?.[1]).filter(Boolean).sort();
  assert.deepEqual(groups(index), ['kit', 'ng']);
  assert.deepEqual(groups(client), ['ng'], 'a plain page is spared the components');
  assert.ok(client.preload.includes(client.imports['@peek/platform/live']));
  assert.ok(!index.preload.includes(index.imports['@peek/platform/live']), 'the admin app has no live data');
});

test('every module that the app and @peek/platform import is in the import map', () => {
  for (const folder of ['platform', 'admin', 'client']) {
    for (const name of fs.readdirSync(path.join(UI, folder)).filter(file => file.endsWith('.js'))) {
      const code = fs.readFileSync(path.join(UI, folder, name), 'utf8');
      const bare = [...code.matchAll(/\bfrom"([^."][^"]*)"/g)].map(([, specifier]) => specifier);
      bare.forEach(specifier => assert.ok(index.imports[specifier], `${folder}/${name} imports ${specifier}`));
    }
  }
});

test('a plugin that comes later is found by its prefix', () => assert.equal(index.imports['@peek/'], '/ui/m/'));

test('text files lie there compressed as well', () => {
  for (const url of [index.entry, ...index.styles]) {
    const plain = fs.readFileSync(fileOf(url));
    assert.deepEqual(zlib.brotliDecompressSync(fs.readFileSync(`${fileOf(url)}.br`)), plain);
    assert.deepEqual(zlib.gunzipSync(fs.readFileSync(`${fileOf(url)}.gz`)), plain);
  }
});

test('nothing is evaluated from text: the page forbids it', () => {
  for (const url of Object.keys(index.integrity)) {
    assert.doesNotMatch(fs.readFileSync(fileOf(url), 'utf8'), /\bnew Function\(|[^.\w]eval\(/, url);
  }
});
