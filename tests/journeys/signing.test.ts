// Signing when the EHR does not play along: what the clinician reads, and what the chart then holds.
import { expect, test } from 'vitest';
import type { FaultId } from '../../mocks/named-faults.ts';
import type { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';

/** One mark with words, ready to sign. */
async function talks(journey: Journey): Promise<Clinician> {
  const clinician = await journey.opens('proto');
  await clinician.hears('Change R Reason', 'My liver tests scared me');
  await clinician.seesItKept();
  await clinician.reviews();
  return clinician;
}

const creates = ({ lookout }: Journey): number =>
  lookout.requests.filter((each) => /^POST .*\/fhir\//.test(each)).length;

test('three presses of the button make one create', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  await clinician.signButton.click({ clickCount: 3, delay: 5 });
  await clinician.seesItFiled();
  expect(creates(journey)).toBe(1);
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('presses while a slow answer is awaited do nothing', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('slow');
  await clinician.signButton.click();
  await clinician.isTold('Sending to the chart');
  await clinician.signButton.dispatchEvent('click');
  await clinician.page.keyboard.press('Control+Enter');
  await clinician.seesItFiled();
  expect(creates(journey)).toBe(1);
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

const REFUSALS: readonly (readonly [fault: FaultId, happened: string])[] = [
  ['create-403', 'This chart does not let you file this note.'],
  ['create-404', 'This chart does not take this kind of note'],
  ['create-405', 'This chart does not take this kind of note.'],
  ['create-413', 'This note is too large for the chart.'],
  ['create-422', 'The chart refused a part of this note.'],
  ['create-429', 'The chart is busy. Nothing was filed.'],
];

test.each(REFUSALS)('%s: says "%s", keeps the work, and files nothing', async (fault, happened) => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails(fault);
  await clinician.signButton.click();
  await clinician.isWarned(happened);
  await clinician.isWarned('Your note is kept on this device.');
  expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
  expect(creates(journey)).toBe(1);
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  expect(await clinician.pane.getByRole('button', { name: 'Copy note text' }).count()).toBe(1);
});

test('a refusal that is mended is signed again under the same number', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('create-422');
  await clinician.signButton.click();
  await clinician.isWarned('The chart refused a part of this note.');
  journey.mends();
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('an answer that is lost after the write is found by search, and nothing is sent twice', async () => {
  const journey = await setOut({ allowed: /CORS|ERR_/ });
  const clinician = await talks(journey);
  journey.fails('create-dropped');
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(creates(journey)).toBe(1);
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('an answer that is lost without a write is searched for, and may then be sent again', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('create-500', 1);
  await clinician.signButton.click();
  await clinician.isWarned('The answer was lost, and the note is not in the chart.');
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('a note that was accepted and is not in the chart is never called filed, until it is', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('create-accepted');
  await clinician.signButton.click();
  await clinician.isTold('Accepted, not in the chart yet');
  expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  expect(await clinician.signButton.count()).toBe(0);
});

test('offline: says that it is not sure, keeps the note, and finds out when the network is back', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('offline');
  await clinician.signButton.click();
  await clinician.isTold('Not sure it arrived. Note kept');
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  journey.mends();
  await clinician.pane.getByRole('button', { name: 'Check again' }).click();
  await clinician.isWarned('The answer was lost, and the note is not in the chart.');
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('a browser without a network: the note is kept, and signed when the network is back', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  await journey.context.setOffline(true);
  await clinician.signButton.click();
  await clinician.isWarned('Your note is kept on this device');
  expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
  await journey.context.setOffline(false);
  await clinician.pane.getByRole('button', { name: 'Check again' }).click();
  await clinician.isWarned('The answer was lost, and the note is not in the chart.');
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('a chart that drops a part says which, and keeps the draft', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('stores-without-components');
  await clinician.signButton.click();
  await clinician.isTold(/^Filed; the chart dropped: ./);
});

test('a chart that gives back another patient’s note is never called filed', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('reads-other-patient');
  await clinician.signButton.click();
  await clinician.isWarned('The chart holds something else than what was sent.');
  expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
});

test('a sign-in that ends at the signature keeps the note for the next launch, which looks before it sends', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.ehr.sandbox().authorization.revokeAll();
  await clinician.signButton.click();
  await clinician.isWarned('Your sign-in has ended.');
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  const again = await journey.opens('proto');
  await again.sees('My liver tests scared me');
  await again.signs();
  await again.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('an empty note is not sent, and says what to add', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  await clinician.names('Alcohol');
  await clinician.signs();
  await clinician.isWarned('There is nothing to file yet.');
  expect(creates(journey)).toBe(0);
});
