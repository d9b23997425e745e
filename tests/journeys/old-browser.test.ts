// A browser without the newer platform calls: told so on both pages, before any request and any script of Evoke.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { setOut } from '../support/journey.ts';

const check = (page: string): string | undefined => /<script>(.*?)<\/script>/s.exec(readFileSync(page, 'utf8'))?.[1];

test('both pages begin with the same check', () => {
  expect(check('launch.html')).toContain('too old for Evoke');
  expect(check('index.html')).toBe(check('launch.html'));
});

test.each(['launch.html', 'index.html'])('an old browser is told so on %s, and nothing else happens', async (name) => {
  const { ehr, context, appUrl, lookout } = await setOut();
  await context.addInitScript(() => {
    for (const [home, call] of [
      [URL, 'canParse'],
      [AbortSignal, 'any'],
      [Array.prototype, 'toSorted'],
    ] as const)
      Reflect.deleteProperty(home, call);
  });
  const page = await context.newPage();
  const launch = new URL(ehr.launch({ patientId: 'proto' }));
  // The page stops loading, so that no load event comes.
  await page.goto(name === 'launch.html' ? launch.href : `${appUrl}${name}`, { waitUntil: 'commit' });
  await page
    .getByRole('alert')
    .getByText(/^This browser is too old for Evoke\. Nothing was changed/)
    .waitFor();
  expect(await page.locator('body').count()).toBe(1);
  expect(lookout.requests.filter((each) => !each.startsWith(appUrl))).toEqual([]);
});
