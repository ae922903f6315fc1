import { type WebSocketRoute, expect, test } from '@playwright/test';
import { addNote, expectKept, expectOnline, openNoop } from './client';
import { required } from './settings';

// Against a platform with noop: PEEK_CLIENT_URL, PEEK_CLIENT_USER and PEEK_CLIENT_PASSWORD.
const user = () => required('PEEK_CLIENT_USER');
const password = () => required('PEEK_CLIENT_PASSWORD');

test('a note travels to the server and back, and a refusal is shown', async ({ page, context }) => {
  const url = required('PEEK_CLIENT_URL');
  const text = `from the browser ${Date.now()}`;
  await openNoop(page, url, user(), password());
  const other = await context.newPage();
  await openNoop(other, url, '', '');

  await test.step('an action takes effect and everybody sees it', async () => {
    await addNote(page, text);
    await expect(page.getByTestId('note-outcome')).toContainText(/is note \d+/);
    for (const tab of [page, other]) {
      await expect(tab.getByTestId('notes')).toContainText(text);
      await expect(tab.getByTestId('notes-age')).toHaveText('live');
    }
  });

  await test.step('a query is answered', async () => {
    await page.getByRole('button', { name: 'Count notes' }).click();
    await expect(page.getByTestId('answer')).toHaveText(/^[1-9]\d* notes$/);
  });

  await test.step('a refused action is kept until it is discarded', async () => {
    await addNote(page, 'refuse me');
    const refused = page.getByTestId('refused').getByRole('listitem');
    await expect(refused).toHaveCount(1);
    await page.reload();
    await expectOnline(page);
    await expect(refused).toHaveCount(1);
    await refused.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByTestId('refused-count')).toHaveText('0 refused');
  });

  await test.step('changes arrive while they are made', async () => {
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByTestId('load-outcome')).toHaveText('Running.');
    const readings = page.getByTestId('readings');
    await expect(readings.getByRole('listitem')).not.toHaveCount(0);
    const first = await readings.innerText();
    await expect(readings).not.toHaveText(first);
  });
});

test('the same goes by HTTP where no WebSocket gets through', async ({ page }) => {
  const text = `by HTTP ${Date.now()}`;
  await page.addInitScript(() => {
    window.WebSocket = class {
      onclose?: (event: { readonly code: number; readonly reason: string }) => void;
      constructor() {
        setTimeout(() => this.onclose?.({ code: 1006, reason: '' }));
      }
      close(): void {}
    } as unknown as typeof WebSocket;
  });
  await openNoop(page, required('PEEK_CLIENT_URL'), user(), password());
  await expect(page.getByTestId('transport')).toHaveText('http');
  await addNote(page, text);
  await expect(page.getByTestId('note-outcome')).toContainText(/is note \d+/);
  await expect(page.getByTestId('notes')).toContainText(text);
  await addNote(page, 'refuse me');
  const refused = page.getByTestId('refused').getByRole('listitem');
  await expect(refused).toHaveCount(1);
  await refused.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Count notes' }).click();
  await expect(page.getByTestId('answer')).toHaveText(/^[1-9]\d* notes$/);
});

test('actions done without a network are sent in order when it is back', async ({ page, context }) => {
  const stamp = Date.now();
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/client\/live$/, socket => {
    socket.connectToServer();
    sockets.add(socket);
  });
  await openNoop(page, required('PEEK_CLIENT_URL'), user(), password());
  await expect(page.getByTestId('notes-age')).toHaveText('live');
  await context.setOffline(true); // which leaves open sockets open
  await Promise.all([...sockets].map(socket => socket.close({ code: 1001 })));
  await expect(page.getByTestId('state')).toHaveText('offline');
  for (const text of ['one', 'two', 'three']) {
    await addNote(page, `${text} ${stamp}`);
  }
  await expect(page.getByTestId('waiting-count')).toHaveText('3 waiting');
  await context.setOffline(false);
  await expect(page.getByTestId('waiting-count')).toHaveText('0 waiting', { timeout: 30_000 });
  const notes = page.getByTestId('notes').getByRole('listitem').filter({ hasText: String(stamp) });
  await expect(notes).toHaveCount(3);
  const ids = await notes.evaluateAll(items => items.map(item => [Number.parseInt(item.textContent ?? '', 10), item.textContent?.replace(/^\d+: (\w+).*$/, '$1')] as const));
  expect([...ids].sort(([a], [b]) => a - b).map(([, text]) => text)).toEqual(['one', 'two', 'three']);
});

test('a page opens without a network, shows what was known, and takes actions for later', async ({ page, context }) => {
  const text = `before the network went ${Date.now()}`;
  await openNoop(page, required('PEEK_CLIENT_URL'), user(), password());
  await addNote(page, text);
  await expect(page.getByTestId('notes')).toContainText(text);
  await expectKept(page);
  await context.setOffline(true);
  await expect(page.getByTestId('state'), 'the browser says so, nobody waits for a beat').toHaveText('offline', { timeout: 3_000 });
  await page.reload();
  await expect(page.getByTestId('state')).toHaveText('offline');
  await expect(page.getByTestId('notes')).toContainText(text);
  await expect(page.getByTestId('notes-age')).toHaveText(/as it was (now|\d+ seconds? ago)/);
  await addNote(page, `${text}, later`);
  await expect(page.getByTestId('waiting-count')).toHaveText('1 waiting');
  await context.setOffline(false);
  await expectOnline(page);
  await expect(page.getByTestId('waiting-count')).toHaveText('0 waiting', { timeout: 20_000 });
  await expect(page.getByTestId('notes')).toContainText(`${text}, later`);
});
