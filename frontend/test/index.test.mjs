import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { UI } from './target.mjs';

const index = JSON.parse(fs.readFileSync(path.join(UI, 'index.json'), 'utf8'));
const fileOf = url => path.join(UI, url.replace(/^\/ui\//, ''));

test('every address of the page leads to a file with the digest that is promised', () => {
  const modules = Object.entries(index.imports).filter(([specifier]) => !specifier.endsWith('/')).map(([, url]) => url);
  for (const url of [...modules, ...index.preload, index.entry, ...Object.keys(index.integrity)]) {
    const digest = createHash('sha384').update(fs.readFileSync(fileOf(url))).digest('base64');
    assert.equal(index.integrity[url], `sha384-${digest}`, url);
  }
  [...index.styles, index.icon].forEach(url => assert.ok(fs.existsSync(fileOf(url)), url));
});

test('every module that the app and @peek/platform import is in the import map', () => {
  for (const folder of ['platform', 'admin']) {
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
