// Learn in a visit: the link in the footer, the 60-second start offered once, and the private question after filing.
import { expect, test } from 'vitest';
import { setOut } from '../support/journey.ts';

test('a device is offered the 60-second start once, in a window without the patient', async () => {
  const { opens, opensAgain, context } = await setOut();
  const clinician = await opens('proto');
  const footer = clinician.page.getByRole('contentinfo');
  const opening = context.waitForEvent('page');
  await footer.getByRole('link', { name: /^60-second start/ }).click();
  const learn = await opening;
  await learn.getByRole('heading', { name: 'Start in 60 seconds' }).waitFor();
  await learn.getByText('Practice', { exact: true }).first().waitFor();
  expect(await learn.evaluate(() => [opener, document.referrer, sessionStorage.length])).toEqual([null, '', 0]);
  expect(await learn.content()).not.toMatch(/Proto\b|\/fhir/);
  await opensAgain(clinician, 'proto');
  await footer.getByRole('link', { name: /^Learn/ }).waitFor();
});

test('the line on how a visit goes appears at the start only: not with earlier notes, not during the visit, not after it', async () => {
  const { opens } = await setOut();
  const clinician = await opens('asante');
  const { page } = clinician;
  const line = page.getByText(/^Pick a topic, ask the three questions/);
  await line.waitFor();
  await page.getByRole('button', { name: /^Earlier notes/ }).click();
  await line.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back to the conversation' }).click();
  await line.waitFor();
  await clinician.rates('Importance', 7);
  await line.waitFor({ state: 'detached' });
  await clinician.signs();
  await clinician.seesItFiled();
  expect(await line.count()).toBe(0);
});

test('after filing, one private question: its count stays on the device and never goes into the chart', async () => {
  const { opens, ehr, context, appUrl } = await setOut();
  const clinician = await opens('proto');
  await clinician.rates('Importance', 7);
  await clinician.signs();
  await clinician.seesItFiled();
  const question = clinician.page.getByRole('region', { name: 'What did you reflect where you might have asked?' });
  await question.getByRole('radio', { name: '3', exact: true }).check();
  const before = JSON.stringify(ehr.notesOf('proto'));
  await question.getByRole('button', { name: 'Keep the count' }).click();
  await question.getByText('Counted.').waitFor();
  expect(JSON.stringify(ehr.notesOf('proto'))).toBe(before);
  const learn = await context.newPage();
  await learn.goto(`${appUrl}learn.html#summary`);
  await learn.getByText('After 1 real visit: 3 reflections recalled. My own count.').waitFor();
});
