// Files, digests and markers: what every build step of the SDK needs.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

/** Folder of the SDK: tool chain and shared libraries are resolved from here, never from a plugin. */
export const SDK = path.resolve(import.meta.dirname, '..');

const TEXT = new Set(['.js', '.css', '.json', '.svg', '.html', '.map']);

/** All files below a folder, as sorted paths with forward slashes relative to it. */
export function filesBelow(folder) {
  if (!fs.existsSync(folder)) {
    return [];
  }
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(name => !name.split('/').includes('node_modules'))
    .sort();
}

/** Empties a folder, and creates it when it is not there. */
export function emptyFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
}

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value, undefined, 2) + '\n');
}

/** The version of a library that is installed in the SDK. */
export function versionOf(library) {
  return readJson(path.join(SDK, 'node_modules', library, 'package.json')).version;
}

/** Subresource integrity of some bytes, as the import map and the server want it. */
export function integrityOf(bytes) {
  return 'sha384-' + createHash('sha384').update(bytes).digest('base64');
}

/** Short digest for file names that may be cached for ever. */
export function nameHash(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

/** Digest over names and contents of everything below some files and folders. */
export function digestOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs.filter(candidate => fs.existsSync(candidate))) {
    const names = fs.statSync(input).isDirectory() ? filesBelow(input) : [''];
    for (const name of names) {
      hash.update(`\n${path.basename(input)}/${name}\n`).update(fs.readFileSync(path.join(input, name)));
    }
  }
  return hash.digest('hex');
}

/**
 * Runs a step only when its inputs changed since it last succeeded.
 *
 * @param marker file that keeps the digest of the inputs of the last success
 * @param options texts that belong to the inputs, such as command line options
 * @param outputs files and folders that the step writes; when one is missing the step runs
 */
export async function whenChanged({ marker, inputs, options = '', outputs }, step) {
  const digest = digestOf(inputs) + options;
  const known = fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === digest;
  if (known && outputs.every(output => fs.existsSync(output))) {
    return false;
  }
  fs.rmSync(marker, { force: true });
  await step();
  fs.mkdirSync(path.dirname(marker), { recursive: true });
  fs.writeFileSync(marker, digest);
  return true;
}

/** Writes `.br` and `.gz` next to every text file, so that the server never compresses on the fly. */
export async function precompress(folder) {
  const brotli = promisify(zlib.brotliCompress);
  const gzip = promisify(zlib.gzip);
  for (const name of filesBelow(folder).filter(candidate => TEXT.has(path.extname(candidate)))) {
    const file = path.join(folder, name);
    const bytes = fs.readFileSync(file);
    const [br, gz] = await Promise.all([brotli(bytes), gzip(bytes, { level: 9 })]);
    fs.writeFileSync(file + '.br', br);
    fs.writeFileSync(file + '.gz', gz);
  }
}
