// Charts with broken notes: the panel works, and shows none of it as a fact.
import type { Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import type { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

const PCO = 'http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary';
const SURVEY = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
};
const PANEL = { coding: [{ system: PCO, code: 'readiness-assessment' }], text: 'Readiness note' };
const PLANTED = 'Planted words';

/** Plants an Observation that looks like a note, apart from what is given. It is newer than any other of the chart. */
function likeANote(patientId: string, bent: Readonly<Record<string, unknown>>): Resource {
  return {
    resourceType: 'Observation',
    id: 'planted',
    status: 'final',
    category: [SURVEY],
    code: PANEL,
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: new Date(Date.now() - 60_000).toISOString(),
    note: [{ text: PLANTED }],
    ...bent,
  } as unknown as Resource;
}

const importance = (value: object): object => ({ code: { coding: [{ system: PCO, code: 'importance' }] }, ...value });

const BENT: readonly (readonly [what: string, bent: Readonly<Record<string, unknown>>])[] = [
  ['words where lists should be', { component: PLANTED, note: PLANTED, identifier: 7, performer: 'x' }],
  ['lists where words should be', { status: [PLANTED], effectiveDateTime: [PLANTED], component: [[PLANTED]] }],
  [
    'nothing where something should be',
    { component: [null, {}, { code: null }], note: [null], category: [SURVEY, null] },
  ],
  ['no code', { code: undefined, component: [importance({ valueInteger: 9 })] }],
  ['a code that is no concept', { code: 'readiness-assessment', component: [importance({ valueInteger: 9 })] }],
  ['a score out of bounds', { component: [importance({ valueInteger: 11 })] }],
  ['a score that is no number', { component: [importance({ valueInteger: PLANTED })] }],
  ['a date that is none', { effectiveDateTime: '2026-99-99', issued: PLANTED }],
  ['an unknown modifier', { modifierExtension: [{ url: 'https://elsewhere.example/not', valueBoolean: true }] }],
];

/** The clinician can work and file, whatever else the chart holds. */
async function worksAsEver(journey: Journey, clinician: Clinician, patientId: string): Promise<void> {
  const before = journey.ehr.notesOf(patientId).length;
  expect(await clinician.page.locator('body').textContent()).not.toContain(PLANTED);
  expect(await clinician.page.locator('body').textContent()).not.toMatch(/Importance (?:9|11)|undefined|\[object|NaN/i);
  await clinician.rates('Importance', 3);
  await clinician.signs();
  await clinician.seesItFiled();
  expect(journey.ehr.notesOf(patientId)).toHaveLength(before + 1);
}

/** One of each kind: wrong shapes, a wrong code, a wrong value, a modifier. */
const OF_EACH_KIND = ['words where lists should be', 'no code', 'a score out of bounds', 'an unknown modifier'];

test.each(sampleOf(BENT, ([what]) => OF_EACH_KIND.includes(what)))(
  'an earlier note with %s adds no fact and stops nothing',
  async (_, bent) => {
    const journey = await setOut({ planted: [likeANote('proto', bent)] });
    const clinician = await journey.opens('proto');
    await worksAsEver(journey, clinician, 'proto');
  },
);

test('one note that cannot be read hides none of the others', async () => {
  const planted = [likeANote('rosales', { component: PLANTED, note: PLANTED })];
  const { opens } = await setOut({ planted });
  const clinician = await opens('rosales');
  const card = clinician.pane.getByRole('region', { name: /^Last time/ });
  await card.getByText(/Importance \d+.*, confidence \d+.*, readiness \d+/i).waitFor();
  await card.getByRole('button', { name: /^Earlier notes/ }).click();
  await clinician.pane
    .getByRole('list', { name: 'Earlier notes' })
    .getByText(/Unreadable/)
    .first()
    .waitFor();
});

test('entries of another patient are counted and not shown', async () => {
  const journey = await setOut();
  journey.fails('search-other-patient');
  const clinician = await journey.opens('rosales');
  await clinician.sees(/entr(?:y|ies) for another patient (?:was|were) not shown/);
  expect(await clinician.pane.getByText(/Importance \d+, confidence/i).count()).toBe(0);
  journey.mends();
  await worksAsEver(journey, clinician, 'rosales');
});

test('a note of 50 MB neither stops the panel nor shows', async () => {
  const huge = `${PLANTED} ${'x'.repeat(50 * 1024 * 1024)}`;
  const journey = await setOut({ planted: [likeANote('proto', { note: [{ text: huge }] })] });
  const clinician = await journey.opens('proto');
  await worksAsEver(journey, clinician, 'proto');
});

test('markup in an earlier note is read as words', async () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const reason = {
    code: { coding: [{ system: 'urn:oid:2.25.225303994969635414043760540918332801536.1', code: 'ct-reason' }] },
    valueString: hostile,
  };
  const { opens } = await setOut({ planted: [likeANote('proto', { note: [], component: [reason] })] });
  const clinician = await opens('proto');
  await clinician.sees(hostile);
  expect(await clinician.page.locator('img, main script').count()).toBe(0);
});

test.each(['search-500', 'search-foreign-next', 'search-loop', 'search-warning'] as const)(
  'when earlier notes cannot be read whole (%s) the panel says so and works',
  async (fault) => {
    const journey = await setOut();
    journey.fails(fault);
    const clinician = await journey.opens('rosales');
    await clinician.sees(/Earlier notes could not be read|list of earlier notes may be incomplete/);
    journey.mends();
    await worksAsEver(journey, clinician, 'rosales');
  },
);
