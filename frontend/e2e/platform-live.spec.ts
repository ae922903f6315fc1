import { expect, test } from '@playwright/test';
import { addNote, expectOnline, openNoop } from './client';
import { required } from './settings';

/** Against a platform with noop: PEEK_CLIENT_URL, PEEK_CLIENT_USER and PEEK_CLIENT_PASSWORD. */
test('a note travels to the server and back, and a refusal is shown', async ({ page, context }) => {
  const url = required('PEEK_CLIENT_URL');
  const text = `from the browser ${Date.now()}`;
  await openNoop(page, url, required('PEEK_CLIENT_USER'), required('PEEK_CLIENT_PASSWORD'));
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
