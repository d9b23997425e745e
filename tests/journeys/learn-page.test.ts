// Learn's page as a page: every kind of activity in every width and look, and the page with the network off.
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { bringAxe } from '../support/barriers.ts';
import { bringMeasures } from '../support/geometry.ts';
import { ownGrounds } from '../support/grounds.ts';
import { expectSilence, watchedContext } from '../support/journey.ts';
import { byTouch } from '../support/learner.ts';
import { faultsInEveryLook, faultsOfEveryWalk } from '../support/looks.ts';
import { sampleOf } from '../support/sample.ts';

async function openLearn(route: string): Promise<Page> {
  const { context, lookout } = await watchedContext({ width: 420, touch: true });
  onTestFinished(async () => {
    await context.close();
    expectSilence(lookout);
  });
  await bringAxe(context);
  await bringMeasures(context);
  const page = await context.newPage();
  await page.goto(`${ownGrounds().appUrl}learn.html#${route}`);
  await page.locator('#page-heading').waitFor();
  return page;
}

/** Where each kind of page is, and the buttons that lead to its fullest state. */
const KINDS: readonly (readonly [kind: string, route: string, presses: readonly RegExp[]])[] = [
  ['the list', '', []],
  ['the 60-second start', 'start', [/^Change N Need/, /^Compare/]],
  ['a stop with a choice', 'tour/rulers', [/^Show all lines/, /^Only a four/]],
  ['a stop with an answer to write', 'tour/skills', [/^Compare with/]],
  ['a line to hear', 'hearing/alcohol', [/^Change D Desire/]],
  ['feedback', 'hearing/alcohol', [/^Sustain A Ability/, /^Compare/]],
  ['saying', 'saying', [/^Compare with/]],
  ['the refresher', 'refresher', []],
  ['a conversation with its pad', 'case/alcohol', [/^You came in with a wrist/, /^Mark what you hear/]],
  ['a conversation with its rulers', 'case/alcohol', [/^Ask a ruler/, /^Ask: Importance/]],
  [
    'the summary of a conversation',
    'case/alcohol',
    [/^Your blood alcohol/, /^Everybody doesn’t/, /^Walking away is how/, /^See the summary/],
  ],
  ['a page that is missing', 'gone', []],
];

/** The pages with most to press. */
const FULLEST = ['a stop with a choice', 'a stop with an answer to write', 'saying', 'a conversation with its pad'];
const PAGES = sampleOf(KINDS, ([kind]) => FULLEST.includes(kind));

test.each(PAGES)(
  '%s has no barrier in any width or look, and can be walked by Tab',
  async (_, route, presses) => {
    const page = await openLearn(route);
    const words = page.getByLabel('Your words');
    if ((await words.count()) > 0) await words.fill('You’ve had enough of it, and you keep going.');
    for (const name of presses) await byTouch(page).press(name);
    await page.getByText('Practice', { exact: true }).first().waitFor();
    expect([...(await faultsInEveryLook(page)), ...(await faultsOfEveryWalk(page))]).toEqual([]);
  },
  180_000,
);

test('the practice summary on paper says Practice, and has no button and no instruction', async () => {
  const page = await openLearn('hearing/alcohol');
  const { press, sees } = byTouch(page);
  for (const name of [/^Let it pass/, /^Stop here/, /^All of Learn/, /^Today’s practice/]) await press(name);
  await sees(/0 of 1 line heard/);
  await page.emulateMedia({ media: 'print' });
  const shown = (text: string | RegExp) => page.getByText(text, { exact: true }).isVisible();
  for (const text of ['Practice', 'Practice summary', /0 of 1 line heard/]) expect(await shown(text)).toBe(true);
  for (const text of ['All of Learn', 'Copy the summary', /to print or copy/]) expect(await shown(text)).toBe(false);
});

test('on paper, which has no background, the label of the main button has the color of its edge', async () => {
  const page = await openLearn('');
  await page.emulateMedia({ media: 'print' });
  const [label, edge, background] = await page.getByRole('button', { name: /60 seconds/ }).evaluate((button) => {
    const { color, borderTopColor, backgroundColor } = getComputedStyle(button);
    return [color, borderTopColor, backgroundColor];
  });
  expect([label, background]).toEqual([edge, 'rgba(0, 0, 0, 0)']);
});

test('what a learner wrote is gone after a reload', async () => {
  const page = await openLearn('saying');
  await page.getByLabel('Your words').fill('You keep trying.');
  await page.reload();
  await page.getByLabel('Your words').waitFor();
  expect(await page.getByText('You keep trying.').count()).toBe(0);
});

/** Everything this origin stored on the device, as text. */
const storedOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const all = databases.map(
      ({ name = '' }) =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const [store] = opening.result.objectStoreNames;
            if (!store) return resolve([name]);
            const reading = opening.result.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve([name, reading.result]);
          };
        }),
    );
    const kept = { ...localStorage, ...sessionStorage, cookie: document.cookie };
    return JSON.stringify([await Promise.all(all), kept]);
  });

test('Learn opens with the network off after one visit, and keeps counts and days only', async () => {
  const watched = await openLearn('');
  // A context whose requests are watched uses no cache.
  const context = await watched.context().browser()?.newContext({ hasTouch: true });
  if (!context) throw new Error('There is no browser');
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${ownGrounds().appUrl}learn.html`);
  await page.getByRole('heading', { name: 'Practice motivational interviewing' }).waitFor();
  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(`${ownGrounds().appUrl}learn.html#case/alcohol`);
  await again.getByRole('heading', { name: 'Dana, after a bad start' }).waitFor();
  const { press, sees } = byTouch(again);
  for (const says of [/^Your blood alcohol/, /^Everybody doesn’t/, /^Walking away is how/]) await press(says);
  await press(/^See the summary/);
  await sees(/They pulled back/);
  expect(await again.locator('#site').textContent()).toBe('{"learn":{"afterVisit":true,"contacts":[]}}');
  const day = Math.floor(Date.now() / 86_400_000);
  const kept = { greeted: true, done: [], tally: { visits: 0, reflections: 0 }, startedOn: day };
  const isKept = (stored: string): boolean => stored.includes(`"startedOn":${day}`);
  await expect.poll(async () => isKept(await storedOf(again))).toBe(true);
  expect(JSON.parse(await storedOf(again))).toEqual([[['evoke-learn', [kept]]], { cookie: '' }]);
});
