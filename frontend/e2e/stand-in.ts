import { type Page, test as base, expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const SERVER = path.resolve(import.meta.dirname, '../dev/mock-server.mjs');
const PORT = Number(process.env['PEEK_STAND_IN_PORT'] ?? 4310);
const PASSWORD = 'correct horse battery staple';

export interface StandIn {
  readonly url: string;
  /** Stops answering. */
  stop(): Promise<void>;
}

/** A fresh development stand-in with plugins for each test, and a page that is signed in to it. */
export const test = base.extend<{ standIn: StandIn; admin: Page }>({
  standIn: async ({}, use) => {
    const server = spawn(process.execPath, [SERVER, String(PORT), '--installed'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(server, 'exit');
    await once(server.stdout, 'data');
    const stop = async () => {
      server.kill();
      await ended;
    };
    await use({ url: `http://127.0.0.1:${PORT}`, stop });
    await stop();
  },
  admin: async ({ page, standIn }, use) => {
    await page.goto(`${standIn.url}/admin/`);
    await page.getByLabel('Name').fill('admin');
    await page.getByLabel('Password').fill('one-time-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Current password').fill('one-time-password');
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('New password again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByTestId('summary')).toBeVisible();
    await use(page);
  },
});

/** Chooses an archive; what becomes of it, the stand-in reads from its name. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByTestId('archive-file').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(name) });
}

/** Installs an archive that goes through. */
export async function install(page: Page, name: string): Promise<void> {
  await choose(page, name);
  await page.getByTestId('install').click();
  await expect(page.getByTestId('operation')).toHaveAttribute('data-state', 'DONE');
}
