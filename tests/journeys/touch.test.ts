// A finger instead of a mouse: every control is 44 px high for it or has that room. It covers no part of another.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { bringAxe } from '../support/barriers.ts';
import { bringMeasures, faultsForFingers } from '../support/geometry.ts';
import { setOut } from '../support/journey.ts';
import { showWhole } from '../support/looks.ts';
import { sampleOf } from '../support/sample.ts';
import { SCENARIOS } from '../support/scenarios.ts';

const PATIENCE_MS = 120_000;

/** The pages with most controls. */
const MOST = [
  'with every part of the talk unfolded',
  'in review, full of long words',
  'after filing',
  'correcting a filed note',
];
const PAGES = sampleOf(SCENARIOS, ({ name }) => MOST.includes(name));
const WIDTHS = sampleOf([320, 420, 600, 772], (width) => width === 320);

/**
 * The link in the footer of a narrow pane, above the row of buttons: no step of a visit needs it. And the keys O and U of
 * the pad, which have 40 px: more would cover keys of the other side.
 */
const LOWER = /"Learn \(in a new window\)"|"(?:Change|Sustain) (?:O Other|U Not sure)"$/;

const isCoarse = (page: Page): Promise<boolean> => page.evaluate(() => matchMedia('(pointer: coarse)').matches);

test.each(PAGES.map((scenario) => [scenario.name, scenario] as const))(
  'the page %s has no control that is too low for a finger or under another',
  async (_, { options, reach }) => {
    const journey = await setOut({ ...options, touch: true });
    await bringAxe(journey.context);
    await bringMeasures(journey.context);
    const page = await reach(journey);
    expect(await isCoarse(page)).toBe(true);
    const found: string[] = [];
    for (const width of WIDTHS) {
      await showWhole(page, width);
      const low = (await faultsForFingers(page)).filter((line) => !LOWER.test(line));
      found.push(...low.map((line) => `${width} px: ${line}`));
    }
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

test('before the first mark Undo has room for a finger, too', async () => {
  const journey = await setOut({ touch: true, width: 320 });
  await bringMeasures(journey.context);
  const clinician = await journey.opens('proto');
  await clinician.names('Alcohol');
  await clinician.pane.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await showWhole(clinician.page, 320);
  expect((await faultsForFingers(clinician.page)).filter((line) => !LOWER.test(line))).toEqual([]);
});

test('a touch on a folded ruler changes no answer and opens it, and the next touch changes the answer', async () => {
  const { opens } = await setOut({ touch: true });
  const clinician = await opens('proto');
  const ruler = clinician.ruler('Importance');
  await ruler.getByRole('radio', { name: '7', exact: true }).tap();
  await clinician.ruler('Confidence').getByRole('radio', { name: '5', exact: true }).tap();
  const folded = clinician.page.locator('[data-folded]');
  await folded.waitFor();
  const cell = ruler.getByText('2', { exact: true });
  const place = await cell.boundingBox();
  if (!place) throw new Error('The cell is not on the page.');
  await clinician.page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
  await expect.poll(() => ruler.getByText(/^How important/).isVisible()).toBe(true);
  expect(await ruler.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true);
  await ruler.getByRole('radio', { name: '2', exact: true }).tap();
  expect(await ruler.getByRole('radio', { name: '2', exact: true }).isChecked()).toBe(true);
});

test('the raised pad stays on the footer when the footer changes its height', async () => {
  const { opens } = await setOut({ touch: true });
  const { page } = await opens('proto');
  await page.setViewportSize({ width: 420, height: 800 });
  await page.getByRole('button', { name: 'Got it' }).waitFor();
  await page.getByRole('button', { name: 'Mark what you hear' }).tap();
  await page
    .getByRole('toolbar', { name: 'Capture' })
    .getByRole('button', { name: /^Change D/ })
    .tap();
  await page.getByRole('button', { name: 'Got it' }).waitFor({ state: 'detached' });
  const gap = () =>
    page.evaluate(() => {
      const [pad, footer] = [document.getElementById('capture'), document.querySelector('footer')];
      return (footer?.getBoundingClientRect().top ?? 0) - (pad?.getBoundingClientRect().bottom ?? 0);
    });
  await expect.poll(async () => Math.abs(await gap())).toBeLessThan(1);
});

test('the tools of a mark just above the footer are scrolled into view', async () => {
  const journey = await setOut({ touch: true, width: 320 });
  const clinician = await journey.opens('proto');
  const { page, pane } = clinician;
  await clinician.hears('Change R Reason', 'I want to be there for my kids');
  const row = pane.getByRole('button', { name: /for my kids/ });
  await row.evaluate((one) => one.scrollIntoView({ block: 'end' }));
  await row.tap();
  const tool = pane.getByRole('button', { name: 'Remove', exact: true });
  const below = async (): Promise<number> => {
    const [last, footer] = await Promise.all([tool.boundingBox(), page.locator('footer').boundingBox()]);
    return (last?.y ?? 0) + (last?.height ?? 0) - (footer?.y ?? 0);
  };
  await expect.poll(below).toBeLessThanOrEqual(0);
});
