// Builds the platform's part of the browser: shared libraries, @peek/platform, the apps, the SDK.
// usage: node build.mjs [<outDir>]      default: target
// Each part is built only when its inputs changed since it was last built.
import fs from 'node:fs';
import path from 'node:path';
import { SDK, emptyFolder, filesBelow, integrityOf, nameHash, precompress, readJson, whenChanged, writeJson } from './sdk/lib/files.mjs';

const HERE = import.meta.dirname;
const TARGET = path.resolve(process.argv[2] ?? path.join(HERE, 'target'));
const WORK = path.join(TARGET, 'ui-work');
const UI = path.join(TARGET, 'classes/META-INF/peek-ui');
const SDK_OUT = path.join(TARGET, 'sdk');
const PLATFORM_TYPES = path.join(WORK, 'platform/types');
const TOOLS = {
  vendor: ['package-lock.json', 'lib/vendor.mjs', 'lib/files.mjs'],
  platform: ['package-lock.json', 'lib', 'tsconfig.base.json', '../build.mjs'],
  admin: ['package-lock.json', 'lib', 'tsconfig.base.json', '../build.mjs'],
  client: ['package-lock.json', 'lib', 'tsconfig.base.json', '../build.mjs'],
};

/** Loaded when something is to be built: loading the compiler takes longer than finding out that nothing changed. */
function tools() {
  return Promise.all([import('./sdk/lib/compile.mjs'), import('./sdk/lib/bundle.mjs'), import('./sdk/lib/style.mjs')]);
}

async function buildVendor(out) {
  const vendor = await import('./sdk/lib/vendor.mjs');
  return vendor.buildVendor(out);
}

async function part(name, sources, build) {
  const out = path.join(UI, name);
  const inputs = [...sources, ...TOOLS[name].map(tool => path.join(SDK, tool))];
  const started = Date.now();
  const built = await whenChanged(
    { marker: path.join(WORK, `${name}.inputs`), inputs, outputs: [out, path.join(WORK, `${name}.json`)] },
    async () => {
      emptyFolder(out);
      writeJson(path.join(WORK, `${name}.json`), await build(out));
      await precompress(out);
    },
  );
  console.log(`${name}: ${built ? `built in ${Date.now() - started} ms` : 'up to date'}`);
  return readJson(path.join(WORK, `${name}.json`));
}

async function buildPlatform(out) {
  const [{ compile }, { bundle }] = await tools();
  const sources = path.join(HERE, 'platform/src');
  const js = path.join(WORK, 'platform/js');
  [js, PLATFORM_TYPES].forEach(emptyFolder);
  compile({ sources, out: js, types: PLATFORM_TYPES, paths: {}, view: 'web' });
  return bundle({ root: js, entries: { '@peek/platform': 'public-api.js', '@peek/platform/live': 'live/public-api.js' }, out, dev: false });
}

/** An app: its module, its style sheet and its icon. */
async function buildApp(name, out) {
  const [{ compile }, { bundle }, { bundleStyle }] = await tools();
  const app = path.join(HERE, 'apps', name);
  const work = path.join(WORK, name);
  const js = path.join(work, 'js');
  emptyFolder(work);
  const paths = {
    '@peek/platform': [path.join(PLATFORM_TYPES, 'public-api.d.ts')],
    '@peek/platform/live': [path.join(PLATFORM_TYPES, 'live/public-api.d.ts')],
  };
  compile({ sources: path.join(app, 'src'), out: js, types: path.join(work, 'types'), paths, view: 'web' });
  const bundled = await bundle({ root: js, entries: { [`${name}-app`]: 'main.js' }, out, dev: false });
  const style = await bundleStyle(path.join(app, `styles/${name}.scss`), out);
  const icon = copyHashed(path.join(HERE, 'apps/admin/styles/peek.svg'), out);
  return { ...bundled, style, icon };
}

function copyHashed(file, out) {
  const bytes = fs.readFileSync(file);
  const { name, ext } = path.parse(file);
  const hashed = `${name}-${nameHash(bytes)}${ext}`;
  fs.writeFileSync(path.join(out, hashed), bytes);
  return hashed;
}

/** Everything that a server needs to write an app's page: urls are relative to the context root. */
function writeIndex(file, name, { vendor, platform, app, later = {} }) {
  const folders = { vendor, platform, [name]: app };
  const urls = (folder, record) => Object.fromEntries(Object.entries(record).map(([key, item]) => [key, `/ui/${folder}/${item}`]));
  const imports = { ...urls('vendor', vendor.modules), ...urls('platform', platform.modules) };
  const integrity = Object.fromEntries(
    Object.entries(folders).flatMap(([folder, { files }]) =>
      Object.entries(files).filter(([own]) => own.endsWith('.js')).map(([own, hash]) => [`/ui/${folder}/${own}`, hash]),
    ),
  );
  const entry = `/ui/${name}/${app.modules[`${name}-app`]}`;
  const style = `/ui/${name}/${app.style}`;
  writeJson(path.join(UI, file), {
    angular: vendor.angular,
    imports: { ...imports, ...later },
    integrity,
    preload: preloads(imports, entry),
    entry,
    styles: [style],
    styleIntegrity: { [style]: integrityOf(fs.readFileSync(path.join(UI, name, app.style))) },
    icon: `/ui/${name}/${app.icon}`,
  });
}

/** All modules that the entry brings with it, so that the browser fetches them in one go instead of finding out step by step. */
function preloads(imports, entry) {
  const reached = new Set();
  const reach = url => {
    if (!url || reached.has(url)) {
      return;
    }
    reached.add(url);
    const file = path.join(UI, url.replace(/^\/ui\//, ''));
    for (const [, specifier] of fs.readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)) {
      reach(specifier.startsWith('.') ? path.posix.join(path.posix.dirname(url), specifier) : imports[specifier]);
    }
  };
  reach(entry);
  const large = url => /\/vendor\/(ng|kit)-/.test(url);
  return [...reached].sort((a, b) => Number(large(b)) - Number(large(a))); // what takes longest begins first
}

/** The SDK as plugin builds unpack it: tool chain, pins, and the types of @peek/platform. */
function writeSdk() {
  emptyFolder(SDK_OUT);
  for (const name of ['package.json', 'package-lock.json', 'install.mjs', 'ui-build.mjs', 'vendor-build.mjs', 'tsconfig.base.json', 'lib', 'README.md']) {
    fs.cpSync(path.join(SDK, name), path.join(SDK_OUT, name), { recursive: true });
  }
  for (const name of filesBelow(PLATFORM_TYPES).filter(file => file.endsWith('.d.ts'))) {
    const target = path.join(SDK_OUT, 'types/@peek/platform', name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(path.join(PLATFORM_TYPES, name), target);
  }
  // So that it can be tried where it is; the zip is made without it.
  fs.symlinkSync(path.join(SDK, 'node_modules'), path.join(SDK_OUT, 'node_modules'), 'junction');
}

try {
  const vendor = await part('vendor', [], buildVendor);
  const platform = await part('platform', [path.join(HERE, 'platform/src')], buildPlatform);
  const admin = await part('admin', [path.join(HERE, 'apps/admin'), PLATFORM_TYPES], out => buildApp('admin', out));
  const client = await part('client', [path.join(HERE, 'apps/client'), PLATFORM_TYPES], out => buildApp('client', out));
  writeIndex('index.json', 'admin', { vendor, platform, app: admin, later: { '@peek/': '/ui/m/' } });
  writeIndex('client.json', 'client', { vendor, platform, app: client });
  // The client service sends it from an address of its own.
  fs.copyFileSync(path.join(HERE, 'apps/client/worker/page-worker.js'), path.join(UI, 'page-worker.js'));
  writeSdk();
} catch (failed) {
  console.error(failed.message);
  process.exitCode = 1;
}
