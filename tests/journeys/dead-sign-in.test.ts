// A sign-in that ended while its tab stays open: the tab releases the draft, and the next launch opens and files it.
import { expect, test } from 'vitest';
import type { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';

const WORDS = 'I want to be there for my kids';

/** How the EHR ends a sign-in. */
const ENDS = {
  'a request that answers 401': ({ ehr }: Journey) => ehr.sandbox().authorization.revokeAll(),
  'a refresh that answers invalid_grant': async ({ ehr }: Journey, { page }: Clinician) => {
    ehr.sandbox().authorization.behave({ refreshError: 'invalid_grant' });
    // Later on this page alone: its token is over, and it is not yet time for the lock.
    await page.evaluate(() => {
      const before = Date.now;
      Date.now = () => before() + 9.6 * 60_000;
    });
  },
} as const;

test.each(Object.entries(ENDS))('after %s a launch in another tab has the draft and files it', async (_, ends) => {
  const journey = await setOut({ shortPauses: true, behaves: { accessTokenLifeSeconds: 570 }, allowed: /40[01]/ });
  const ended = await journey.opens('proto');
  await ended.hears('Change R Reason', WORDS);
  await ended.seesItKept();
  await ends(journey, ended);
  await ended.signs();
  await ended.isWarned('Your sign-in has ended.');
  journey.ehr.sandbox().authorization.behave({});
  const next = await journey.opens('proto');
  await next.sees(WORDS);
  expect(await next.page.locator('body').textContent()).not.toContain('is open in another Evoke window');
  await next.reviews();
  await next.isWarned('The answer was lost, and the note was not found in the chart.');
  await next.signs();
  await next.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
  expect(JSON.stringify(journey.ehr.notesOf('proto'))).toContain(WORDS);
});
