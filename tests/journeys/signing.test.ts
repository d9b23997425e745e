// Signing when the EHR does not play along: what the clinician reads, and what the chart then holds.
import { expect, test } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

/** One mark with words, ready to sign. */
async function talks(journey: Journey, opened?: Clinician): Promise<Clinician> {
  const clinician = opened ?? (await journey.opens('proto'));
  await clinician.hears('Change R Reason', 'My liver tests scared me');
  await clinician.seesItKept();
  await clinician.reviews();
  return clinician;
}

const creates = ({ lookout }: Journey): number =>
  lookout.requests.filter((each) => /^POST .*\/fhir\//.test(each)).length;

/** The resources of a type in the chart from this interview. */
function ofOurs({ ehr }: Journey, type: string): readonly unknown[] {
  const holds = (text: string): boolean => text.includes('My liver tests scared me');
  const decoded = (text: string): string =>
    text.replaceAll(/"data":"([^"]*)"/g, (_, data: string) => Buffer.from(data, 'base64').toString('utf8'));
  return ehr
    .sandbox()
    .store.all(type)
    .filter((one) => holds(decoded(JSON.stringify(one))));
}

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
  ['create-429', 'The chart is busy, and the note was not found in it.'],
];

/** The others differ in words alone, which tests/store/answers.test.ts reads. */
const SENT_TWICE_AND_ONCE = ['create-403', 'create-422'];

test.each(sampleOf(REFUSALS, ([fault]) => SENT_TWICE_AND_ONCE.includes(fault)))(
  '%s: says "%s", keeps the work, and files nothing',
  async (fault, happened) => {
    const journey = await setOut({ shortPauses: true });
    const clinician = await talks(journey);
    journey.fails(fault);
    await clinician.signButton.click();
    await clinician.isWarned(happened);
    await clinician.isWarned('Your note is kept on this device.');
    expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
    // A 403 to a condition is asked again without it.
    expect(creates(journey)).toBe(fault === 'create-403' ? 2 : 1);
    expect(journey.ehr.notesOf('proto')).toEqual([]);
    expect(await clinician.pane.getByRole('button', { name: 'Copy note text' }).count()).toBe(1);
  },
);

test.each([['create-403', 'This chart does not let you file this note.']] as const)(
  'if the script talk cannot be fetched, a signature met by %s says what to do',
  async (fault, words) => {
    const journey = await setOut({ allowed: /ERR_FAILED/ });
    await journey.context.route(/\/assets\/talk-/, (route) => route.abort());
    const page = await journey.context.newPage();
    await page.goto(journey.ehr.launch({ patientId: 'proto' }));
    const clinician = await talks(journey, new Clinician(page));
    expect(await clinician.pane.getByText('No follow-up is named.').count()).toBe(1);
    journey.fails(fault);
    await clinician.signButton.click();
    await clinician.isWarned(words);
    await clinician.isWarned('Your note is kept on this device');
    expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
    expect(creates(journey)).toBe(2);
    expect(await clinician.pane.getByRole('button', { name: 'Copy note text' }).count()).toBe(1);
  },
);

test('a crowded chart is asked again with the same note, under the same number', async () => {
  const journey = await setOut({ shortPauses: true });
  const clinician = await talks(journey);
  journey.fails('create-429', 1);
  await clinician.signButton.click();
  await clinician.isWarned('The chart is busy, and the note was not found in it.');
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

/** The ways a note can go, best first: what the button calls it, and what it then is in the chart. */
const IN_ORDER = [
  ['readiness note', 'Observation'],
  ['clinical document', 'DocumentReference'],
  ['form answers', 'QuestionnaireResponse'],
] as const;

test.each([1, 2])(
  'a chart that refuses %i of the ways is offered the next by name, and filed that way',
  async (refused) => {
    const journey = await setOut();
    const clinician = await talks(journey);
    const types = IN_ORDER.slice(0, refused).map(([, type]) => type);
    const refusal = aimed(namedFault('create-403'), { interactions: ['create'], types });
    journey.ehr.sandbox().faults.set(refusal);
    for (const [words] of IN_ORDER.slice(0, refused)) {
      await clinician.signButton.filter({ hasText: new RegExp(`Files to the chart as (?:a )?${words}`) }).click();
      await clinician.isWarned('This chart does not let you file this note.');
    }
    const [words, type] = IN_ORDER[refused] ?? IN_ORDER[0];
    await clinician.pane.getByRole('button', { name: `Go to signing: ${words}` }).click();
    const sign = clinician.signButton.filter({ hasText: new RegExp(`Files to the chart as (?:a )?${words}`) });
    expect(await sign.evaluate((element) => element === document.activeElement)).toBe(true);
    await sign.click();
    await clinician.seesItFiled();
    const ours = (each: string): number => ofOurs(journey, each).length;
    expect(IN_ORDER.map(([, each]) => [each, ours(each)])).toEqual(
      IN_ORDER.map(([, each]) => [each, each === type ? 1 : 0]),
    );
  },
);

test('a chart that refuses every way leaves the text to be copied, and never calls that filed', async () => {
  const journey = await setOut();
  await journey.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clinician = await talks(journey);
  journey.fails('create-403');
  for (const [words] of IN_ORDER) {
    await clinician.signButton.filter({ hasText: new RegExp(`Files to the chart as (?:a )?${words}`) }).click();
    await clinician.isWarned('This chart does not let you file this note.');
  }
  await clinician.signButton.waitFor({ state: 'detached' });
  await clinician.pane
    .getByRole('button', { name: /^Copy note text/ })
    .first()
    .click();
  await clinician.sees(/Copied\. Nothing was filed/);
  const elsewhere = await journey.context.newPage();
  await elsewhere.goto(journey.ehr.chartPage);
  const box = elsewhere.getByRole('searchbox');
  await box.press('Control+v');
  expect(await box.inputValue()).toContain('My liver tests scared me');
  expect(IN_ORDER.flatMap(([, type]) => ofOurs(journey, type))).toEqual([]);
});

test('text that is copied after filing is called copied, and not unfiled', async () => {
  const journey = await setOut();
  await journey.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clinician = await talks(journey);
  await clinician.signButton.click();
  await clinician.seesItFiled();
  await clinician.pane.getByRole('button', { name: 'Copy note text' }).click();
  await clinician.sees('Copied.');
  expect(await clinician.pane.getByText(/Nothing was filed/).count()).toBe(0);
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
  const journey = await setOut({ shortPauses: true });
  const clinician = await talks(journey);
  journey.fails('create-500', 1);
  await clinician.signButton.click();
  await clinician.isWarned('The answer was lost, and the note was not found in the chart.');
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
  const journey = await setOut({ shortPauses: true });
  const clinician = await talks(journey);
  journey.fails('offline');
  await clinician.signButton.click();
  await clinician.isTold('Not sure it arrived. Note kept');
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  journey.mends();
  await clinician.pane.getByRole('button', { name: 'Check again' }).click();
  await clinician.isWarned('The answer was lost, and the note was not found in the chart.');
  await clinician.signButton.click();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test.each(sampleOf([320, 360, 390, 420, 480], (width) => width === 320 || width === 420))(
  'at %i px the way to what happened ends at the edge of the footer, and from 420 px on the patient stays in view',
  async (width) => {
    const journey = await setOut({ width });
    const clinician = await talks(journey);
    journey.fails('create-accepted');
    await clinician.signButton.click();
    const onward = clinician.page.locator('footer').getByRole('button', { name: 'What happened' });
    await onward.waitFor();
    const edge = () => onward.evaluate((button) => document.body.clientWidth - button.getBoundingClientRect().right);
    await expect.poll(edge).toBeCloseTo(16, 0);
    const banner = clinician.page.getByRole('region', { name: 'Patient', exact: true });
    if (width >= 420) expect((await banner.boundingBox())?.y).toBe(0);
  },
);

test('a browser without a network: the note is kept, looked for as soon as the network is back, and signed again', async () => {
  const journey = await setOut({ shortPauses: true });
  const clinician = await talks(journey);
  await journey.context.setOffline(true);
  await clinician.signButton.click();
  await clinician.isTold('Not sure it arrived. Note kept');
  await journey.context.setOffline(false);
  await clinician.isWarned('The answer was lost, and the note was not found in the chart.');
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
  await clinician.page.close();
  // The draft begins with a search, which finds the note and what it lacks. The words come from the draft.
  const again = new Clinician(await journey.context.newPage());
  await again.page.goto(journey.ehr.launch({ patientId: 'proto' }));
  await again.sees('Filed, with parts missing');
  await again.sees('My liver tests scared me');
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});

test('a chart that gives back another patient’s note is never called filed', async () => {
  const journey = await setOut();
  const clinician = await talks(journey);
  journey.fails('reads-other-patient');
  await clinician.signButton.click();
  await clinician.isWarned('The chart holds something different from what was sent.');
  expect(await clinician.status.textContent()).not.toMatch(/\bFiled\b/);
});

test('a sign-in that ends at the signature keeps the note for the next launch, which looks before it sends', async () => {
  const journey = await setOut({ shortPauses: true });
  const clinician = await talks(journey);
  journey.ehr.sandbox().authorization.revokeAll();
  await clinician.signButton.click();
  await clinician.isWarned('Your sign-in has ended.');
  expect(journey.ehr.notesOf('proto')).toEqual([]);
  await clinician.page.close();
  const again = await journey.opens('proto');
  await again.sees('My liver tests scared me');
  await again.reviews();
  await again.isWarned('The answer was lost, and the note was not found in the chart.');
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
