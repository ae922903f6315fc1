// JavaScript to hashed ES modules; whatever is shared stays a bare import, for the import map to resolve.
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { SDK, integrityOf } from './files.mjs';

/** Specifiers that one instance in the browser is shared of. */
export const SHARED = ['@angular/*', 'rxjs', 'rxjs/*', 'tslib', '@peek/*'];

const HASHED = /-[A-Z0-9]{8}\.js$/;

/**
 * Bundles entries into one folder; common code goes to shared chunks.
 *
 * @param root folder with the JavaScript
 * @param entries files below it by specifier
 * @param inlined files below it by specifier: modules of `@peek/*` that are bundled all the same
 * @param out folder to write to
 * @param dev keep it readable, with source maps
 * @returns `modules` (file by specifier), `uses` (external specifiers) and `files` (integrity by file)
 */
export async function bundle({ root, entries, inlined = {}, out, dev }) {
  linkLibraries(root);
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([specifier, file]) => [fileKey(specifier), `./${file}`])),
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'file', '.png': 'file', '.webp': 'file', '.woff2': 'file' },
    external: SHARED,
    alias: inlined,
    preserveSymlinks: true,
    define: { ngDevMode: 'false' }, // also with --dev: the shared libraries are production builds
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    tsconfigRaw: '{}',
  });
  const carried = Object.keys(inlined).filter(specifier => result.metafile.inputs[inlined[specifier].slice(2)]);
  return describe(result.metafile.outputs, Object.keys(entries), carried, root);
}

/** esbuild's hashes cover the paths of its inputs: with the libraries at the same place beside them, a build in another folder gives the same names. */
function linkLibraries(root) {
  const link = path.join(root, 'node_modules');
  fs.rmSync(link, { recursive: true, force: true });
  fs.symlinkSync(path.join(SDK, 'node_modules'), link, 'junction');
}

/** What is carried counts as used too: it was made for a version of that plugin. */
function describe(outputs, specifiers, carried, root) {
  const modules = {};
  const files = {};
  const uses = new Set(carried);
  for (const [file, output] of Object.entries(outputs).filter(([name]) => !name.endsWith('.map'))) {
    const name = path.basename(file);
    files[name] = integrityOf(fs.readFileSync(path.resolve(root, file)));
    output.imports.filter(used => used.external).forEach(used => uses.add(used.path));
    const specifier = output.entryPoint && specifiers.find(known => fileKey(known) === name.replace(HASHED, ''));
    if (specifier) {
      modules[specifier] = name;
    }
  }
  specifiers.forEach(own => uses.delete(own));
  return { modules: sorted(modules), uses: [...uses].sort(), files: sorted(files) };
}

/** `@peek/noop/_private/admin-app` becomes `peek.noop._private.admin-app`. */
function fileKey(specifier) {
  return specifier.replace(/^@/, '').replaceAll('/', '.');
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
