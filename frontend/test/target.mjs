// Where the tests find what was built, and where they may write.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export const TARGET = process.env.PEEK_FRONTEND_TARGET ?? path.resolve(import.meta.dirname, '../target');
export const UI = path.join(TARGET, 'classes/META-INF/peek-ui');

/** A folder of its own, removed when the test is over. */
export function temporaryFolder(test) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peek-ui-'));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Builds pages as the unpacked SDK does. */
export function uiBuild(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(TARGET, 'sdk/ui-build.mjs'), ...args], { encoding: 'utf8' });
  return { status, output: stripVTControlCharacters(stdout + stderr) };
}
