import { type Page, expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { PLUGIN, drop, expectDone, expectEverywhere, openPlugins, pluginLink, watchConsole } from './admin-page';
import { storedZip } from './stored-zip';

const SESSION = '/api/v1/session';

test('a broken archive is refused with all its reasons', async ({ page }) => {
  const complaints = watchConsole(page, [SESSION, '/api/v1/uploads']);
  await openPlugins(page);
  await drop(page, 'broken-1.0.0.zip', storedZip({ 'plugin.json': JSON.stringify(brokenDescriptor()) }));

  const refusal = page.getByTestId('refusal');
  await expect(refusal.getByRole('heading')).toHaveText(/“broken-1\.0\.0\.zip” was refused/);
  await expect(refusal).toContainText('Nothing was changed');
  for (const reason of [/PEEK-2006.*'Broken Plugin'/, /PEEK-2007.*'one'/, /PEEK-2008.*'any'/]) {
    await expect(refusal.getByRole('listitem').filter({ hasText: reason })).toHaveCount(1);
  }
  await expectAccessible(page);
  await refusal.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('drop-zone')).toBeVisible();
  expect(complaints, 'errors in the browser console').toEqual([]);
});

test('a plugin is stopped, started and uninstalled, and its page goes and comes with it', async ({ page }) => {
  const complaints = watchConsole(page, [SESSION]);
  await openPlugins(page);
  await expect(pluginLink(page)).toHaveCount(1);

  await test.step('stop', async () => {
    await choose(page, 'stop');
    await expectAccessible(page);
    await page.getByTestId('confirm-stop').click();
    await expectDone(page, /^\s*Stopped/);
    await expectEverywhere(page, 'STOPPED', 'Stopped');
    await expect(pluginLink(page), 'its page went').toHaveCount(0);
  });

  await test.step('start', async () => {
    await choose(page, 'start');
    await expectDone(page, /^\s*Started/);
    await expectEverywhere(page, 'RUNNING', 'Running');
    await expect(pluginLink(page), 'its page came').toHaveCount(1);
  });

  await test.step('uninstall, and delete its data', async () => {
    await choose(page, 'uninstall');
    await page.getByTestId('data-drop').getByRole('radio').check();
    await expect(page.getByTestId('confirm-uninstall')).toBeDisabled();
    await page.getByTestId('typed-id').fill(PLUGIN);
    await expectAccessible(page);
    await page.getByTestId('confirm-uninstall').click();
    await expectDone(page, /^\s*Uninstalled/);
    await expect(page.getByTestId(`row-${PLUGIN}`)).toHaveCount(0);
    await expect(pluginLink(page)).toHaveCount(0);
  });

  expect(complaints, 'errors in the browser console').toEqual([]);
});

async function choose(page: Page, action: 'stop' | 'start' | 'uninstall'): Promise<void> {
  await page.getByTestId(`actions-${PLUGIN}`).click();
  await page.getByTestId(action).click();
}

function brokenDescriptor(): object {
  return { id: 'Broken Plugin', version: 'one', title: 'Broken', platform: 'any', services: {}, files: {} };
}
