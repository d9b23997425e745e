// Every page in every state, width and theme. Axe finds no barrier, no target is too small, no text is lost, and every
// Tab stop is visible.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { barriersOf, bringAxe, overflowsOf } from '../support/barriers.ts';
import { bringMeasures } from '../support/geometry.ts';
import { setOut } from '../support/journey.ts';
import { faultsInEveryLook, faultsOfEveryWalk } from '../support/looks.ts';
import { sampleOf } from '../support/sample.ts';
import { SCENARIOS, talksAtLength } from '../support/scenarios.ts';

/** A page is looked at some forty times. A busy machine may take its time. */
const PATIENCE_MS = 300_000;

/** Pages of parts that another page or the component page (kit.test.ts) shows too, and pages with few controls. */
const ALIKE = [
  'just opened',
  'in review, for someone under age',
  'in review, full of long words',
  'signing nothing',
  'after a refusal',
  'retracting a filed note',
  'shared with the patient, at a ruler',
  'showing the note as the patient will read it',
  'in quiet mode',
  'with the safety card',
  'comparing two visits',
  'a minute before it locks',
  'locked',
  'with the self-check',
];
const PAGES = sampleOf(SCENARIOS, ({ name }) => !ALIKE.includes(name));

test.each(PAGES.map((scenario) => [scenario.name, scenario] as const))(
  'the page %s has no barrier in any width or look, and can be walked by Tab',
  async (_, { options, reach }) => {
    const journey = await setOut(options);
    await bringAxe(journey.context);
    await bringMeasures(journey.context);
    const page = await reach(journey);
    expect([...(await faultsInEveryLook(page)), ...(await faultsOfEveryWalk(page))]).toEqual([]);
  },
  PATIENCE_MS,
);

const SIZES = [
  [
    'text of twice the size',
    [320, 420, 772],
    (page: Page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%')),
  ],
  [
    'a page read from right to left',
    [320, 420],
    (page: Page) => page.evaluate(() => (document.documentElement.dir = 'rtl')),
  ],
] as const;

test.each(SIZES)('%s fits the pane, at work and turned to the patient', async (_, widths, change) => {
  const journey = await setOut();
  const clinician = await journey.opens('featherstone');
  const { page } = clinician;
  await talksAtLength(clinician);
  await clinician.reviews();
  await change(page);
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await overflowsOf(page)).map((line) => `work at ${width}: ${line}`));
    await page.keyboard.press('F8');
    for (const sheet of ['How much it matters', 'My plan']) {
      await page.getByRole('button', { name: sheet }).click();
      found.push(...(await overflowsOf(page)).map((line) => `${sheet} at ${width}: ${line}`));
    }
    await page.keyboard.press('Escape');
    await page.getByRole('toolbar', { name: 'Capture' }).waitFor();
  }
  expect(found).toEqual([]);
});

test('with forced colors every control of the pane and of the shared screen is still visible', async () => {
  const journey = await setOut();
  await bringAxe(journey.context);
  const clinician = await journey.opens('rosales');
  const { page } = clinician;
  await clinician.rates('Importance', 7);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 420, height: 6000 });
  const chosen = page.locator('label:has(:checked)').first();
  const outline = () => chosen.evaluate((cell) => getComputedStyle(cell).outlineStyle);
  expect(await outline()).toBe('solid');
  expect(await barriersOf(page)).toEqual([]);
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'How much it matters' }).click();
  expect(await outline()).toBe('solid');
  expect(await barriersOf(page)).toEqual([]);
});
