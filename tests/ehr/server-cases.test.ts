// @vitest-environment happy-dom
// Cases from other people's servers, each through a whole sign-in: the sandbox has the habit, and Evoke does what is right.

import type { Observation } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { Ehr } from '../../src/ehr/port.ts';
import { fullNote } from '../support/notes.ts';
import { begin, changing, every, sends, signal, TYPE_OF } from './changing.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site, startSandbox } from './round-trip.ts';

playNetwork();
afterEach(() => {
  vi.restoreAllMocks();
});

const LONG = 'eA1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4Z9';
const note = { ...fullNote, also: [] };

async function press(ehr: Ehr) {
  const person = await ehr.readPerson(signal());
  if (!person.ok) throw new Error(person.error.kind);
  const signing = { note, form: 'observation', person: person.value, draftBinding: ehr.context.binding } as const;
  return ehr.fileNote(signing, () => undefined, signal());
}

test('a visit whose id has 67 characters is on the note that is filed', async () => {
  const subject = { reference: 'Patient/pat' };
  const visit = {
    resourceType: 'Encounter',
    id: LONG,
    status: 'in-progress',
    class: { code: 'AMB' },
    subject,
  } as const;
  const sandbox = await startSandbox([visit]);
  const arrived = await arrive(sandbox, site(every()), { encounterId: LONG });
  if (!arrived.ok) throw new Error(arrived.error.kind);
  expect(await press(arrived.value)).toMatchObject({ kind: 'filed', lost: [] });
  expect(sandbox.store.all('Observation')).toMatchObject([{ encounter: { reference: `Encounter/${LONG}` } }]);
});

test('a create refused as filed before (59141 in a coding) is unknown until searched, and no other form is tried', async () => {
  const { ehr } = await begin(every({ conditionalCreate: 'never' }));
  const coding = [{ system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369', code: '59141', display: 'Filed before.' }];
  const issue = [{ severity: 'fatal', code: 'business-rule', details: { coding, text: 'Filed before.' } }];
  const refused = HttpResponse.json({ resourceType: 'OperationOutcome', issue }, { status: 400 });
  answerWith(http.post(`${ISS}/Observation`, () => refused, { once: true }));
  expect(await press(ehr)).toEqual({ kind: 'absent', why: 'not-taken' });
  expect(ehr.destination()).toMatchObject({ form: 'observation' });
  const created = asked().filter(({ method, url }) => method === 'POST' && url.startsWith(`${ISS}/`));
  expect(created.map(({ url }) => url)).toEqual([`${ISS}/Observation`]);
});

test('a note whose references come back at an internal host is filed, and the next visit lists it', async () => {
  const { sandbox, ehr, listed } = await begin(every());
  sandbox.faults.set(namedFault('reads-internal-host'));
  expect(await press(ehr)).toMatchObject({ kind: 'filed', lost: [] });
  expect(await listed()).toMatchObject([{ note: { id: note.id }, standing: 'current' }]);
});

test.each(['observation', 'document'] as const)(
  'a server that writes http into its links files and lists a note as %s',
  async (form) => {
    const bench = await begin(every({ order: [TYPE_OF[form]] }), {
      profile: form === 'document' ? 'oracle-like' : 'open',
    });
    bench.sandbox.faults.set(namedFault('links-http'));
    expect(await bench.files(form, note)).toMatchObject({ standing: 'current', note: { id: note.id } });
  },
);

test('page links that expired leave the list readable to its last note', async () => {
  const { sandbox, ehr } = await begin(every());
  expect(await press(ehr)).toMatchObject({ kind: 'filed' });
  const [stored] = sandbox.store.all('Observation') as Observation[];
  for (let day = 1; day <= 60; day += 1) {
    const at = new Date(Date.UTC(2025, 0, day)).toISOString();
    const { identifier: _, id: __, ...rest } = stored as Observation;
    const earlier: Observation = { ...rest, effectiveDateTime: at, issued: at };
    sandbox.store.create(earlier);
  }
  sandbox.faults.set(namedFault('pages-expired'));
  const first = await ehr.listNotes(signal());
  if (!first.ok) throw new Error(first.error.kind);
  let found = first.value;
  for (let page = 0; page < 12 && found.shortfalls.includes('more-to-load'); page += 1)
    found = await ehr.listOlder(() => found, signal());
  expect(found).toMatchObject({ shortfalls: [] });
  expect(found.entries).toHaveLength(61);
});

test.each([
  ['patient/Patient.read patient/Encounter.read patient/Observation.read', { ok: false, error: { kind: 'forbidden' } }],
  ['patient/Patient.r patient/Encounter.r patient/Observation.rs', { ok: true }],
])('a server that takes version 2 scopes only answers a token with %s: %j', async (scopes, answer) => {
  const sandbox = await startSandbox();
  sandbox.faults.set(namedFault('scopes-version-1-refused'));
  const arrived = await arrive(sandbox, site({ scopes: `launch openid fhirUser ${scopes}` }));
  if (!arrived.ok) throw new Error(arrived.error.kind);
  expect(await arrived.value.readPerson(signal())).toMatchObject(answer);
});

test('a capability statement that never arrives delays no note', async () => {
  const { ehr, sandbox } = await begin(every());
  sandbox.faults.set({ ...namedFault('statement-missing'), effect: { kind: 'never' } });
  // No request is given up, so a note that waits for the statement waits without end.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(signal);
  const asking = new AbortController();
  void ehr.readDestination(asking.signal);
  expect(ehr.destination()).toMatchObject({ form: 'observation', confirmed: false });
  expect(await press(ehr)).toMatchObject({ kind: 'filed', lost: [] });
  asking.abort();
});

const spoken = {
  ...note,
  goal: 'Café, "no" wine_and_beer *ever* & <tea>',
  talk: [{ talk: { side: 'change', strand: 'reason' }, text: 'Mañana\nwith my kids' }],
} as const;

test.each(['reads-html', 'reads-html-blocks', 'reads-markdown', 'reads-one-line'] as const)(
  'a server with the habit %s has the note with nothing lost, and a correction leaves one text in it',
  async (habit) => {
    const { sandbox, ehr, person, files, rights } = await begin(every());
    sandbox.faults.set(namedFault(habit));
    const filed = await files('observation', spoken);
    expect(filed.remarks).toBeUndefined();
    const { change } = await rights(filed);
    expect(await sends({ ehr }, changing({ ehr, person }, filed, change))).toMatchObject({ kind: 'filed', lost: [] });
    const [stored] = sandbox.store.all('Observation') as Observation[];
    expect(stored?.note).toHaveLength(2);
    expect(stored?.note?.filter(({ text }) => /READINESS\s+NOTE/.test(text))).toHaveLength(1);
  },
);
