// @vitest-environment happy-dom
// Filing against the sandbox chart: what was sent is what is there, or the clinician is told exactly what is not.

import fc from 'fast-check';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import type { Ehr, Signing, WriteEnd } from '../../src/ehr/port.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import type { Person } from '../../src/interview/visit.ts';
import { made, readinessNote } from '../support/arbitraries.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site, startSandbox } from './round-trip.ts';
import { testEntry } from './site-fixture.ts';

playNetwork();

const signal = () => new AbortController().signal;
/** Notes as a clinician composes them: rulers that were really asked or not. */
const composed = readinessNote.filter(({ rulers, also }) => {
  const kinds = Object.values(rulers).map((ruler) => ruler.kind);
  return (
    also.length === 0 && kinds.includes('asked') && !kinds.includes('unreadable') && !kinds.includes('not-recorded')
  );
});
function someNote(): ReadinessNote {
  const [note] = fc.sample(composed, { numRuns: 1, seed: 11 });
  if (!note) throw new Error('no note');
  return note;
}
const note = someNote();
const OTHER_ID = made(readNoteId('99999999-2222-4333-8444-555555555555'));

async function begin(settings = site()) {
  const sandbox = await startSandbox();
  const ehr = await arrive(sandbox, settings);
  if (!ehr.ok) throw new Error(ehr.error.kind);
  const person = await ehr.value.readPerson(signal());
  if (!person.ok) throw new Error(person.error.kind);
  return { sandbox, ehr: ehr.value, person: person.value };
}

function file({ ehr, person }: { ehr: Ehr; person: Person }, what = note): Promise<WriteEnd> {
  return ehr.fileNote(signing({ ehr, person }, what), () => undefined, signal());
}
const signing = ({ ehr, person }: { ehr: Ehr; person: Person }, what = note): Signing => ({
  ...{ note: what, person },
  form: 'observation',
  draftBinding: ehr.context.binding,
});
const find = ({ ehr }: { readonly ehr: Ehr }, what: ReadinessNote): Promise<WriteEnd> =>
  ehr.findNote(what, ['observation'], () => undefined, signal());
const creates = () => asked().filter((one) => one.method === 'POST' && one.url === `${ISS}/Observation`);

test('files a note and reads back the same one, which then is in the history', async () => {
  const visit = await begin();
  const steps: string[] = [];
  const { ehr } = visit;
  const end = await ehr.fileNote(signing(visit), (step) => steps.push(step), signal());
  expect(end).toMatchObject({ kind: 'filed', entry: { kind: 'note', note, ours: true, standing: 'current' } });
  expect(steps).toEqual(['sending', 'verifying']);
  const [stored] = visit.sandbox.store.all('Observation');
  expect(stored).toMatchObject({
    status: 'final',
    subject: { reference: 'Patient/pat' },
    encounter: { reference: 'Encounter/visit' },
    performer: [{ reference: 'Practitioner/nunez' }, { reference: 'Patient/pat' }],
  });
  const history = await ehr.listNotes(signal());
  expect(history).toMatchObject({
    ok: true,
    value: { entries: [{ kind: 'note', note }], shortfalls: [], otherPatients: 0 },
  });
});

test('files any composed note without loss', async () => {
  const visit = await begin();
  await fc.assert(
    fc.asyncProperty(composed, async (any) => {
      expect(await file(visit, any)).toMatchObject({ kind: 'filed', lost: [] });
    }),
    { numRuns: 15 },
  );
});

const ends: readonly (readonly [FaultId, WriteEnd['kind'], object?])[] = [
  ['create-400', 'refused', { why: { kind: 'invalid' } }],
  ['create-401', 'sessionEnded'],
  ['create-403', 'refused', { why: { kind: 'forbidden' } }],
  ['create-404', 'refused', { why: { kind: 'notFound' } }],
  ['create-405', 'refused', { why: { kind: 'notSupported' } }],
  ['create-409', 'absent', { why: 'not-taken' }],
  ['create-412', 'absent', { why: 'not-taken' }],
  ['create-413', 'refused', { why: { kind: 'tooLarge' } }],
  ['create-422', 'refused', { why: { kind: 'invalid' } }],
  ['create-429', 'refused', { why: { kind: 'tooMany' } }],
  ['create-500', 'absent', { why: 'lost' }],
  ['create-503', 'absent', { why: 'lost' }],
  ['create-not-mapped', 'refused'],
  ['create-dropped', 'filed', { lost: [] }],
  ['create-empty', 'filed', { lost: [] }],
  ['create-unlocated', 'filed', { lost: [] }],
  ['create-bare', 'filed', { lost: [] }],
  ['create-accepted', 'accepted'],
  ['create-accepted-stored', 'accepted'],
  ['stores-without-notes', 'filed', { lost: ['readable-text'] }],
  ['stores-without-identifier', 'filed', { lost: ['note-number'] }],
  ['stores-without-encounter', 'filed', { lost: ['visit'] }],
  ['stores-without-narrative', 'filed', { lost: [] }],
  ['stores-other-value', 'mismatch'],
  ['reads-other-patient', 'mismatch'],
  ['reads-other-value', 'mismatch'],
  ['read-401', 'filed', { lost: [] }],
  ['read-500', 'unverified'],
];

test.for(ends)('%s ends as %s, after one create', async ([id, kind, more]) => {
  const visit = await begin();
  const fault = namedFault(id);
  const onNotes = fault.on.interactions?.includes('read')
    ? aimed(fault, { ...fault.on, types: ['Observation'] })
    : fault;
  visit.sandbox.faults.set(onNotes, id === 'read-401' ? 1 : undefined);
  expect(await file(visit)).toMatchObject({ kind, ...more });
  expect(creates()).toHaveLength(1);
});

test('says which parts were dropped when the chart keeps no components', async () => {
  const visit = await begin();
  visit.sandbox.faults.set(namedFault('stores-without-components'));
  const end = await file(visit);
  expect(end.kind).toBe('filed');
  expect(end.kind === 'filed' && end.lost).toEqual(['coded-parts']);
});

test('asks again for a note that is not there yet', async () => {
  const visit = await begin();
  visit.sandbox.faults.set(aimed(namedFault('read-404'), { interactions: ['read'], types: ['Observation'] }), 1);
  expect(await file(visit)).toMatchObject({ kind: 'filed' });
});

test('finds the note whose answer was lost, and does not find one that never arrived', async () => {
  const visit = await begin();
  visit.sandbox.faults.set(namedFault('create-dropped'), 1);
  expect(await file(visit)).toMatchObject({ kind: 'filed', lost: [] });
  expect(await find(visit, note)).toMatchObject({ kind: 'filed' });
  const [another] = fc.sample(composed, { numRuns: 1, seed: 12 });
  if (!another) throw new Error('no note');
  visit.sandbox.faults.set(namedFault('create-500'), 1);
  expect(await file(visit, another)).toEqual({ kind: 'absent', why: 'lost' });
  expect(await find(visit, another)).toEqual({ kind: 'absent', why: 'lost' });
});

test('stays unsure while the search itself fails', async () => {
  const visit = await begin();
  visit.sandbox.faults.set(namedFault('search-500'));
  expect(await find(visit, note)).toMatchObject({
    kind: 'unknown',
    why: { kind: 'server' },
  });
});

test('says where the note goes, and closes a form the EHR refused', async () => {
  const visit = await begin();
  expect(await visit.ehr.readDestination(signal())).toEqual({ kind: 'form', form: 'observation', confirmed: true });
  visit.sandbox.faults.set(namedFault('create-405'), 1);
  expect(await file(visit)).toMatchObject({ kind: 'refused' });
  expect(await visit.ehr.readDestination(signal())).toEqual({ kind: 'copy', why: 'not-taken' });
});

const wrong: readonly (readonly [
  string,
  (visit: { ehr: Ehr; person: Person }) => [Person, Ehr['context']['binding']],
])[] = [
  ['loaded-patient', ({ ehr, person }) => [{ ...person, id: 'other' }, ehr.context.binding]],
  ['draft', ({ ehr, person }) => [person, { ...ehr.context.binding, patient: 'other' }]],
  ['draft', ({ ehr, person }) => [person, { ...ehr.context.binding, encounter: 'another' }]],
  ['author', ({ ehr, person }) => [person, { ...ehr.context.binding, clinician: 'Practitioner/other' }]],
  ['issuer', ({ ehr, person }) => [person, { ...ehr.context.binding, issuer: 'https://b.example/fhir' }]],
  ['issuer', ({ ehr, person }) => [person, { ...ehr.context.binding, tenant: 'b' }]],
];

test.each(wrong)('sends nothing when the %s is not the one of the launch', async (where, bend) => {
  const visit = await begin();
  const [person, draftBinding] = bend(visit);
  const end = await visit.ehr.fileNote({ ...signing(visit), person, draftBinding }, () => undefined, signal());
  expect(end).toEqual({ kind: 'unsent', why: { kind: 'guardStopped', where } });
  expect(creates()).toEqual([]);
});

test('sends nothing when the visit belongs to another patient', async () => {
  const visit = await begin();
  answerWith(
    http.get(`${ISS}/Encounter/visit`, () =>
      HttpResponse.json({ resourceType: 'Encounter', id: 'visit', subject: { reference: 'Patient/other' } }),
    ),
  );
  expect(await file(visit)).toEqual({ kind: 'unsent', why: { kind: 'guardStopped', where: 'encounter' } });
  expect(creates()).toEqual([]);
});

test('reads the visit again at every press of Sign', async () => {
  const visit = await begin();
  expect(await file(visit)).toMatchObject({ kind: 'filed' });
  answerWith(
    http.get(`${ISS}/Encounter/visit`, () =>
      HttpResponse.json({ resourceType: 'Encounter', id: 'visit', subject: { reference: 'Patient/other' } }),
    ),
  );
  expect(await file(visit, { ...note, id: OTHER_ID })).toEqual({
    kind: 'unsent',
    why: { kind: 'guardStopped', where: 'encounter' },
  });
  expect(creates()).toHaveLength(1);
});

test('files without a visit that the chart does not show, and only if the clinician chose so', async () => {
  const visit = await begin();
  answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 404 })));
  expect(await file(visit)).toEqual({ kind: 'unsent', why: { kind: 'guardStopped', where: 'visit-hidden' } });
  const press = { ...signing(visit), withoutVisit: true };
  const end = await visit.ehr.fileNote(press, () => undefined, signal());
  expect(end).toMatchObject({ kind: 'filed', lost: [] });
  expect(visit.sandbox.store.all('Observation')).toHaveLength(1);
  expect(visit.sandbox.store.all('Observation')[0]).not.toHaveProperty('encounter');
});

test('sends no data of another patient’s visit, even if the clinician chose to file without it', async () => {
  const visit = await begin();
  answerWith(
    http.get(`${ISS}/Encounter/visit`, () =>
      HttpResponse.json({ resourceType: 'Encounter', id: 'visit', subject: { reference: 'Patient/other' } }),
    ),
  );
  const end = await visit.ehr.fileNote({ ...signing(visit), withoutVisit: true }, () => undefined, signal());
  expect(end).toEqual({ kind: 'unsent', why: { kind: 'guardStopped', where: 'encounter' } });
  expect(creates()).toEqual([]);
});

test('sends nothing after the session was ended', async () => {
  const visit = await begin();
  visit.ehr.signOut();
  expect(await file(visit)).toEqual({ kind: 'sessionEnded' });
  expect(creates()).toEqual([]);
});

/** A chart that keeps of what is filed neither our number nor our words. */
async function withoutTrace() {
  const write = { ...testEntry().write, conditionalCreate: 'never' } as const;
  const visit = await begin(site({ write }));
  for (const fault of ['stores-without-identifier', 'stores-without-notes'] as const)
    visit.sandbox.faults.set(namedFault(fault));
  expect(await file(visit)).toMatchObject({ kind: 'filed', lost: ['readable-text', 'note-number'] });
  const again = await arrive(visit.sandbox, site({ write }));
  if (!again.ok) throw new Error(again.error.kind);
  return { ...visit, ehr: again.value };
}
const signsAgain = (visit: Awaited<ReturnType<typeof withoutTrace>>, what = note) =>
  visit.ehr.fileNote({ ...signing(visit, what), lookFirst: true }, () => undefined, signal());

test('a note that lost its number and its words is known by its facts, moment and author, and not sent again', async () => {
  const visit = await withoutTrace();
  expect(await signsAgain(visit)).toMatchObject({ kind: 'filed', lost: ['readable-text', 'note-number'] });
  expect(creates()).toHaveLength(1);
});

test('another note of the same moment is not taken for it', async () => {
  const visit = await withoutTrace();
  const other = { ...note, id: OTHER_ID, goal: `${note.goal} and more` };
  expect(await signsAgain(visit, other)).toMatchObject({ kind: 'filed' });
  expect(creates()).toHaveLength(2);
});

test('names the author and the visit as the sign-in and the chart do', async () => {
  const visit = await begin();
  visit.sandbox.store.update({
    ...(visit.sandbox.store.read('Encounter', 'visit') as object),
    type: [{ text: 'Office visit' }],
  } as never);
  await file(visit);
  expect(visit.sandbox.store.all('Observation')).toMatchObject([
    {
      encounter: { reference: 'Encounter/visit', display: 'Office visit' },
      performer: [
        { reference: 'Practitioner/nunez', display: 'Dr. Zoë Núñez-Åström 沈' },
        { reference: 'Patient/pat' },
      ],
    },
  ]);
});
