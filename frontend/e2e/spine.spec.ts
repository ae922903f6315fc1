import { type Locator, type Page, expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expectAccessible } from './accessibility';
import { oneTimePassword, required } from './settings';

const ACCOUNT = process.env['PEEK_ADMIN'] ?? 'admin';
const NEW_PASSWORD = process.env['PEEK_ADMIN_NEW_PASSWORD'] ?? 'correct horse battery staple';
const PLUGIN = process.env['PEEK_PLUGIN'] ?? 'noop';

test('a plugin dropped on the admin page runs on every service', async ({ page }) => {
  const complaints = watchConsole(page);

  await test.step('sign in with the one-time password and set a new one', () => signInForTheFirstTime(page));
  await test.step('drop the archive and read the plan', () => dropArchive(page, required('PEEK_NOOP_ZIP')));
  await test.step('install and wait until it runs on every instance', () => install(page));
  await test.step('open its page without reloading', () => openPluginPage(page));

  expect(complaints, 'errors in the browser console').toEqual([]);
});

async function signInForTheFirstTime(page: Page): Promise<void> {
  const password = oneTimePassword();
  await page.goto('/admin/');
  await expect(page.getByLabel('Name')).toBeFocused();
  await expectAccessible(page);
  await signIn(page, password);
  await expect(page).toHaveURL(/\/admin\/password/);
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('New password again').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('heading', { name: 'Plugins', level: 1 })).toBeVisible();
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Name').fill(ACCOUNT);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Drops the file as a user does: with the drag events and a DataTransfer that carries it. */
async function dropArchive(page: Page, zip: string): Promise<void> {
  const zone = page.getByTestId('drop-zone');
  await expect(zone).toBeVisible();
  const transfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: 'application/zip' }));
      return data;
    },
    { name: basename(zip), base64: readFileSync(zip).toString('base64') },
  );
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });

  const plan = page.getByTestId('plan');
  await expect(plan).toBeVisible({ timeout: 60_000 });
  await expect(plan.getByRole('heading', { level: 2 })).toContainText(PLUGIN);
  await expect(plan.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByTestId(`row-${PLUGIN}`), 'nothing happens before the decision').toHaveCount(0);
}

async function install(page: Page): Promise<void> {
  await page.getByTestId('install').click();
  const operation = page.getByTestId('operation');
  await expect(operation).toBeVisible();
  await expect(operation).toHaveAttribute('data-state', /DONE|FAILED/, { timeout: 90_000 });
  await expect(operation, await operation.innerText()).toHaveAttribute('data-state', 'DONE');

  await expect(page.getByTestId(`row-${PLUGIN}`)).toHaveAttribute('data-state', 'RUNNING', { timeout: 30_000 });
  for (const cell of await connectedCells(page)) {
    await expect(cell).toHaveAttribute('data-state', 'RUNNING', { timeout: 30_000 });
    await expect(cell).toContainText('Running');
  }
  await expectAccessible(page);
}

/** The plugin's cells of the instances that are connected; there must be at least one for each service. */
async function connectedCells(page: Page): Promise<Locator[]> {
  const connected = page.getByTestId('instances').locator('li[data-state=CONNECTED]');
  await expect(connected.first()).toBeVisible();
  const names = await connected.evaluateAll(items => items.map(item => item.getAttribute('data-instance') ?? ''));
  expect(names.length, `connected: ${names.join(', ')}`).toBeGreaterThanOrEqual(4);
  return names.map(name => page.getByTestId(`cell-${PLUGIN}-${name}`));
}

async function openPluginPage(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await navigation.locator(`a[href*="/admin/p/${PLUGIN}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/admin/p/${PLUGIN}`));
  for (const answer of ['answer-agent', 'answer-worker', 'answer-database', 'answer-client']) {
    await expect(page.getByTestId(answer), answer).not.toBeEmpty({ timeout: 30_000 });
  }
}

/** Collects what the browser complains about; a refused sign-in before there is a session is none. */
function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !message.location().url.endsWith('/api/v1/session')) {
      complaints.push(message.text());
    }
  });
  return complaints;
}
