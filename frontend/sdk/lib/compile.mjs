// TypeScript and Angular templates to JavaScript and declarations, ahead of time, with Angular's own compiler.
import * as angular from '@angular/compiler-cli';
import fs from 'node:fs';
import path from 'node:path';
import * as sass from 'sass';
import ts from 'typescript';
import { SDK, filesBelow } from './files.mjs';

/**
 * Compiles everything below a source folder.
 *
 * @param sources folder with the TypeScript sources
 * @param out folder for the JavaScript
 * @param types folder for the declarations
 * @param paths where `@peek/...` specifiers have their types, as in tsconfig's `paths`, absolute
 * @param view `web`, or `native`: then `x.native.html` is taken for `x.web.html` where it exists
 * @throws Error with the formatted diagnostics when anything is wrong
 */
export function compile({ sources, out, types, paths, view }) {
  const base = angular.readConfiguration(path.join(SDK, 'tsconfig.base.json'));
  const options = {
    ...base.options,
    rootDir: sources,
    outDir: out,
    declaration: true,
    declarationDir: types,
    sourceMap: true,
    inlineSources: true,
    noEmitOnError: true,
    compilationMode: 'full',
    paths,
  };
  const rootNames = filesBelow(sources)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map(name => path.join(sources, name));
  const result = angular.performCompilation({ rootNames, options, host: compilerHost(options, view) });
  const errors = result.diagnostics.filter(diagnostic => diagnostic.category === ts.DiagnosticCategory.Error);
  if (errors.length > 0) {
    throw new Error(angular.formatDiagnostics(errors));
  }
}

function compilerHost(options, view) {
  const host = angular.createCompilerHost({ options });
  host.resolveModuleNames = (names, containingFile) =>
    names.map(name => resolveModule(name, containingFile, options, host));
  host.resourceNameToFileName = (name, containingFile) => resourceFile(name, containingFile, view);
  host.readResource = file => (file.endsWith('.scss') ? compileSass(file) : fs.readFileSync(file, 'utf8'));
  return host;
}

/** A plugin has no node_modules of its own Angular: what it does not find at home comes from the SDK. */
function resolveModule(name, containingFile, options, host) {
  const home = ts.resolveModuleName(name, containingFile, options, host).resolvedModule;
  if (home || name.startsWith('.')) {
    return home;
  }
  return ts.resolveModuleName(name, path.join(SDK, 'sources.ts'), options, host).resolvedModule;
}

function resourceFile(name, containingFile, view) {
  const web = path.resolve(path.dirname(containingFile), name);
  const variant = web.replace(/\.web\.html$/, `.${view}.html`);
  if (fs.existsSync(variant)) {
    return variant;
  }
  return fs.existsSync(web) ? web : null; // null is what the compiler's interface asks for
}

/** Compiles a style sheet; `@use '@angular/material'` is found in the SDK. */
export function compileSass(file) {
  return sass.compile(file, {
    style: 'compressed',
    loadPaths: [path.join(SDK, 'node_modules')],
  }).css;
}
