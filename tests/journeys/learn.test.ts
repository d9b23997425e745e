// Learn without a launch: a stop of the tour, a set to hear, a written answer, one conversation well and badly; by keyboard,
// touch and in the accessibility tree; at every width; and with the network off.
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { barriersOf, bringAxe, overflowsOf } from '../support/barriers.ts';
import { bringMeasures, faultsOfShape } from '../support/geometry.ts';
import { ownGrounds } from '../support/grounds.ts';
import { expectSilence, watchedContext } from '../support/journey.ts';

async function opensLearn(width = 420): Promise<Page> {
  const { context, lookout } = await watchedContext({ width });
  onTestFinished(async () => {
    await context.close();
    expectSilence(lookout, /net::ERR_INTERNET_DISCONNECTED/);
  });
  await bringAxe(context);
  await bringMeasures(context);
  const page = await context.newPage();
  await page.goto(`${ownGrounds().appUrl}learn.html`);
  await page.getByRole('heading', { name: 'Practice motivational interviewing' }).waitFor();
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Barriers, what is too wide, what is too small: at the narrowest and the widest. */
async function faultsOf(page: Page, where: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const lines = [...(await overflowsOf(page)), ...(await faultsOfShape(page)), ...(await barriersOf(page))];
    found.push(...lines.map((line) => `${where}, ${width} px: ${line}`));
  }
  return found;
}

async function go(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, route);
}

test('every kind of page says "Practice" and passes at the narrowest and the widest', async () => {
  const page = await opensLearn();
  const found: string[] = [...(await faultsOf(page, 'home'))];
  for (const route of [
    'start',
    'tour/skills',
    'tour/rulers',
    'hearing/alcohol',
    'saying',
    'refresher',
    'case/alcohol',
    'summary',
    'gone',
  ]) {
    await go(page, route);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page-heading');
    await page.getByText('Practice', { exact: true }).first().waitFor();
    found.push(...(await faultsOf(page, route)));
  }
  expect(found).toEqual([]);
});

test('a stop of the tour is read, watched line by line and tried, by keyboard alone', async () => {
  const page = await opensLearn();
  await page.getByRole('button', { name: /The spirit/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /1\. The spirit/ }).waitFor();
  await page.getByRole('button', { name: /Next line \(1 of 7\)/ }).focus();
  for (let line = 1; line < 7; line += 1) {
    await page.getByRole('button', { name: /Next line/ }).focus();
    await page.keyboard.press('Enter');
  }
  expect(await page.getByText('Righting reflex.').count()).toBe(1);
  await page.getByRole('button', { name: /You could take the stairs/ }).focus();
  await page.keyboard.press('Space');
  await page.getByText('Look again.').waitFor();
  await page.getByText('does not replace training').waitFor();
  expect(await page.getByRole('link', { name: /motivationalinterviewing\.org/ }).getAttribute('target')).toBe('_blank');
});

test('a set to hear answers right, wrong, missed and disputed marks, by letters of the pad', async () => {
  const page = await opensLearn();
  await go(page, 'hearing/tobacco');
  const mark = async (key: string): Promise<void> => {
    await page.locator('#capture-pad [tabindex="0"]').focus();
    await page.keyboard.press(key);
  };
  await mark('d');
  await press(page, 'Compare');
  await page.getByText('We hear the same.').waitFor();
  await press(page, 'Next line');
  await mark('Shift+A');
  await press(page, 'Compare');
  await page.getByText('We hear the other side.').waitFor();
  await press(page, 'Next line');
  await press(page, 'Let it pass');
  await page.getByText('Missed: Sustain: Reason.').waitFor();
  for (let line = 3; line < 13; line += 1) {
    await press(page, 'Next line');
    if (line < 12) await press(page, 'Let it pass');
  }
  await mark('r');
  await press(page, 'Compare');
  await page.getByText('Some raters hear it so.').waitFor();
  await page.getByText('5 of 10: Sustain: Reason').waitFor();
  expect(await faultsOf(page, 'disputed line')).toEqual([]);
});

test('a written reflection is laid beside three others, and stays on the page', async () => {
  const page = await opensLearn();
  await go(page, 'saying');
  await page.getByLabel('Your words').fill('You should stop, but you tried?');
  await press(page, 'Compare with three others');
  await expect.poll(() => page.getByText('Look again').count()).toBeGreaterThan(2);
  await page.getByText('You’re worn out, and you’ve kept trying.').waitFor();
  expect(await faultsOf(page, 'written answer')).toEqual([]);
  await page.reload();
  expect(await page.getByText('You should stop').count()).toBe(0);
});

const GOOD = [
  'You came in with a wrist',
  'What’s this wrist',
  'Your hands are your whole',
  'Quitting isn’t what',
  'A whole month',
  'Which part of that',
];

test('one conversation goes well, with marks and a ruler, by touch', async () => {
  const page = await opensLearn();
  await go(page, 'case/alcohol');
  await press(page, new RegExp(GOOD[0] ?? ''));
  for (const says of GOOD.slice(1, 3)) await press(page, new RegExp(says));
  await page.getByRole('button', { name: 'Change D Desire' }).click();
  await page.getByText('Rulers, if you’d like to ask').click();
  await press(page, 'Ask: Importance');
  await page.getByText('I’d say 6.').waitFor();
  await press(page, 'What makes it a 6 and not a 4?');
  await page.getByText('No wrist, no knife, no rent.').waitFor();
  for (const says of GOOD.slice(3)) await press(page, new RegExp(says));
  await press(page, 'See the summary');
  await page.getByRole('heading', { name: 'It ends with a first step' }).waitFor();
  await page.getByText('MITI 4.2.1: fair / good').waitFor();
  await page.getByText('Missed:').first().waitFor();
  expect(await faultsOf(page, 'summary')).toEqual([]);
});

test('the same conversation goes badly, and says so without blame', async () => {
  const page = await opensLearn();
  await go(page, 'case/alcohol');
  for (const says of ['Your blood alcohol', 'Everybody doesn’t', 'Walking away is how'])
    await press(page, new RegExp(says));
  await press(page, 'See the summary');
  await page.getByRole('heading', { name: 'They pulled back' }).waitFor();
  await page.getByText('Confronting').first().waitFor();
  await go(page, 'summary');
  await page.getByText(/Dana, after a bad start: 0 reflections/).waitFor();
});

test('Learn opens with the network off after one visit, and keeps no identifier', async () => {
  const watched = await opensLearn();
  // A context whose requests are watched uses no cache.
  const context = await watched.context().browser()?.newContext();
  if (!context) throw new Error('There is no browser');
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${ownGrounds().appUrl}learn.html`);
  await page.getByRole('heading', { name: 'Practice motivational interviewing' }).waitFor();
  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(`${ownGrounds().appUrl}learn.html#case/tobacco`);
  await again.getByRole('heading', { name: 'Ray and his cigarettes' }).waitFor();
  await press(again, /No speech today/);
  await again.getByText('It wakes me up').waitFor();
  expect(await again.locator('#site').textContent()).toBe('{"learn":{"afterVisit":true,"contacts":[]}}');
});
