import { type Locator, type Page, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export const ACCOUNT = process.env['PEEK_ADMIN'] ?? 'admin';
export const NEW_PASSWORD = process.env['PEEK_ADMIN_NEW_PASSWORD'] ?? 'correct horse battery staple';
export const PLUGIN = process.env['PEEK_PLUGIN'] ?? 'noop';

const OPERATION = 90_000;

/** Fills in the form that is open. */
export async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Name').fill(ACCOUNT);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens the plugins page with the password that was set before. */
export async function openPlugins(page: Page): Promise<void> {
  await page.goto('/admin/');
  await signIn(page, NEW_PASSWORD);
  await expect(page.getByTestId('summary')).toBeVisible();
}

/** Drops a file as a user does: with the drag events and a DataTransfer that carries it. */
export async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  const zone = page.getByTestId('drop-zone');
  await expect(zone).toBeVisible();
  const transfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type: 'application/zip' }));
      return data;
    },
    { fileName: name, base64: content.toString('base64') },
  );
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

/** Drops an archive and waits for its plan. */
export async function dropArchive(page: Page, zip: string): Promise<Locator> {
  await drop(page, basename(zip), readFileSync(zip));
  const plan = page.getByTestId('plan');
  await expect(plan).toBeVisible({ timeout: 60_000 });
  return plan;
}

/** Waits until the operation that is shown has ended well. */
export async function expectDone(page: Page, title: RegExp): Promise<void> {
  const operation = page.getByTestId('operation');
  await expect(operation.getByRole('heading', { level: 2 })).toHaveText(title, { timeout: OPERATION });
  await expect(operation).toHaveAttribute('data-state', /DONE|FAILED/, { timeout: OPERATION });
  await expect(operation, await operation.innerText()).toHaveAttribute('data-state', 'DONE');
}

/** The plugin's cells of the instances that are connected; there must be at least one for each service. */
export async function expectEverywhere(page: Page, state: string, shown: string): Promise<void> {
  for (const cell of await connectedCells(page)) {
    await expect(cell).toHaveAttribute('data-state', state, { timeout: 30_000 });
    await expect(cell).toContainText(shown);
  }
}

async function connectedCells(page: Page): Promise<Locator[]> {
  const connected = page.getByTestId('instances').locator('li[data-state=CONNECTED]');
  await expect(connected.first()).toBeVisible();
  const names = await connected.evaluateAll(items => items.map(item => item.getAttribute('data-instance') ?? ''));
  expect(names.length, `connected: ${names.join(', ')}`).toBeGreaterThanOrEqual(4);
  return names.map(name => page.getByTestId(`cell-${PLUGIN}-${name}`));
}

/** The plugin's line in the side bar. */
export function pluginLink(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Main' }).locator(`a[href*="/admin/p/${PLUGIN}"]`);
}

/** Collects what the browser complains about; a refused call to one of the given addresses is none. */
export function watchConsole(page: Page, refused: readonly string[]): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    const { pathname } = new URL(message.location().url || 'about:blank');
    if (message.type() === 'error' && !refused.includes(pathname)) {
      complaints.push(message.text());
    }
  });
  return complaints;
}
