// After the signature: adding, correcting, retracting, two at once, and a colleague's note.
import { expect, test } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import { chartWithVisits, visitorId } from '../../mocks/people/visits.ts';
import { barriersOf, bringAxe, overflowsOf } from '../support/barriers.ts';
import type { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

const STEP = 'No drinks on weeknights';

/** One's own note is in the chart, and open to be read. */
async function readsOwnNote(journey: Journey): Promise<Clinician> {
  const clinician = await journey.opens('proto');
  await clinician.rates('Confidence', 3);
  await clinician.hears('Change R Reason', 'My liver tests scared me');
  await clinician.plans(STEP);
  await clinician.signs();
  await clinician.seesItFiled();
  await clinician.pane.getByRole('button', { name: 'Begin another note' }).click();
  await opensNewest(clinician);
  return clinician;
}

async function opensNewest({ pane }: Clinician): Promise<void> {
  await pane.getByRole('button', { name: /^Earlier notes/ }).click();
  await pane
    .getByRole('list', { name: /^Earlier notes/ })
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .click();
}

const note = ({ pane }: Clinician) => pane.getByRole('article');
const presses = ({ pane }: Clinician, name: string | RegExp) =>
  note({ pane } as Clinician)
    .getByRole('button', { name })
    .click();
const writesStep = (clinician: Clinician, words: string) =>
  note(clinician)
    .getByRole('textbox', { name: /^First step/ })
    .fill(words);

async function adds(clinician: Clinician, words: string): Promise<void> {
  await presses(clinician, 'Add to this note');
  await note(clinician)
    .getByRole('textbox', { name: /What to add/ })
    .fill(words);
  await presses(clinician, /^Sign for/);
  await clinician.sees(/^Added to the note in the chart/);
}

/** Every version of the note that was signed here, newest first. */
function versionsOf({ ehr }: Journey) {
  const [own] = ehr.notesOf('proto').filter((one) => JSON.stringify(one).includes('My liver tests scared me'));
  return ehr.sandbox().store.history('Observation', own?.id ?? '');
}

const writes = ({ lookout }: Journey): readonly string[] =>
  lookout.requests.filter((each) => /^(?:POST|PUT) .*\/fhir\//.test(each)).map((each) => each.split(' ')[0] ?? '');

test('a correction is a new version in the chart, and the note reads as corrected at once', async () => {
  const journey = await setOut();
  const clinician = await readsOwnNote(journey);
  await presses(clinician, 'Correct');
  await writesStep(clinician, 'Tea at nine instead');
  await note(clinician).getByText('Changed: plan.').waitFor();
  // The form has the one primary button.
  expect(await clinician.pane.getByRole('button', { name: 'Review', exact: true }).count()).toBe(0);
  await presses(clinician, /^Sign for PROTO, Pat/);
  await clinician.sees(/^Corrected in the chart at \d\d:\d\d, checked\.$/);
  await note(clinician).getByText('Tea at nine instead').waitFor();
  expect(versionsOf(journey).map(({ resource }) => resource && 'status' in resource && resource.status)).toEqual([
    'corrected',
    'final',
  ]);
  expect(writes(journey)).toEqual(['POST', 'PUT']);
  await presses(clinician, 'Show earlier versions');
  await note(clinician)
    .getByText(/^Changed after it: plan\./)
    .waitFor();
  await note(clinician)
    .getByText(/^Version 1, .* final$/)
    .click();
  await note(clinician).locator('details[open]').getByText(STEP, { exact: true }).waitFor();
  // The last-time card draws on the corrected words.
  await journey.opensAgain(clinician, 'proto');
  await clinician.sees('Step: Tea at nine instead');
});

test.each([320, 420])('the form opens at its heading, at the start of what is seen, %i px', async (width) => {
  const journey = await setOut({ width });
  const clinician = await readsOwnNote(journey);
  await presses(clinician, 'Correct');
  const heading = note(clinician).getByRole('heading', { name: 'Correct this note' });
  await heading.waitFor();
  expect(await heading.evaluate((one) => document.activeElement === one)).toBe(true);
  const at = await heading.boundingBox();
  expect(at?.y).toBeGreaterThan(90);
  expect(at?.y).toBeLessThan(200);
});

test('an addition is in the note with its date', async () => {
  const journey = await setOut();
  const clinician = await readsOwnNote(journey);
  await adds(clinician, 'He rang on Friday');
  await note(clinician).getByText('He rang on Friday', { exact: true }).waitFor();
  await note(clinician)
    .getByText(/^Added \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d/)
    .waitFor();
  expect(versionsOf(journey)).toHaveLength(2);
});

test('a form or a message that is closed leaves the focus on the note', async () => {
  const journey = await setOut();
  const clinician = await readsOwnNote(journey);
  const focused = () => clinician.page.evaluate(() => document.activeElement?.id);
  await presses(clinician, 'Retract');
  await presses(clinician, 'Discard changes');
  await expect.poll(focused).toBe('note-heading');
  await adds(clinician, 'He rang on Friday');
  await presses(clinician, 'Done');
  await expect.poll(focused).toBe('note-heading');
});

test('two at once: nothing is overwritten, both sides are read, and mine goes on top of theirs', async () => {
  const journey = await setOut();
  const clinician = await readsOwnNote(journey);
  await presses(clinician, 'Correct');
  await writesStep(clinician, 'Tea at nine instead');
  const { store } = journey.ehr.sandbox();
  const [{ resource } = {}] = versionsOf(journey);
  const theirs = { code: { text: 'Told at the desk' }, valueString: 'He rang on Friday' };
  store.update({
    ...resource,
    status: 'amended',
    component: [...(resource as never as { component: object[] }).component, theirs],
  } as never);
  await presses(clinician, /^Sign for/);
  await clinician.isWarned('Nothing was overwritten.');
  expect(versionsOf(journey)).toHaveLength(2);
  await note(clinician).getByRole('region', { name: 'In the chart now' }).getByText('He rang on Friday').waitFor();
  await note(clinician).getByRole('region', { name: 'What you typed' }).getByText('Tea at nine instead').waitFor();
  await presses(clinician, 'File mine as a newer version');
  await presses(clinician, /^Sign for/);
  await clinician.sees(/^Corrected in the chart/);
  const [latest] = versionsOf(journey);
  expect(JSON.stringify(latest?.resource)).toContain('He rang on Friday');
  expect(JSON.stringify(latest?.resource)).toContain('Tea at nine instead');
  expect(versionsOf(journey)).toHaveLength(3);
});

test('a retraction asks why, names the note, and leaves the last-time card at once', async () => {
  const journey = await setOut();
  const clinician = await readsOwnNote(journey);
  await presses(clinician, 'Retract');
  await note(clinician).getByRole('radio', { name: 'Written twice' }).check();
  await presses(clinician, /^Retract the note of \d\d-[A-Z][a-z]{2}-\d{4}, /);
  await clinician.isTold('Retracted, checked');
  const [latest] = versionsOf(journey);
  expect(latest?.resource).toMatchObject({ status: 'entered-in-error' });
  expect(JSON.stringify(latest?.resource)).toContain('Written twice');
  await journey.opensAgain(clinician, 'proto');
  expect(await clinician.pane.getByText(`Step: ${STEP}`).count()).toBe(0);
});

test('a colleague’s note shows no such buttons and says why', async () => {
  const journey = await setOut({ planted: chartWithVisits(8, new Date()) });
  const clinician = await journey.opens(visitorId(8));
  await clinician.pane.getByRole('button', { name: /^Earlier notes/ }).click();
  const rows = clinician.pane.getByRole('list', { name: /^Earlier notes/ }).getByRole('listitem');
  await rows.filter({ hasText: 'Samuel Brandt' }).first().getByRole('button').click();
  await clinician.sees('This note is a colleague’s. It can be read here and changed by its author only.');
  for (const name of ['Add to this note', 'Correct', 'Retract'])
    expect(await note(clinician).getByRole('button', { name, exact: true }).count()).toBe(0);
});

test('a lost answer is never sent again before the note was read', async () => {
  const journey = await setOut({ allowed: /CORS|ERR_/ });
  const clinician = await readsOwnNote(journey);
  await presses(clinician, 'Correct');
  await writesStep(clinician, 'Tea at nine instead');
  journey.ehr.sandbox().faults.set(aimed(namedFault('create-dropped'), { interactions: ['update'] }), 1);
  await presses(clinician, /^Sign for/);
  await clinician.sees(/^Corrected in the chart/);
  expect(writes(journey)).toEqual(['POST', 'PUT']);
  expect(versionsOf(journey)).toHaveLength(2);
});

test('what was typed is there after a reload, sealed on the device', async () => {
  const journey = await setOut();
  const clinician = await readsOwnNote(journey);
  await presses(clinician, 'Correct');
  await writesStep(clinician, 'Tea at nine instead');
  await clinician.isTold('Kept on this device, not sent yet');
  await journey.opensAgain(clinician, 'proto');
  await opensNewest(clinician);
  await clinician.sees('A correction of this note is waiting, and is not in the chart.');
  await presses(clinician, 'Go on');
  const step = note(clinician).getByRole('textbox', { name: /^First step/ });
  expect(await step.inputValue()).toBe('Tea at nine instead');
  expect(versionsOf(journey)).toHaveLength(1);
});

test('two windows correct one note: what was typed in the other one is still offered after one of them is filed', async () => {
  const journey = await setOut();
  const one = await readsOwnNote(journey);
  await presses(one, 'Correct');
  await writesStep(one, 'Typed in the first window');
  await one.isTold('Kept on this device, not sent yet');
  const two = await journey.opens('proto');
  await opensNewest(two);
  await presses(two, 'Correct');
  await writesStep(two, 'Typed in the second window');
  await presses(two, /^Sign for/);
  await two.sees(/^Corrected in the chart/);
  await one.page.close();
  await journey.opensAgain(two, 'proto');
  await opensNewest(two);
  await two.sees('A correction of this note is waiting, and is not in the chart.');
  await presses(two, 'Go on');
  const step = note(two).getByRole('textbox', { name: /^First step/ });
  expect(await step.inputValue()).toBe('Typed in the first window');
});

test('if an EHR takes only documents, a correction replaces the document, and the older one is listed under it', async () => {
  const journey = await setOut();
  journey.ehr
    .sandbox()
    .stage.play(
      (await import('../../mocks/profiles.ts')).profileOf('epic-like') ?? journey.ehr.sandbox().stage.current(),
    );
  const clinician = await readsOwnNote(journey);
  await clinician.sees(
    'Notes of this kind are not edited here: a change is filed as a new clinical document that names this one.',
  );
  await presses(clinician, 'Correct');
  await writesStep(clinician, 'Tea at nine instead');
  await presses(clinician, /^Sign for.*a new clinical document that names this one/s);
  await clinician.sees(/^Corrected in the chart/);
  await note(clinician).getByRole('heading', { name: 'Earlier versions' }).waitFor();
  // The last one marks the older document as superseded.
  expect(writes(journey)).toEqual(['POST', 'POST', 'PUT']);
});

test.each(sampleOf([320, 1280], (width) => width === 320))(
  'the form of a correction has no barrier at %i px, and nothing is wider than the pane',
  async (width) => {
    const journey = await setOut({ width });
    await bringAxe(journey.context);
    const clinician = await readsOwnNote(journey);
    const found: string[] = [];
    // Tall enough that no bar of the page lies over what is looked at.
    await clinician.page.setViewportSize({ width, height: 6000 });
    const look = async (): Promise<void> => {
      found.push(...(await barriersOf(clinician.page)), ...(await overflowsOf(clinician.page)));
    };
    await note(clinician).getByRole('button', { name: 'Correct' }).waitFor();
    await look();
    await presses(clinician, 'Correct');
    await look();
    await presses(clinician, /^Sign for/);
    await clinician.isWarned('There is nothing to sign yet.');
    await look();
    await presses(clinician, 'Close and finish later');
    await presses(clinician, 'Retract');
    await look();
    expect(found).toEqual([]);
  },
);
