// Something else than Evoke rewrites the page, or reads the keyboard in its own way: what is signed is what is on the screen.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { setOut } from '../support/journey.ts';

/** Does to the note on the screen what page translation does: each text moves into elements of its own and stays old. */
const translates = (page: Page, id: 'note-text' | 'note-read'): Promise<void> =>
  page.evaluate((part) => {
    const walker = document.createTreeWalker(document.getElementById(part) ?? document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    }
  }, id);

test('a note that was rewritten on the screen is drawn again before it can be signed, and signing stops if it goes on', async () => {
  const { opens, ehr } = await setOut();
  const clinician = await opens('rosales');
  const { page } = clinician;
  expect(await page.locator('html').getAttribute('translate')).toBe('no');
  const before = ehr.notesOf('rosales').length;
  await clinician.rates('Importance', 3);
  await clinician.reviews();
  await translates(page, 'note-text');
  await clinician.rates('Importance', 8);
  await clinician.signButton.click();
  await clinician.isWarned('Something in this browser changed the note on the screen.');
  expect(await page.locator('#note-text').textContent()).toContain('Importance (0-10): 8');
  await translates(page, 'note-read');
  await clinician.rates('Importance', 9);
  await clinician.signButton.click();
  await clinician.isWarned('Turn off page translation and highlighters, then sign.');
  expect(ehr.notesOf('rosales')).toHaveLength(before);
  await clinician.signButton.click();
  await clinician.seesItFiled();
  await clinician.pane.getByRole('button', { name: 'Copy note text' }).click();
  expect(await page.getByText('Nothing was filed').count()).toBe(0);
  expect(JSON.stringify(ehr.notesOf('rosales')[0])).toContain('Importance (0-10): 9');
});

test('the Enter that commits composed text stays in the field, and a Cyrillic layout marks by the place of the key', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  await clinician.hears('Change R Reason');
  await clinician.words.fill('нихонго');
  await clinician.words.evaluate((field) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })),
  );
  expect(await clinician.words.inputValue()).toBe('нихонго');
  await clinician.words.press('Enter');
  await clinician.page.keyboard.press('F9');
  await clinician.page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'в', code: 'KeyD', bubbles: true, cancelable: true }),
    ),
  );
  await expect.poll(async () => (await clinician.heardToday()).join('\n')).toMatch(/Desire/);
});
