// Talks that do not go by the book: back and forth between the processes, without numbers, at once, about two things.
import type { Observation, ObservationComponent, Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import type { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';

function filed({ ehr }: Journey, nth = 0): Observation {
  const note = ehr.notesOf('proto').toSorted((one, other) => storedAt(one).localeCompare(storedAt(other)))[nth];
  if (note?.resourceType !== 'Observation') throw new Error(`There is no note ${nth + 1} in the chart.`);
  return note as Observation;
}

// Two notes may be signed within one second. The server's own time is finer.
const storedAt = (note: Resource): string => note.meta?.lastUpdated ?? '';

const componentsOf = (note: Observation, code: string): readonly ObservationComponent[] =>
  (note.component ?? []).filter((each) => each.code.coding?.some((coding) => coding.code === code));

const textOf = (note: Observation): string => note.note?.[0]?.text ?? '';

const RULERS = ['importance', 'confidence', 'readiness'] as const;

/** Goes to a section by its link, and has its heading in focus. */
async function turnsTo(clinician: Clinician, section: 'Engage' | 'Evoke' | 'Plan'): Promise<void> {
  await clinician.goesTo(section);
  const heading = clinician.pane.getByRole('heading', { name: new RegExp(`^${section}`), level: 2 });
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
}

test('a talk that goes to the plan, back to evoking, to engaging and to the plan again loses nothing and signs', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  await turnsTo(clinician, 'Plan');
  await clinician.plans('Walk to work on Fridays');
  await turnsTo(clinician, 'Evoke');
  await clinician.hears('Change R Reason', 'I sleep better when I walk');
  await turnsTo(clinician, 'Engage');
  await clinician.pane.getByRole('button', { name: '+ Strengths' }).click();
  await clinician.pane.getByRole('textbox', { name: 'Strengths and values you hear, 1' }).fill('Kept at it all winter');
  await turnsTo(clinician, 'Plan');
  expect(await clinician.firstStep.inputValue()).toBe('Walk to work on Fridays');
  await clinician.firstStep.fill('Walk to work on Fridays, with Ana');
  await clinician.signs();
  await clinician.seesItFiled();
  const text = textOf(filed(journey));
  for (const words of ['with Ana', 'I sleep better when I walk', 'Kept at it all winter'])
    expect(text).toContain(words);
});

test('who declines every ruler has said so: declined, not missing, and no number anywhere', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  for (const ruler of ['Importance', 'Confidence', 'Readiness'] as const) await clinician.declines(ruler);
  await clinician.signs();
  await clinician.seesItFiled();
  const note = filed(journey);
  const rulers = RULERS.flatMap((ruler) => componentsOf(note, ruler));
  expect(rulers.map(({ dataAbsentReason }) => dataAbsentReason?.coding?.[0]?.code)).toEqual([
    'asked-declined',
    'asked-declined',
    'asked-declined',
  ]);
  expect(rulers.map(({ valueInteger }) => valueInteger)).toEqual([undefined, undefined, undefined]);
  expect(textOf(note).match(/asked, preferred not to say/g)).toHaveLength(3);
});

test('who is ready at minute two plans and signs: nothing has to be evoked, asked or filled in first', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  await clinician.names('Smoking');
  await clinician.hears('Change C Commitment');
  await clinician.hears('Change V Activation');
  await clinician.sees('It may be time to ask what, if anything, comes next.');
  await clinician.pane.getByRole('button', { name: 'Go to Plan' }).click();
  await clinician.plans('Ring the quit line on Monday', '1 week');
  await clinician.pane.getByRole('button', { name: 'Review', exact: true }).click();
  await clinician.signButton.waitFor();
  await clinician.pane.getByRole('button', { name: 'Go to signing' }).click();
  expect(await clinician.signButton.evaluate((element) => element === document.activeElement)).toBe(true);
  await clinician.page.keyboard.press('Enter');
  await clinician.seesItFiled();
  const note = filed(journey);
  expect(textOf(note)).toContain('Ring the quit line on Monday');
  expect(textOf(note)).toContain('for change: commitment');
  expect(RULERS.flatMap((ruler) => componentsOf(note, ruler)).every((each) => each.valueInteger === undefined)).toBe(
    true,
  );
});

test('two targets in one visit are two notes, each with its own words and number', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  await clinician.names('Smoking');
  await clinician.hears('Change D Desire', 'I want to breathe on the stairs');
  await clinician.signs();
  await clinician.seesItFiled();
  await clinician.pane.getByRole('button', { name: 'Begin another note' }).click();
  await clinician.names('Alcohol');
  await clinician.hears('Change A Ability', 'I could leave Fridays free of it');
  await clinician.signs();
  await expect.poll(() => journey.ehr.notesOf('proto').length).toBe(2);
  await clinician.seesItFiled();
  const [first, second] = [filed(journey, 0), filed(journey, 1)];
  expect(first.id).not.toBe(second.id);
  expect(first.identifier?.[0]?.value).not.toBe(second.identifier?.[0]?.value);
  expect([textOf(first), textOf(second)].map((text) => /^About: (\w+)/m.exec(text)?.[1])).toEqual([
    'Smoking',
    'Alcohol',
  ]);
  expect(textOf(first)).not.toContain('Fridays');
  expect(textOf(second)).not.toContain('stairs');
});
