// What a screen reader is handed: landmarks and headings in order, a name for everything, and what happened said at once.
// Read from the browser's accessibility tree. How a screen reader speaks it was not heard.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { headingsOf, landmarksOf, nameless, type Read, readTree, saidIn, skippedLevels } from '../support/ax-tree.ts';
import { setOut } from '../support/journey.ts';

/** Waits until a live region says this. */
async function hears(page: Page, role: 'status' | 'alert', words: RegExp): Promise<string> {
  await expect.poll(async () => saidIn(await readTree(page), role), { timeout: 20_000 }).toMatch(words);
  return saidIn(await readTree(page), role);
}

/** The tree of a page whose every part can be told and found. */
async function readsWell(page: Page): Promise<readonly Read[]> {
  const tree = await readTree(page);
  expect(nameless(tree)).toEqual([]);
  expect(skippedLevels(tree)).toEqual([]);
  expect(headingsOf(tree).filter((each) => each.startsWith('1 '))).toHaveLength(1);
  expect(landmarksOf(tree).filter((each) => each.startsWith('main'))).toEqual(['main']);
  return tree;
}

test('a visit is read in order, and each thing that happens is said, a quote never', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  const opened = await readsWell(page);
  expect(landmarksOf(opened).slice(0, 4)).toEqual(['banner', 'region Patient', 'navigation Interview', 'main']);
  expect(landmarksOf(opened).at(-1)).toBe('contentinfo');
  const sections = headingsOf(opened).filter((each) => /^[12] (?:Evoke$|Last|Engage|Focus|Evoke|Plan)/.test(each));
  expect(sections.map((each) => each.split(/[ ,:]/)[1])).toEqual(['Evoke', 'Last', 'Engage', 'Focus', 'Evoke', 'Plan']);

  await clinician.rates('Importance', 7);
  await hears(page, 'status', /Importance 7/);
  await clinician.declines('Readiness');
  await hears(page, 'status', /Readiness declined/);
  await clinician.hears('Change R Reason', 'My liver tests scared me');
  expect(await hears(page, 'status', /Change reason marked/)).not.toContain('liver');
  await clinician.hears('Sustain N Need');
  await hears(page, 'status', /Sustain need marked/);

  const review = await clinician.reviews();
  await readsWell(page);
  await review.click();
  await hears(page, 'status', /Filed in the chart at \d\d:\d\d, checked/);
  const filed = await readsWell(page);
  expect(filed.find(({ focused, role }) => focused && role === 'heading')?.name).toMatch(/^Filed at \d\d:\d\d$/);
});

test('what is out of sight is read like the rest: each of forty marks, and the plan below them', async () => {
  const { opens } = await setOut();
  const { page } = await opens('proto');
  await page.keyboard.press('F9');
  for (let mark = 1; mark <= 40; mark += 1) {
    await page.keyboard.press('d');
    await page.keyboard.insertText(`for reason number ${mark}`);
    await page.keyboard.press('Enter');
  }
  const names = async (): Promise<readonly string[]> => (await readTree(page)).map(({ name }) => name);
  const marked = async (): Promise<number> =>
    (await names()).filter((name) => /^Change D.*for reason number \d+/.test(name)).length;
  await expect.poll(marked).toBe(40);
  expect(await names()).toContain('Plan all of it optional');
});

test('a note that the chart refuses is announced at once: what happened, whether the work is safe, what to do', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('rosales');
  await clinician.rates('Importance', 7);
  journey.fails('create-422');
  await clinician.signs();
  const told = await hears(clinician.page, 'alert', /The chart refused a part of this note\./);
  expect(told).toMatch(/draft|kept|nothing/i);
  const tree = await readsWell(clinician.page);
  expect(tree.filter(({ role }) => role === 'alert').map(({ live }) => live)).toEqual(['assertive']);
});

test('what the patient is shown, and what replaces a panel, is a page of its own', async () => {
  const { opens, context, appUrl } = await setOut();
  const { page } = await opens('proto');
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'How much it matters' }).click();
  expect(headingsOf(await readsWell(page))[0]).toMatch(/^1 Sharing with/);
  await page.keyboard.press('Escape');
  await page.getByRole('toolbar', { name: 'Capture' }).waitFor();
  const bare = await context.newPage();
  await bare.goto(`${appUrl}launch.html`);
  await hears(bare, 'alert', /.{20}/);
  await readsWell(bare);
});
