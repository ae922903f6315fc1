// Installs the tool chain beside this file, exactly as the lock says; nothing to do when that was done before.
// It imports nothing but Node, because nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const lock = createHash('sha256').update(fs.readFileSync(path.join(folder, 'package-lock.json'))).digest('hex');
const marker = path.join(folder, 'node_modules', `.peek-${lock.slice(0, 16)}`);

if (fs.existsSync(marker)) {
  console.log('tool chain: up to date');
} else {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`npm ci failed in ${folder}${error ? `: ${error.message}` : ''}. Nothing was built. Is npm installed and its registry reachable?`);
    process.exit(1);
  }
  fs.writeFileSync(marker, '');
  console.log('tool chain: installed');
}
