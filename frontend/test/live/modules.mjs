// The compiled library with all its rooms, as the browser gets it, for Node.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SDK, filesBelow } from '../../sdk/lib/files.mjs';
import { TARGET, UI } from '../target.mjs';

const esbuild = createRequire(path.join(SDK, 'package.json'))('esbuild');
const SOURCES = path.join(TARGET, 'ui-work/platform/js/live');
const { imports } = JSON.parse(fs.readFileSync(path.join(UI, 'index.json'), 'utf8'));
const SHARED = ['@angular/core', '@angular/core/rxjs-interop', 'rxjs'];

async function load() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peek-live-'));
  const outfile = path.join(folder, 'live.mjs');
  const rooms = filesBelow(SOURCES).filter(name => name.endsWith('.js') && name !== 'public-api.js');
  await esbuild.build({
    stdin: { contents: [...rooms.map(name => `export * from './${name}';`), "export * as angular from '@angular/core';"].join('\n'), resolveDir: SOURCES },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: Object.fromEntries(SHARED.map(name => [name, path.join(UI, imports[name].replace(/^\/ui\//, ''))])),
    define: { ngDevMode: 'false' },
    logLevel: 'error',
  });
  const loaded = await import(pathToFileURL(outfile));
  fs.rmSync(folder, { recursive: true });
  return loaded;
}

const loaded = await load();

/** Every exported name of every room. */
export const live = loaded;
/** The Angular that the library runs with. */
export const { angular } = loaded;
