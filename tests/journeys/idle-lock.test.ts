// An unattended panel in Chromium, by a clock that is turned: warned, put off by a key, locked, and gone on with.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { Clinician } from '../support/clinician.ts';
import { setOut } from '../support/journey.ts';

const OF_THE_PATIENT = /Proto|PROTO|\bPat\b|100238|14-Jul-1985|kids|Alcohol/;

/** Lets minutes go by on this page alone. It notices as it does after sleep. */
const goBy = (page: Page, minutes: number): Promise<void> =>
  page.evaluate((ahead) => {
    const before = Date.now;
    Date.now = () => before() + ahead;
    document.dispatchEvent(new Event('visibilitychange'));
  }, minutes * 60_000);

test('nobody there for ten minutes: the pane is emptied, the sign-in ended, and the next launch goes on', async () => {
  const { ehr, context, lookout, opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.hears('Change R Reason', 'I want to be there for my kids');
  await clinician.seesItKept();
  await goBy(page, 9.25);
  await clinician.isTold(/Evoke will lock at \d\d:\d\d\. Tap or press a key to stay\./);
  // Any key is an answer: here one that does nothing.
  await page.keyboard.press('Shift');
  await page.getByText(/Evoke will lock at/).waitFor({ state: 'detached' });
  await clinician.sees('I want to be there for my kids');

  await goBy(page, 10.25);
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: 'Locked after a period of inactivity.' }).waitFor();
  await alert
    .getByText(/^Draft kept on this device until \d\d:\d\d at most\. Only you can open it, from the same chart\.$/)
    .waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(OF_THE_PATIENT);
  expect(await alert.getByRole('heading').evaluate((heading) => heading === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
  const asked = lookout.requests.length;
  await goBy(page, 30);
  await page.keyboard.press('F9');
  expect(lookout.requests.slice(asked)).toEqual([]);
  // Neither a reload nor going back is a way in.
  await page.reload();
  await page.getByRole('heading', { name: 'This page was reloaded, so the sign-in is gone.' }).waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(OF_THE_PATIENT);

  const again = await context.newPage();
  await again.goto(ehr.launch({ patientId: 'proto' }));
  await (await new Clinician(again).isReady()).sees('I want to be there for my kids');
});

test('a locked pane releases its draft, and the next launch has it while the locked pane is still open', async () => {
  const { ehr, context, opens } = await setOut();
  const clinician = await opens('proto');
  await clinician.hears('Sustain N Need', 'It is how I sleep');
  await clinician.seesItKept();
  await goBy(clinician.page, 10.25);
  await clinician.page.getByRole('heading', { name: /^Locked/ }).waitFor();
  const again = await context.newPage();
  await again.goto(ehr.launch({ patientId: 'proto' }));
  await (await new Clinician(again).isReady()).sees('It is how I sleep');
});
