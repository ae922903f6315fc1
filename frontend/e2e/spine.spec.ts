import { type Page, expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { NEW_PASSWORD, PLUGIN, dropArchive, expectDone, expectEverywhere, pluginLink, signIn, watchConsole } from './admin-page';
import { oneTimePassword, required } from './settings';

test('a plugin dropped on the admin page runs on every service', async ({ page }) => {
  const complaints = watchConsole(page, ['/api/v1/session']);

  await test.step('sign in with the one-time password and set a new one', () => signInForTheFirstTime(page));
  await test.step('drop the archive and read the plan', () => readPlan(page));
  await test.step('install and wait until it runs on every instance', () => install(page));
  await test.step('open its page without reloading', () => openPluginPage(page));
  await test.step('reload: the page is still there', () => reload(page));

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

async function readPlan(page: Page): Promise<void> {
  const plan = await dropArchive(page, required('PEEK_NOOP_ZIP'));
  await expect(plan.getByRole('heading', { level: 2 })).toContainText(PLUGIN);
  await expect(plan.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByTestId(`row-${PLUGIN}`), 'nothing happens before the decision').toHaveCount(0);
}

async function install(page: Page): Promise<void> {
  await page.getByTestId('install').click();
  await expectDone(page, /^\s*Installed/);
  await expect(page.getByTestId(`row-${PLUGIN}`)).toHaveAttribute('data-state', 'RUNNING', { timeout: 30_000 });
  await expectEverywhere(page, 'RUNNING', 'Running');
  await expectAccessible(page);
}

async function openPluginPage(page: Page): Promise<void> {
  await pluginLink(page).first().click();
  await expect(page).toHaveURL(new RegExp(`/admin/p/${PLUGIN}`));
  await expectAnswers(page);
  await expectAccessible(page);
}

/** Now the import map names the plugin's files, with their digests. */
async function reload(page: Page): Promise<void> {
  const redirected: string[] = [];
  page.on('request', request => {
    if (new URL(request.url()).pathname.startsWith('/ui/m/')) {
      redirected.push(request.url());
    }
  });
  await page.reload();
  await expectAnswers(page);
  expect(redirected, 'modules that the import map does not know').toEqual([]);
}

async function expectAnswers(page: Page): Promise<void> {
  for (const answer of ['answer-agent', 'answer-worker', 'answer-database', 'answer-client']) {
    const card = page.getByTestId(answer);
    await expect(card, answer).toContainText(/, \d+ ms/, { timeout: 30_000 });
    await expect(card.locator('.refused'), answer).toHaveCount(0);
  }
}
