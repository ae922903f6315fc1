// The libraries that all pages share, as two large files with one small facade per specifier.
// Two files instead of a hundred: behind HTTP/1.1 the number of requests costs more than the bytes.
import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { SDK, emptyFolder, integrityOf, nameHash, readJson, versionOf } from './files.mjs';

const ANGULAR = [
  '@angular/core',
  '@angular/core/primitives/di',
  '@angular/core/primitives/signals',
  '@angular/core/rxjs-interop',
  '@angular/common',
  '@angular/common/http',
  '@angular/forms',
  '@angular/platform-browser',
  '@angular/router',
  '@angular/service-worker',
  'rxjs',
  'rxjs/operators',
  'tslib',
];

/** Sub-entry points that are for tests only. */
const NOT_SHIPPED = /\/(testing|schematics)(\/|$)|package\.json$|\.css$|\*/;

const RESOLUTION = { conditions: ['es2020', 'module'], mainFields: ['es2020', 'module', 'main'] };

/**
 * Builds the shared libraries.
 *
 * @param out folder to write to
 * @returns `angular` (its version), `modules` (file by specifier) and `files` (integrity by file)
 */
export async function buildVendor(out) {
  emptyFolder(out);
  const kit = [...entryPoints('@angular/cdk'), ...entryPoints('@angular/material')];
  const modules = {
    ...(await buildGroup('ng', ANGULAR, [], out)),
    ...(await buildGroup('kit', kit, ANGULAR, out)),
  };
  const files = Object.fromEntries(
    fs.readdirSync(out).map(name => [name, integrityOf(fs.readFileSync(path.join(out, name)))]),
  );
  return { angular: versionOf('@angular/core'), modules, files };
}

function entryPoints(library) {
  const { exports } = readJson(path.join(SDK, 'node_modules', library, 'package.json'));
  return Object.keys(exports)
    .filter(name => name !== '.' && !NOT_SHIPPED.test(name) && exports[name].default?.endsWith('.mjs'))
    .map(name => library + name.slice(1));
}

/** One file with every export of every specifier under a name of its own, and the facades that give the names back. */
async function buildGroup(group, specifiers, external, out) {
  const names = {};
  for (const specifier of specifiers) {
    names[specifier] = await exportedNames(specifier, external);
  }
  const shipped = specifiers.filter(specifier => names[specifier].length > 0);
  const source = shipped
    .map((specifier, index) => `export { ${names[specifier].map(name => `${name} as ${name}$$${index}`)} } from '${specifier}';`)
    .join('\n');
  const file = await bundleGroup(group, source, external, out);
  return Object.fromEntries(
    shipped.map((specifier, index) => {
      const facade = `export { ${names[specifier].map(name => `${name}$$${index} as ${name}`)} } from './${file}';\n`;
      const facadeFile = `${specifier.replace(/^@/, '').replaceAll('/', '.')}-${nameHash(facade)}.js`;
      fs.writeFileSync(path.join(out, facadeFile), facade);
      return [specifier, facadeFile];
    }),
  );
}

async function exportedNames(specifier, external) {
  const result = await esbuild.build({
    stdin: { contents: `export * from '${specifier}'`, resolveDir: SDK },
    bundle: true,
    format: 'esm',
    write: false,
    outdir: 'unused',
    metafile: true,
    external,
    logLevel: 'error',
    ...RESOLUTION,
  });
  return Object.values(result.metafile.outputs)[0].exports;
}

async function bundleGroup(group, source, external, out) {
  const result = await esbuild.build({
    absWorkingDir: SDK,
    stdin: { contents: source, resolveDir: SDK },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: out,
    entryNames: `${group}-[hash]`,
    external,
    define: { ngDevMode: 'false', ngJitMode: 'false', ngI18nClosureMode: 'false' },
    plugins: [angularLinker],
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
    ...RESOLUTION,
  });
  return path.basename(Object.keys(result.metafile.outputs)[0]);
}

/** Angular's npm packages are compiled half way; the linker does the rest, so that no compiler goes to the browser. */
const angularLinker = {
  name: 'angular-linker',
  setup(build) {
    build.onLoad({ filter: /\.mjs$/ }, async ({ path: file }) => {
      const contents = await fs.promises.readFile(file, 'utf8');
      if (!contents.includes('ɵɵngDeclare')) {
        return { contents, loader: 'js' };
      }
      const linked = await transformAsync(contents, {
        filename: file,
        compact: false,
        configFile: false,
        babelrc: false,
        browserslistConfigFile: false,
        plugins: [[linker, { linkerJitMode: false }]],
      });
      return { contents: linked.code, loader: 'js' };
    });
  },
};
