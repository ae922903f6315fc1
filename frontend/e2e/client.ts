import { type BrowserContext, type Page, expect } from '@playwright/test';

/** Opens noop's page on a client service, and signs in where nobody is. */
export async function openNoop(page: Page, url: string, name: string, password: string): Promise<void> {
  await page.goto(`${url}/client/page/noop/`);
  const form = page.getByRole('form', { name: 'Sign in' });
  await expect(form.or(page.getByTestId('state')).first()).toBeVisible();
  if (await form.isVisible()) {
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: 'Sign in' }).click();
  }
  await expectOnline(page);
}

export async function expectOnline(page: Page): Promise<void> {
  await expect(page.getByTestId('state')).toHaveText('online', { timeout: 20_000 });
}

/** Writes a note; offline as well. */
export async function addNote(page: Page, text: string): Promise<void> {
  await page.getByLabel('Text').fill(text);
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByTestId('note-outcome')).toContainText(`“${text}”`);
}

/** A page of its own in the same browser, as after a restart. */
export async function anotherPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/client/page/noop/`);
  return page;
}

/** Waits until the browser could show noop's page without a network. */
export async function expectKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter(name => name.startsWith('peek-page-'));
      const keys = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
      return keys.flat().map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept).toEqual(expect.arrayContaining(['/client/page/noop/', '/client/noop/page.js']));
  expect((await kept()).filter(path => /session|live$|fallback/.test(path)), 'neither doors nor sessions').toEqual([]);
}
