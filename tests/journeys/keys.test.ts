// Where the keyboard leads: to the pad and back, through undo, into review, and never into a signature by accident.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectText, setOut } from '../support/journey.ts';

const hasFocus = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement);

/** Waits until a control has the focus. */
async function expectFocus(control: Locator): Promise<void> {
  await expect.poll(() => hasFocus(control)).toBe(true);
}

test('F9 leads from any field to the pad, a letter marks, and Esc leads back to the same place in the sentence', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { keyboard } = clinician.page;
  await clinician.firstStep.click();
  await keyboard.type('No drinks on week');
  await keyboard.press('F9');
  await keyboard.press('Shift+A');
  await expectFocus(clinician.words);
  await keyboard.type('can’t sleep without it');
  await keyboard.press('Escape');
  await expectFocus(clinician.firstStep);
  await keyboard.type('nights');
  await expectText(clinician.firstStep, 'No drinks on weeknights');
  await clinician.sees('can’t sleep without it');
});

test('letters mark only while the pad has the focus', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { keyboard } = clinician.page;
  await clinician.ruler('Importance').getByRole('radio', { name: '5', exact: true }).focus();
  for (const key of ['d', 'r', 'Shift+n', 't']) await keyboard.press(key);
  expect(await clinician.pane.getByRole('list', { name: 'Heard today' }).count()).toBe(0);
  await clinician.firstStep.click();
  await keyboard.type('dart');
  expect(await clinician.pane.getByRole('list', { name: 'Heard today' }).count()).toBe(0);
});

test('a digit answers a ruler without moving the focus, ten is one and nought, and Backspace takes it back', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { keyboard } = clinician.page;
  const score = (value: number) =>
    clinician.ruler('Confidence').getByRole('radio', { name: String(value), exact: true });
  await score(0).focus();
  await keyboard.press('1');
  await keyboard.press('0');
  expect(await score(10).isChecked()).toBe(true);
  await keyboard.press('Backspace');
  expect(await score(10).isChecked()).toBe(false);
  await keyboard.press('4');
  expect(await score(4).isChecked()).toBe(true);
});

test('Ctrl+Z takes back the last mark, and inside a text field only what was typed there', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { keyboard } = clinician.page;
  await clinician.hears('Change D Desire', 'want to be there');
  await clinician.hears('Change R Reason');
  await keyboard.press('Escape');
  await expect.poll(() => clinician.heardToday()).toHaveLength(2);
  await clinician.chip('Change N Need').focus();
  await keyboard.press('Control+z');
  await expect.poll(() => clinician.heardToday()).toHaveLength(1);
  await clinician.firstStep.click();
  await keyboard.type('a step');
  await keyboard.press('Control+z');
  expect(await clinician.heardToday()).toHaveLength(1);
});

test('Ctrl+Enter opens the review, held down it does not sign, pressed again it does', async () => {
  const { opens, ehr } = await setOut();
  const clinician = await opens('proto');
  const { keyboard } = clinician.page;
  await clinician.rates('Importance', 7);
  await keyboard.down('Control');
  await keyboard.down('Enter');
  await clinician.signButton.waitFor();
  for (let repeat = 0; repeat < 20; repeat += 1) await keyboard.down('Enter');
  await keyboard.up('Enter');
  await keyboard.up('Control');
  await expectFocus(clinician.pane.getByRole('heading', { name: /^Review/ }));
  expect(ehr.notesOf('proto')).toEqual([]);
  await keyboard.press('Control+Enter');
  await clinician.seesItFiled();
  expect(ehr.notesOf('proto')).toHaveLength(1);
  await expectFocus(clinician.pane.getByRole('heading', { name: /^Filed at/ }));
});

test('the self-check opens in the place of the keys, and closed it leads back to the button that opened them', async () => {
  const { opens } = await setOut();
  const { page, pane } = await opens('proto');
  const keys = pane.getByRole('button', { name: 'Keys and settings' });
  await keys.press('Enter');
  await page.getByRole('button', { name: 'Self-check for IT' }).press('Enter');
  const check = page.getByRole('dialog', { name: 'Self-check for IT' });
  await check.getByRole('button', { name: 'Copy for IT' }).waitFor();
  await page.keyboard.press('Escape');
  await check.waitFor({ state: 'detached' });
  await expectFocus(keys);
  await keys.press('Enter');
  await page.getByRole('button', { name: 'Go quiet' }).press('Enter');
  await page.getByRole('button', { name: 'Leave quiet mode' }).press('Enter');
  await expectFocus(pane.getByRole('button', { name: 'Share the screen with the patient' }));
  expect(await page.getByRole('dialog').count()).toBe(0);
});

/** Tabs on to the end of the page. Gives the stops that are out of view or covered. */
async function coveredStops(page: Page): Promise<readonly string[]> {
  const covered: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return 'end';
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + Math.min(height, 20) / 2);
      const shows =
        at !== null && (element.contains(at) || at.contains(element) || element.parentElement?.contains(at));
      return shows
        ? 'in view'
        : `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`;
    });
    if (found === 'end') break;
    if (found !== 'in view') covered.push(found);
  }
  return covered;
}

test('every Tab stop of a narrow, low pane is in view and not covered', async () => {
  const { opens } = await setOut();
  const clinician = await opens('rosales');
  const { page } = clinician;
  await page.setViewportSize({ width: 320, height: 360 });
  await clinician.hears('Change D Desire', 'want to be there');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  expect(await coveredStops(page)).toEqual([]);
});

test('every Tab stop after a raised pad is above it, and the stops in the footer do not scroll the page', async () => {
  const { opens } = await setOut();
  const clinician = await opens('rosales');
  const { page } = clinician;
  await page.setViewportSize({ width: 420, height: 800 });
  await page.getByRole('button', { name: 'Mark what you hear' }).press('Enter');
  await page.keyboard.press('d');
  await page.keyboard.type('want to be there');
  expect(await coveredStops(page)).toEqual([]);
  const scrolled = () => page.evaluate(() => window.scrollY);
  const before = await scrolled();
  await page.getByRole('button', { name: 'Keys and settings' }).focus();
  expect(await scrolled()).toBe(before);
  await page.getByRole('button', { name: 'Mark what you hear' }).press('Enter');
  const room = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--bar-raised'));
  await expect.poll(room).toBe('0px');
});
