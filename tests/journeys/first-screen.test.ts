// What one sees without a scroll, in a pane of 420 by 800: topics, the first ruler and the way to the pad.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Clinician } from '../support/clinician.ts';
import { drawInFont, FONTS } from '../support/fonts.ts';
import { setOut } from '../support/journey.ts';

const PANE = { width: 420, height: 800 } as const;
const EACH_FONT = FONTS.map((font) => [font.family, font] as const);

/** Opens a chart in the pane and font, and waits until all of the form is drawn. */
async function looksAt(patientId: string, font: (typeof FONTS)[number]): Promise<Clinician> {
  const { opens } = await setOut({ touch: true });
  const clinician = await opens(patientId);
  const { page } = clinician;
  await page.setViewportSize(PANE);
  await drawInFont(page, font);
  await page.getByRole('button', { name: 'Show the note' }).waitFor();
  await page.getByRole('button', { name: 'Got it' }).waitFor();
  return clinician;
}

/** How far the whole of it lies above the footer, in pixels. Negative if a bar covers a part of it. */
async function roomAbove(page: Page, whole: Locator): Promise<number> {
  const footer = await page.getByRole('contentinfo').boundingBox();
  const box = await whole.boundingBox();
  if (!footer || !box) throw new Error('It is not on the page.');
  return footer.y - (box.y + box.height);
}

const topics = ({ page }: Clinician): Locator => page.getByRole('radiogroup', { name: 'Topic' });

test.each(EACH_FONT)('an empty form in %s takes two screens, with topics and a ruler on the first', async (_, font) => {
  const clinician = await looksAt('proto', font);
  const { page } = clinician;
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2 * PANE.height);
  expect(await roomAbove(page, topics(clinician))).toBeGreaterThan(0);
  expect(await roomAbove(page, clinician.ruler('Importance'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Mark what you hear' }).tap();
  await page.getByRole('toolbar', { name: 'Capture' }).waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test.each(EACH_FONT)('on a first visit the link Evoke shows the whole pad above the footer in %s', async (_, font) => {
  const clinician = await looksAt('proto', font);
  await clinician.goesTo('Evoke');
  const pad = clinician.page.getByRole('toolbar', { name: 'Capture' });
  await expect.poll(() => roomAbove(clinician.page, pad)).toBeGreaterThanOrEqual(0);
});

test.each(EACH_FONT)('the topics of a returning patient are on the first screen in %s', async (_, font) => {
  const clinician = await looksAt('asante', font);
  const { page } = clinician;
  expect(await roomAbove(page, topics(clinician))).toBeGreaterThan(0);
  const card = page.getByRole('region', { name: /^Last time/ });
  await card.getByText('If the water one can go to my days off, I am willing.').waitFor();
  await card.getByText(/^Importance 7 \(\+1\), confidence 4 \(\+1\), readiness 6 \(\+2\) \(compared with /).waitFor();
});

test('one touch opens the rest of the last visit, and another folds it', async () => {
  const { opens } = await setOut({ touch: true });
  const { page } = await opens('asante');
  const card = page.getByRole('region', { name: /^Last time/ });
  const more = card.getByRole('button', { name: 'How did it go?' });
  expect(await card.getByRole('radio').count()).toBe(0);
  await more.tap();
  await card.getByText(/^Follow-up: /).waitFor();
  // What opens is below, so a second touch on the place hits no answer.
  const answer = await card.getByRole('radio', { name: 'Done' }).boundingBox();
  expect(answer?.y).toBeGreaterThan((await more.boundingBox())?.y ?? Number.NaN);
  await card
    .getByText(/^Importance 7, was 6 \(\+1\); confidence 4, was 3 \(\+1\); readiness 6, was 4 \(\+2\)/)
    .waitFor();
  expect(await card.getByText(/importance 7/i).count()).toBe(1);
  await card.getByRole('radio', { name: 'Partly' }).check();
  await card.getByRole('textbox', { name: 'What they said about it' }).waitFor();
  await more.tap();
  await expect.poll(() => card.getByRole('radio').count()).toBe(0);
});
