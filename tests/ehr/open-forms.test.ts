// @vitest-environment happy-dom
// Which form a note goes to and why, each form there and back, and no other form without a press.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { chooseDestination, type DestinationInput } from '../../src/ehr/forms/destination.ts';
import type { Destination, Ehr, Signing, WriteEnd } from '../../src/ehr/port.ts';
import { parseScopes } from '../../src/ehr/server/scopes.ts';
import type { Capability, FormCapability } from '../../src/fhir/server/decode-capability.ts';
import { FORMS, type Form } from '../../src/interview/history/history.ts';
import type { Person } from '../../src/interview/visit.ts';
import type { EhrEntry } from '../../src/site.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { fullNote } from '../support/notes.ts';
import { arrive, asked, ISS, playNetwork, site, startSandbox } from './round-trip.ts';
import { testEntry } from './site-fixture.ts';

playNetwork();

const TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const WRITES = TYPES.map((type) => `patient/${type}.crus`).join(' ');
const SCOPES = `launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Binary.r ${WRITES}`;
const note = { ...fullNote, also: [] };
const signal = () => new AbortController().signal;

function write(order: EhrEntry['write']['order'], over: Partial<EhrEntry['write']> = {}): Partial<EhrEntry> {
  return { scopes: SCOPES, write: { ...testEntry().write, order, ...over } };
}

interface Visit {
  readonly ehr: Ehr;
  readonly person: Person;
}

async function begin(entry: Partial<EhrEntry> = write(TYPES), profile: ProfileId = 'open') {
  const sandbox = await startSandbox([], profile);
  const ehr = await arrive(sandbox, site(entry));
  if (!ehr.ok) throw new Error(ehr.error.kind);
  const person = await ehr.value.readPerson(signal());
  if (!person.ok) throw new Error(person.error.kind);
  return { sandbox, ehr: ehr.value, person: person.value };
}

const signing = ({ ehr, person }: Visit, form: Form, what: Signing['note'] = note): Signing => ({
  ...{ note: what, form, person },
  draftBinding: ehr.context.binding,
});
const file = (visit: Visit, form: Form, what?: Signing['note']): Promise<WriteEnd> =>
  visit.ehr.fileNote(signing(visit, form, what), () => undefined, signal());
const creates = () => asked().filter((one) => one.method === 'POST' && one.url.startsWith(`${ISS}/`));

test.each(FORMS)('files a note as %s, reads the same one back, and finds it in the history', async (form) => {
  const visit = await begin();
  expect(await file(visit, form)).toMatchObject({
    kind: 'filed',
    at: { form },
    entry: { kind: 'note', note, ours: true, standing: 'current', filed: { form } },
  });
  expect(creates()).toHaveLength(1);
  expect(await visit.ehr.listNotes(signal())).toMatchObject({
    ok: true,
    value: { entries: [{ kind: 'note', note, filed: { form } }], shortfalls: [], otherPatients: 0 },
  });
});

const composed = readinessNote.filter(({ rulers, also }) => {
  const kinds = Object.values(rulers).map((ruler) => ruler.kind);
  return (
    also.length === 0 && kinds.includes('asked') && kinds.every((kind) => kind === 'asked' || kind === 'not-asked')
  );
});

test.each(['document', 'response'] as const)('files any composed note as %s without loss', async (form) => {
  const visit = await begin();
  await fc.assert(
    fc.asyncProperty(composed, async (any) => {
      expect(await file(visit, form, any)).toMatchObject({ kind: 'filed' });
    }),
    { numRuns: 10 },
  );
});

test('a note in two forms is one note in the history', async () => {
  const visit = await begin();
  const order = ['document', 'response', 'observation'] as const;
  for (const [nth, form] of order.entries()) {
    const press = { ...signing(visit, form), heldForms: order.slice(0, nth) };
    expect(await visit.ehr.fileNote(press, () => undefined, signal())).toMatchObject({ at: { form } });
  }
  const found = await visit.ehr.listNotes(signal());
  expect(found.ok && found.value.entries.map(({ filed }) => filed.form)).toEqual(['observation']);
});

test.each(FORMS)('finds a note whose answer was lost, filed as %s', async (form) => {
  const visit = await begin();
  visit.sandbox.faults.set(namedFault('create-dropped'), 1);
  expect(await file(visit, form)).toMatchObject({ kind: 'filed' });
  expect(await visit.ehr.findNote(note, [form], () => undefined, signal())).toMatchObject({ kind: 'filed' });
  const [another] = fc.sample(composed, { numRuns: 1, seed: 5 });
  if (!another) throw new Error('no note');
  expect(await visit.ehr.findNote(another, FORMS, () => undefined, signal())).toEqual({ kind: 'absent', why: 'lost' });
});

test('after each definite refusal the next form is named, and nothing more is sent', async () => {
  const visit = await begin();
  visit.sandbox.faults.set(namedFault('create-405'));
  const seen: Destination[] = [await visit.ehr.readDestination(signal())];
  for (const form of FORMS) {
    expect(await file(visit, form)).toMatchObject({ kind: 'refused' });
    seen.push(visit.ehr.destination());
  }
  expect(seen.map((one) => (one.kind === 'form' ? one.form : one.why))).toEqual([...FORMS, 'not-taken']);
  expect(creates()).toHaveLength(3);
});

test.each(['create-409', 'create-412', 'create-413', 'create-429', 'create-500', 'create-accepted'] as const)(
  '%s closes no form',
  async (id) => {
    const visit = await begin();
    await visit.ehr.readDestination(signal());
    visit.sandbox.faults.set(namedFault(id), 1);
    await file(visit, 'observation');
    expect(visit.ehr.destination()).toEqual({ kind: 'form', form: 'observation', confirmed: true });
  },
);

test('names a form not yet confirmed where the statement cannot be read', async () => {
  const visit = await begin();
  visit.sandbox.faults.set(namedFault('statement-missing'));
  expect(await visit.ehr.readDestination(signal())).toEqual({ kind: 'form', form: 'observation', confirmed: false });
  visit.sandbox.faults.clear();
  expect(await visit.ehr.readDestination(signal())).toMatchObject({ confirmed: true });
});

const profiles: readonly (readonly [ProfileId, Destination])[] = [
  ['open', { kind: 'form', form: 'observation', confirmed: true }],
  ['epic-like', { kind: 'form', form: 'document', confirmed: true }],
  ['oracle-like', { kind: 'form', form: 'document', confirmed: true }],
  ['athena-like', { kind: 'form', form: 'response', confirmed: true }],
  ['read-only', { kind: 'copy', why: 'no-scope' }],
];

test.each(profiles)('%s: the note goes where it can, and is there next time', async (profile, destination) => {
  const visit = await begin(write(TYPES), profile);
  const read = await visit.ehr.readDestination(signal());
  if (destination.kind === 'copy') {
    expect(visit.ehr.context.readOnly).toBe('no-scope');
    expect(read).toEqual(destination);
    return;
  }
  expect(read).toEqual(destination);
  expect(await file(visit, destination.form)).toMatchObject({ kind: 'filed' });
  const found = await visit.ehr.listNotes(signal());
  expect(found).toMatchObject({ ok: true, value: { entries: [{ kind: 'note', note }] } });
  visit.sandbox.faults.set(namedFault('create-dropped'), 1);
  const [another] = fc.sample(composed, { numRuns: 1, seed: 6 });
  if (!another) throw new Error('no note');
  await file(visit, destination.form, another);
  expect(await visit.ehr.findNote(another, [destination.form], () => undefined, signal())).toMatchObject({
    kind: 'filed',
  });
});

const none: FormCapability = {
  create: false,
  update: false,
  conditionalCreate: false,
  updateCreate: false,
  search: true,
  identifierSearch: true,
  history: true,
};
const taking = (...forms: readonly Form[]): Capability => {
  const of = (form: Form) => ({ ...none, create: forms.includes(form) });
  return { observation: of('observation'), document: of('document'), response: of('response'), transaction: false };
};
const destinations: readonly (readonly [string, Partial<DestinationInput>, Destination])[] = [
  ['all three agree', {}, { kind: 'form', form: 'observation', confirmed: true }],
  ['the statement is unread', { statement: undefined }, { kind: 'form', form: 'observation', confirmed: false }],
  [
    'the statement lists another type',
    { statement: taking('document') },
    { kind: 'form', form: 'document', confirmed: true },
  ],
  ['the statement lists none', { statement: taking() }, { kind: 'copy', why: 'not-taken' }],
  ['no scope was granted', { scopes: parseScopes('patient/Observation.rs') }, { kind: 'copy', why: 'no-scope' }],
  [
    'only answers may be written',
    { scopes: parseScopes('patient/QuestionnaireResponse.write') },
    { kind: 'form', form: 'response', confirmed: true },
  ],
  [
    'the scope is limited to the note’s category',
    { scopes: parseScopes('patient/DocumentReference.c?category=clinical-note') },
    { kind: 'form', form: 'document', confirmed: true },
  ],
  [
    'the scope is limited to another category',
    { scopes: parseScopes('patient/Observation.c?category=vital-signs') },
    { kind: 'copy', why: 'no-scope' },
  ],
  [
    'the site orders otherwise',
    { settings: testEntry(write(['QuestionnaireResponse', 'Observation'])) },
    { kind: 'form', form: 'response', confirmed: true },
  ],
  [
    'the site knows better than a shy statement',
    { statement: taking(), settings: testEntry(write(TYPES, { capabilities: { DocumentReference: 'yes' } })) },
    { kind: 'form', form: 'document', confirmed: true },
  ],
  [
    'the site knows better than a generous statement',
    { settings: testEntry(write(TYPES, { capabilities: { Observation: 'no' } })) },
    { kind: 'form', form: 'document', confirmed: true },
  ],
  [
    'a form was refused',
    { closed: new Set<Form>(['observation']) },
    { kind: 'form', form: 'document', confirmed: true },
  ],
  ['nobody who may write signed in', { readOnly: 'no-clinician' }, { kind: 'copy', why: 'no-clinician' }],
  ['the site files nothing', { readOnly: 'site' }, { kind: 'copy', why: 'site' }],
];

test.each(destinations)('where %s', (_when, over, expected) => {
  const usual: DestinationInput = {
    settings: testEntry(write(TYPES)),
    scopes: parseScopes(SCOPES),
    readOnly: undefined,
    statement: taking(...FORMS),
    closed: new Set<Form>(),
    closedToUpdates: new Set<Form>(),
  };
  expect(chooseDestination({ ...usual, ...over })).toEqual(expected);
});
