// Builds a plugin's pages: TypeScript and templates to hashed ES modules and ui-manifest.json.
// usage: node ui-build.mjs <projectDir> <outDir> [--tuples=<dir>] [--deps=<dir>] [--types=<dir>] [--dev]
//   projectDir  the plugin's module folder, or its src/main/frontend
//   outDir      becomes ui/ of the archive
//   --tuples    folder with @peek/<plugin>/tuples and @peek/<plugin>/_private/tuples, written from the plugin's Java types
//   --deps      folder with @peek/<plugin>/<name>/index.d.ts of the plugins whose pages are used
//   --types     where to write this plugin's own @peek/<plugin>/..., default <outDir>-types
//   --dev       readable output with source maps
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SDK, emptyFolder, filesBelow, versionOf, whenChanged, writeJson } from './lib/files.mjs';
import { readProject } from './lib/project.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { tuples: { type: 'string' }, deps: { type: 'string' }, types: { type: 'string' }, dev: { type: 'boolean', default: false } },
});

async function main() {
  if (positionals.length !== 2) {
    throw new Error('usage: node ui-build.mjs <projectDir> <outDir> [--tuples=<dir>] [--deps=<dir>] [--types=<dir>] [--dev]');
  }
  const project = readProject(positionals[0]);
  const out = path.resolve(positionals[1]);
  const build = {
    project,
    out,
    work: `${out}-work`,
    types: path.resolve(options.types ?? `${out}-types`),
    declared: [options.tuples, options.deps].filter(folder => folder && fs.existsSync(folder)).map(folder => path.resolve(folder)),
    tuples: options.tuples && path.resolve(options.tuples),
  };
  const started = Date.now();
  const built = await whenChanged(freshness(build), () => buildAll(build));
  console.log(built ? `${project.plugin}: pages built in ${Date.now() - started} ms` : `${project.plugin}: pages are up to date`);
}

function freshness({ project, out, work, types, declared }) {
  const sdk = ['ui-build.mjs', 'lib', 'types', 'tsconfig.base.json', 'package-lock.json'];
  return {
    marker: path.join(work, 'inputs.sha256'),
    inputs: [project.sources, ...declared, ...sdk.map(name => path.join(SDK, name))],
    options: JSON.stringify([project.plugin, options.dev]),
    outputs: [path.join(out, 'ui-manifest.json'), types],
  };
}

async function buildAll(build) {
  [build.out, build.work, build.types].forEach(emptyFolder);
  for (const view of build.project.views) {
    await buildView(build, view);
  }
  copyAssets(build);
  publishTypes(build);
}

async function buildView({ project, out, work, declared }, view) {
  // Loaded here, because loading the compiler takes longer than finding out that nothing changed.
  const [{ compile }, { bundle }] = await Promise.all([import('./lib/compile.mjs'), import('./lib/bundle.mjs')]);
  const js = path.join(work, view, 'js');
  const types = path.join(work, view, 'types');
  compile({ sources: project.sources, out: js, types, paths: typePaths(project, declared), view });
  const inlined = copyTuples(declared, js);
  const target = view === 'web' ? out : path.join(out, view);
  const bundled = await bundle({ root: js, entries: project.entries, inlined, out: target, dev: options.dev });
  writeJson(path.join(target, 'ui-manifest.json'), {
    plugin: project.plugin,
    builtWith: { angular: versionOf('@angular/core') },
    view,
    apps: project.apps,
    ...bundled,
    uses: bundled.uses.filter(specifier => !specifier.startsWith(`@peek/${project.plugin}/`)),
  });
}

/** Own modules are read from source; the platform's, other plugins' and those of tuples as declarations. */
function typePaths(project, declared) {
  const own = project.apis.map(api => [`@peek/${project.plugin}/${api}`, [path.join(project.sources, 'api', api, 'index.ts')]]);
  return {
    ...Object.fromEntries(own),
    '@peek/platform': [path.join(SDK, 'types/@peek/platform/public-api.d.ts')],
    '@peek/platform/live': [path.join(SDK, 'types/@peek/platform/live/public-api.d.ts')],
    ...(declared.length > 0 ? { '@peek/*': declared.map(folder => path.join(folder, '@peek/*')) } : {}),
  };
}

/**
 * Modules of tuples hold nothing but names, so each plugin's pages carry those that they use: they work while the other
 * plugin is away, and a plugin without pages has a module too. They are copied, because digests cover the paths of inputs.
 *
 * @returns file below `js` by specifier
 */
function copyTuples(declared, js) {
  const inlined = {};
  for (const folder of declared) {
    for (const name of filesBelow(folder).filter(file => file.endsWith('/tuples/index.js'))) {
      fs.cpSync(path.join(folder, name), path.join(js, name));
      inlined[path.posix.dirname(name)] = `./${name}`;
    }
  }
  return inlined;
}

function copyAssets({ project, out }) {
  const assets = path.join(project.sources, 'assets');
  if (fs.existsSync(assets)) {
    fs.cpSync(assets, path.join(out, 'assets'), { recursive: true });
  }
}

/** Only `api/**` and exposed tuples are for others; private pages have no declarations in the archive. */
function publishTypes({ project, work, types, tuples }) {
  const exposed = path.join('@peek', project.plugin, 'tuples');
  if (tuples && fs.existsSync(path.join(tuples, exposed))) {
    fs.cpSync(path.join(tuples, exposed), path.join(types, exposed), { recursive: true });
  }

  const declarations = path.join(work, 'web/types/api');
  for (const name of filesBelow(declarations).filter(file => file.endsWith('.d.ts'))) {
    const target = path.join(types, '@peek', project.plugin, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(declarations, name), target);
  }
}

try {
  await main();
} catch (refused) {
  console.error(refused.message);
  process.exitCode = 1;
}
