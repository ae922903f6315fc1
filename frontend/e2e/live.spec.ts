import { type Page, test as base, expect } from '@playwright/test';
import { MockClient } from '../dev/mock-client.mjs';
import { expectAccessible } from './accessibility';
import { watchConsole } from './admin-page';
import { addNote, anotherPage, expectKept, expectOnline, openNoop } from './client';

const PORT = Number(process.env['PEEK_STAND_IN_PORT'] ?? 4310) + 10;
const URL = `http://127.0.0.1:${PORT}`;

/** A fresh client service for each test, and noop's page, signed in. */
const test = base.extend<{ client: MockClient; noop: Page }>({
  client: async ({}, use) => {
    const client = await new MockClient().start(PORT);
    await use(client);
    await client.stop();
  },
  noop: async ({ page, client }, use) => {
    expect(client.live.connections.size).toBe(0);
    await openNoop(page, URL, 'ada', 'right');
    await use(page);
  },
});

const sent = (client: MockClient) => client.live.acts.map(({ fields }: { fields: { text: string } }) => fields.text);
const reading = (number: number) => ({ series: 'load-1', number, sentAt: '2026-01-01T00:00:00Z' });

test('signs in, observes, acts and asks, without a complaint of the browser', async ({ page, client }) => {
  const complaints = watchConsole(page, ['/client/session']);
  await page.goto(`${URL}/client/page/noop/`);
  const form = page.getByRole('form', { name: 'Sign in' });
  await expect(form.getByLabel('Name')).toBeFocused();
  await expectAccessible(page);
  await form.getByLabel('Name').fill('ada');
  await form.getByLabel('Password').fill('wrong');
  await form.getByRole('button').click();
  await expect(page.getByRole('alert')).toHaveText('Name or password is wrong.');
  await form.getByLabel('Password').fill('right');
  await form.getByRole('button').click();
  await expectOnline(page);
  await expect(page.getByTestId('transport')).toHaveText('websocket');

  client.live.change('noop.Reading?series=load-1', [reading(1)]);
  await expect(page.getByTestId('readings')).toContainText('1 2026');
  await expect(page.getByTestId('readings-age')).toHaveText('live');
  await addNote(page, 'hello');
  await expect(page.getByTestId('notes')).toContainText('1: hello (ada)');
  await expect(page.getByTestId('note-outcome')).toHaveText('“hello” is note 1.');
  await page.getByRole('button', { name: 'Count notes' }).click();
  await expect(page.getByTestId('answer')).toHaveText('1 notes');
  await expectAccessible(page);
  expect(complaints, 'errors in the browser console').toEqual([]);
});

test('differences make the same list as the whole', async ({ noop, client }) => {
  const numbers = () => noop.getByTestId('readings').getByRole('listitem').evaluateAll(items => items.map(item => Number.parseInt(item.textContent ?? '', 10)));
  for (const list of [[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 1, 2, 30, 4, 5, 6, 7, 8, 9], [0, 1, 2, 30, 8, 9], []]) {
    client.live.change('noop.Reading?series=load-1', list.map(reading));
    await expect.poll(numbers).toEqual(list);
  }
});

test('a reload without the live door shows what was known, and how old it is', async ({ noop, client }) => {
  client.live.change('noop.Reading?series=load-1', [reading(7)]);
  await addNote(noop, 'kept');
  await expect(noop.getByTestId('notes')).toContainText('kept');
  await expect(noop.getByTestId('readings')).toContainText('7 2026');
  client.shut('websocket', 'http');
  await noop.reload();
  await expect(noop.getByTestId('state')).toHaveText('offline');
  await expect(noop.getByTestId('readings')).toContainText('7 2026');
  await expect(noop.getByTestId('notes')).toContainText('1: kept (ada)');
  await expect(noop.getByTestId('readings-age')).toHaveText(/as it was (now|\d+ seconds? ago)/);

  client.live.values.set('noop.Reading?series=load-1', [reading(8)]);
  client.open();
  await expectOnline(noop);
  await expect(noop.getByTestId('readings')).toContainText('8 2026');
  await expect(noop.getByTestId('readings-age')).toHaveText('live');
});

test('a page opens without a network, shows what was known, and takes actions for later', async ({ noop, context, client }) => {
  const text = 'known';
  await addNote(noop, text);
  await expect(noop.getByTestId('notes')).toContainText(text);
  await expectKept(noop);
  await context.setOffline(true);
  await expect(noop.getByTestId('state'), 'the browser says so, nobody waits for a beat').toHaveText('offline', { timeout: 3_000 });
  await noop.reload();
  await expect(noop.getByTestId('state')).toHaveText('offline');
  await expect(noop.getByTestId('notes')).toContainText(text);
  await expect(noop.getByTestId('notes-age')).toHaveText(/as it was (now|\d+ seconds? ago)/);
  await addNote(noop, `${text}, later`);
  await expect(noop.getByTestId('waiting-count')).toHaveText('1 waiting');
  await context.setOffline(false);
  await expectOnline(noop);
  await expect(noop.getByTestId('waiting-count')).toHaveText('0 waiting', { timeout: 20_000 });
  await expect(noop.getByTestId('notes')).toContainText(`${text}, later`);
  expect(sent(client)).toEqual([text, `${text}, later`]);
});

test('actions done offline are sent in order when the service is back, each once', async ({ noop, client }) => {
  client.shut('websocket', 'http');
  await expect(noop.getByTestId('state')).toHaveText('offline');
  for (const text of ['one', 'two', 'three']) {
    await addNote(noop, text);
  }
  await expect(noop.getByTestId('waiting').getByRole('listitem')).toHaveCount(3);
  expect(sent(client)).toEqual([]);
  client.open();
  await expect(noop.getByTestId('waiting-count')).toHaveText('0 waiting', { timeout: 20_000 });
  expect(sent(client)).toEqual(['one', 'two', 'three']);
  await expect(noop.getByTestId('notes').getByRole('listitem')).toHaveText([/one/, /two/, /three/]);
});

test('an action whose answer was lost takes effect once', async ({ noop, client }) => {
  client.live.instead = 'silent';
  await addNote(noop, 'lost');
  await expect.poll(() => sent(client)).toEqual(['lost']);
  client.live.instead = undefined;
  client.live.drop(1001);
  await expect(noop.getByTestId('note-outcome')).toHaveText('“lost” is note 1.', { timeout: 20_000 });
  expect(sent(client)).toEqual(['lost', 'lost']);
  expect(client.live.values.get('noop.Note')).toHaveLength(1);
});

test('a refused action is shown with its reason, tried again and discarded', async ({ noop, client }) => {
  await addNote(noop, 'refuse me');
  const refused = noop.getByTestId('refused').getByRole('listitem');
  await expect(refused).toContainText('NOOP-1 This note asked to be refused.');
  await expect(noop.getByTestId('note-outcome')).toHaveText('“refuse me” was refused: This note asked to be refused.');
  await noop.reload();
  await expect(refused, 'it is not lost').toHaveCount(1);
  await expectOnline(noop);
  await refused.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => sent(client)).toEqual(['refuse me', 'refuse me']);
  expect(new Set(client.live.acts.map(({ id }: { id: string }) => id)).size, 'a new action').toBe(2);
  await expect(refused).toHaveCount(1);
  await expectAccessible(noop);
  await refused.getByRole('button', { name: 'Discard' }).click();
  await expect(noop.getByTestId('refused-count')).toHaveText('0 refused');
  await noop.reload();
  await expect(noop.getByTestId('refused-count')).toHaveText('0 refused');
});

test('where the WebSocket is refused, everything goes by HTTP', async ({ page, client }) => {
  client.shut('websocket');
  await openNoop(page, URL, 'ada', 'right');
  await expect(page.getByTestId('transport')).toHaveText('http');
  client.live.change('noop.Reading?series=load-1', [reading(1)]);
  await expect(page.getByTestId('readings')).toContainText('1 2026');
  for (const text of ['one', 'two']) {
    await addNote(page, text);
  }
  await addNote(page, 'refuse me');
  await expect(page.getByTestId('notes').getByRole('listitem')).toHaveText([/one/, /two/]);
  await expect(page.getByTestId('refused-count')).toHaveText('1 refused');
  await page.getByRole('button', { name: 'Count notes' }).click();
  await expect(page.getByTestId('answer')).toHaveText('2 notes');
  client.live.drop(1001);
  await expectOnline(page);
  expect(sent(client)).toEqual(['one', 'two', 'refuse me']);
});

test('a restart of the browser loses nothing that waits', async ({ noop, client, context }) => {
  client.shut('websocket', 'http');
  await expect(noop.getByTestId('state')).toHaveText('offline');
  await addNote(noop, 'before');
  await noop.close();
  const later = await anotherPage(context, URL);
  await expect(later.getByTestId('waiting')).toContainText('before');
  await addNote(later, 'after');
  client.open();
  await expect(later.getByTestId('waiting-count')).toHaveText('0 waiting', { timeout: 20_000 });
  expect(sent(client)).toEqual(['before', 'after']);
  expect(client.live.acts.map(({ n }: { n: number }) => n)).toEqual([1, 2]);
});

test('two tabs send each action once, in order, and both know the outcome', async ({ noop, client, context }) => {
  const second = await anotherPage(context, URL);
  await expectOnline(second);
  for (const [page, text] of [[noop, 'a'], [second, 'b'], [noop, 'c'], [second, 'refuse me']] as const) {
    await addNote(page, text);
  }
  await expect(second.getByTestId('note-outcome')).toContainText('was refused');
  await expect(noop.getByTestId('refused-count')).toHaveText('1 refused');
  await expect(noop.getByTestId('notes').getByRole('listitem')).toHaveCount(3);
  expect(sent(client)).toEqual(['a', 'b', 'c', 'refuse me']);

  await noop.close();
  await addNote(second, 'd');
  await expect(second.getByTestId('note-outcome')).toHaveText('“d” is note 4.');
});

test('a session that is over asks to sign in, and goes on', async ({ noop, client }) => {
  client.expire();
  const form = noop.getByRole('form', { name: 'Sign in' });
  await expect(form).toBeVisible();
  await addNote(noop, 'meanwhile');
  await form.getByLabel('Name').fill('ada');
  await form.getByLabel('Password').fill('right');
  await form.getByRole('button').click();
  await expect(noop.getByTestId('notes')).toContainText('meanwhile');
});

test('the next user of a browser sees nothing of the one before', async ({ noop }) => {
  const signOut = async () => {
    const reloaded = noop.waitForEvent('load');
    await noop.getByRole('button', { name: 'Sign out' }).click();
    await reloaded;
  };
  await addNote(noop, 'refuse me');
  await expect(noop.getByTestId('refused-count')).toHaveText('1 refused');
  await signOut();
  await openNoop(noop, URL, 'bob', 'right');
  await expect(noop.getByTestId('refused-count')).toHaveText('0 refused');
  await signOut();
  await openNoop(noop, URL, 'ada', 'right');
  await expect(noop.getByTestId('refused-count')).toHaveText('1 refused');
});

test('the cache in the browser keeps its bounds, least recently used first', async ({ noop, client }) => {
  for (let series = 1; series <= 4; series++) {
    client.live.values.set(`noop.Reading?series=load-${series}`, [reading(series)]);
  }
  const kept = await noop.evaluate(async () => {
    const { createLive, tupleType } = await import('@peek/platform/live');
    const small = createLive({ base: '/client', cacheEntries: 2 });
    for (let series = 1; series <= 4; series++) {
      await new Promise<void>(seen => {
        small.observe(tupleType('noop.Reading').select({ series: `load-${series}` })).subscribe(({ from }: { from: string }) => from === 'live' && seen());
      });
    }
    await small.close();
    const database = await new Promise<IDBDatabase>(opened => {
      const request = indexedDB.open('peek-live:ada');
      request.onsuccess = () => opened(request.result);
    });
    const keys = (store: string) =>
      new Promise<IDBValidKey[]>(read => {
        const request = database.transaction(store).objectStore(store).getAllKeys();
        request.onsuccess = () => read(request.result);
      });
    return [await keys('entries'), await keys('texts')];
  });
  const newest = ['noop.Reading?series=load-3', 'noop.Reading?series=load-4'];
  expect(kept).toEqual([newest, newest]);
});

test('is used on a phone without scrolling sideways', async ({ noop, client }) => {
  await noop.setViewportSize({ width: 360, height: 740 });
  await addNote(noop, 'refuse me '.repeat(15).trim());
  client.live.change('noop.Reading?series=load-1', [reading(1)]);
  await expect(noop.getByTestId('readings')).toContainText('1 2026');
  expect(await noop.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await expectAccessible(noop);
});
