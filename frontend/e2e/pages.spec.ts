import { expect } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { choose, install, test } from './stand-in';

test('says all that is wrong with an archive, with codes', async ({ admin }) => {
  await choose(admin, 'x-bad-1.0.0.zip');
  const refusal = admin.getByTestId('refusal');
  await expect(refusal.getByRole('listitem')).toHaveCount(2);
  await expect(refusal).toContainText('PEEK-2104');
  await expect(refusal.getByRole('heading')).toBeFocused();
  await expectAccessible(admin);
  await refusal.getByRole('button', { name: 'Close' }).click();
  await expect(admin.getByTestId('drop-zone')).toBeVisible();
});

test('refuses a file that is no archive before sending it', async ({ admin }) => {
  await choose(admin, 'holiday.jpg');
  await expect(admin.getByText('is no plugin archive: nothing was sent')).toBeVisible();
});

test('shows the whole plan and does nothing before the decision', async ({ admin }) => {
  await choose(admin, 'user-2.4.0.zip');
  const plan = admin.getByTestId('plan');
  await expect(plan.getByRole('heading', { level: 2 })).toHaveText('Upgrade user from 2.3.0 to 2.4.0?');
  for (const part of ['about two seconds', 'active-task', 'agent2', 'V1__create.sql', 'cannot be undone']) {
    await expect(plan).toContainText(part);
  }
  await expectAccessible(admin);
  await plan.getByTestId('discard').click();
  await expect(admin.getByTestId('row-user')).toContainText('2.3.0');
});

test('says in one sentence why an installation failed', async ({ admin }) => {
  await choose(admin, 'thing-fails-1.0.0.zip');
  await admin.getByTestId('install').click();
  const operation = admin.getByTestId('operation');
  await expect(operation).toHaveAttribute('data-state', 'FAILED');
  await expect(operation.getByTestId('operation-reason')).toContainText('did not start on worker1');
  await expect(admin).toHaveURL(/operation=/);
  await admin.reload();
  await expect(operation, 'the address leads to the step log').toHaveAttribute('data-state', 'FAILED');
});

test('a page appears, is updated, and goes, without a reload', async ({ admin }) => {
  const link = admin.getByRole('link', { name: 'Greeting' }).and(admin.locator('[href$="/p/greeting"]'));
  await install(admin, 'greeting-1.0.0.zip');
  await link.click();
  await expect(admin.getByTestId('answer-agent')).toHaveText('pong from agent1');

  await admin.getByRole('link', { name: 'Plugins', exact: true }).click();
  await install(admin, 'greeting-1.1.0.zip');
  await expect(admin.getByTestId('outdated')).toContainText('Greeting was updated.');

  await admin.getByTestId('actions-greeting').click();
  await admin.getByTestId('uninstall').click();
  await admin.getByTestId('confirm-uninstall').click();
  await expect(admin.getByTestId('row-greeting')).toHaveCount(0);
  await expect(link).toHaveCount(0);
});

test('a plugin whose pages are broken gets a card with the reason, and the rest goes on', async ({ admin, standIn }) => {
  const navigation = admin.getByRole('navigation', { name: 'Main' });
  await navigation.getByRole('link', { name: 'Rounds' }).click();
  await expect(admin.getByTestId('broken-plugin')).toContainText('built with Angular 20.3.33');
  await navigation.getByRole('link', { name: 'SOAP demo' }).click();
  await expect(admin.getByTestId('broken-plugin')).toContainText('Failed to fetch dynamically imported module');
  await expectAccessible(admin);
  await admin.goto(`${standIn.url}/admin/p/rounds/some/page`);
  await expect(admin.getByTestId('broken-plugin')).toBeVisible();
});

test('deleting data for ever asks for the id', async ({ admin }) => {
  await admin.getByTestId('actions-user').click();
  await admin.getByTestId('uninstall').click();
  await expect(admin.getByTestId('dependents')).toContainText('Active tasks');
  await admin.getByTestId('data-drop').getByRole('radio').check();
  await expect(admin.getByTestId('confirm-uninstall')).toBeDisabled();
  await admin.getByTestId('typed-id').fill('user');
  await expect(admin.getByTestId('confirm-uninstall')).toBeEnabled();
  await expectAccessible(admin);
  await admin.keyboard.press('Escape');
  await expect(admin.getByTestId('actions-user'), 'the focus is back').toBeFocused();
});

test('a server that goes away leaves the last state and a banner', async ({ admin, standIn }) => {
  await standIn.stop();
  await expect(admin.getByTestId('unreachable')).toContainText('cannot be reached');
  await expect(admin.getByTestId('row-user')).toBeVisible();
});

test('everything is reached by keyboard', async ({ admin }) => {
  await admin.keyboard.press('Tab');
  await expect(admin.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('main')).toBeFocused();
  await admin.keyboard.press('Tab');
  await expect(admin.getByRole('button', { name: 'Choose file' })).toBeFocused();
});

test('signing out leaves nothing behind', async ({ admin, standIn }) => {
  await choose(admin, 'user-2.4.0.zip');
  await expect(admin.getByTestId('plan')).toBeVisible();
  await admin.getByTestId('account').click();
  await admin.getByTestId('sign-out').click();
  await expect(admin.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await admin.goto(`${standIn.url}/admin/plugins`);
  await expect(admin.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
