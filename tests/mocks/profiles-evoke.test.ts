// @vitest-environment happy-dom
// How Evoke files a note in each EHR: the label before a word is typed, the resource, what was lost, and the next
// history.
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { textsAt } from '../../mocks/fhir/fields.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import { seed } from '../../mocks/people/people.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { profileOf } from '../../mocks/profiles.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../mocks/sandbox.ts';
import type { Form } from '../../src/interview/history/history.ts';
import { goesTo } from '../../src/ui/messages/destination-text.ts';
import { changing, sends, sureOf } from '../ehr/changing.ts';
import { answerWith, arrive, playNetwork, site } from '../ehr/round-trip.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { SHIPPED } from './ehr-profiles.ts';

playNetwork();

const ORIGIN = 'https://ehr.example';
const APP = 'https://evoke.example';
const signal = () => new AbortController().signal;
const [note] = fc.sample(
  readinessNote.filter(
    ({ rulers, also }) => also.length === 0 && Object.values(rulers).every(({ kind }) => kind === 'asked'),
  ),
  { numRuns: 1, seed: 7 },
);

async function open(profile: ProfileId, more: Partial<SandboxOptions> = {}) {
  const clients = [{ clientId: 'evoke-app', redirectUris: [`${APP}/index.html`], launchUrl: `${APP}/launch.html` }];
  const sandbox = await createSandbox({ origin: ORIGIN, clients, seed: seed(new Date()), profile, ...more });
  answerWith(
    http.all(`${ORIGIN}/*`, async ({ request }) => {
      const reply = await sandbox.fetch(request);
      return reply.type === 'error' ? HttpResponse.error() : reply;
    }),
  );
  const door = {
    launchUrl: () => sandbox.launch({ patientId: 'proto', encounterId: 'proto-visit-today' }),
    signIn: async (address: string) =>
      (await sandbox.fetch(new Request(address, { redirect: 'manual' }))).headers.get('location') ?? '',
  };
  const settings = site();
  const [entry] = settings.ehrs;
  const shipped = {
    ...settings,
    ehrs: [{ ...entry, scopes: SHIPPED.scopes, write: { ...entry?.write, ...SHIPPED.write } }],
  };
  const ehr = await arrive(door, shipped as typeof settings);
  if (!ehr.ok) throw new Error(ehr.error.kind);
  const person = await ehr.value.readPerson(signal());
  if (!person.ok || note === undefined) throw new Error('no person');
  const file = (form: Form) =>
    ehr.value.fileNote(
      { note, form, person: person.value, draftBinding: ehr.value.context.binding },
      () => undefined,
      signal(),
    );
  return { sandbox, ehr: ehr.value, file };
}

/** Resources that carry the note's number, in the open or in a document's content. */
const ofNote = ({ store }: Sandbox, type: string) =>
  store.all(type).filter((one) => {
    const content = textsAt(one, 'content.attachment.data').map((data) => Buffer.from(data, 'base64').toString('utf8'));
    return [JSON.stringify(one), ...content].some((text) => text.includes(note?.id ?? '?'));
  });

const FORMS = [
  ['open', 'observation', 'Files to the chart as a readiness note', 'Observation'],
  ['epic-like', 'document', 'Files to the chart as a clinical document', 'DocumentReference'],
  ['oracle-like', 'document', 'Files to the chart as a clinical document', 'DocumentReference'],
  ['athena-like', 'response', 'Files to the chart as form answers', 'QuestionnaireResponse'],
] as const;

test.each(FORMS)(
  '%s: the note is filed as %s without loss, and is back in history',
  async (profile, form, label, type) => {
    const { ehr, file, sandbox } = await open(profile);
    expect(goesTo(await ehr.readDestination(signal()))).toBe(label);
    expect(await file(form)).toMatchObject({ kind: 'filed', at: { form } });
    expect(ofNote(sandbox, type)).toHaveLength(1);
    const history = await ehr.listNotes(signal());
    expect(history).toMatchObject({
      ok: true,
      value: { entries: [{ kind: 'note', note, filed: { form } }], shortfalls: [] },
    });
  },
);

test.each(FORMS)('%s: a note whose answer was lost is found, and never sent twice', async (profile, form, _, type) => {
  const { ehr, file, sandbox } = await open(profile);
  await ehr.readDestination(signal());
  sandbox.faults.set(namedFault('create-dropped'), 1);
  expect(await file(form)).toMatchObject({ kind: 'filed' });
  if (note === undefined) throw new Error('no note');
  expect(await ehr.findNote(note, [form], () => undefined, signal())).toMatchObject({ kind: 'filed' });
  expect(ofNote(sandbox, type)).toHaveLength(1);
});

test('read-only: nothing can be filed, and the text says so', async () => {
  const { ehr } = await open('read-only');
  expect(goesTo(await ehr.readDestination(signal()))).toBe(
    'Your sign-in does not allow filing here. Copy the text instead.',
  );
  expect(await ehr.listNotes(signal())).toMatchObject({ ok: true });
});

test('a form refused at signing is replaced by the next one, which waits for its own press', async () => {
  const { ehr, file, sandbox } = await open('open');
  await ehr.readDestination(signal());
  sandbox.stage.play(profileOf('epic-like') ?? sandbox.stage.current());
  expect(await file('observation')).toMatchObject({ kind: 'refused', why: { kind: 'invalid' } });
  expect(goesTo(ehr.destination())).toBe('Files to the chart as a clinical document');
  expect(ofNote(sandbox, 'DocumentReference')).toEqual([]);
});

/* Changing what is filed, as each EHR allows it */

const CLOSED = { kind: 'closed', why: 'not-taken' } as const;
const UPDATE = { kind: 'update', confirmed: true } as const;
const WAYS = [
  ['open', 'observation', UPDATE, UPDATE],
  ['open', 'document', { kind: 'replace', form: 'document' }, UPDATE],
  ['epic-like', 'document', { kind: 'replace', form: 'document' }, UPDATE],
  ['oracle-like', 'document', { kind: 'replace', form: 'document' }, UPDATE],
  ['athena-like', 'response', { kind: 'replace', form: 'response' }, CLOSED],
] as const;

async function changes(profile: ProfileId, form: Form) {
  const { ehr, file, sandbox } = await open(profile);
  await ehr.readDestination(signal());
  expect(await file(form)).toMatchObject({ kind: 'filed' });
  const person = await ehr.readPerson(signal());
  if (!person.ok) throw new Error('no person');
  const listed = async () => {
    const found = await ehr.listNotes(signal());
    return found.ok ? found.value.entries.flatMap((one) => (one.kind === 'note' && one.ours ? [one] : [])) : [];
  };
  const base = (await listed()).find((one) => one.note.id === note?.id);
  const rights = base && (await ehr.changeRights(base, signal()));
  if (!base || !rights) throw new Error('no note');
  return { sandbox, base, listed, ehr, person: person.value, rights };
}

test.each(WAYS)('%s, %s: is corrected as that EHR allows, and the earlier words stay', async (profile, form, way) => {
  const { ehr, base, listed, person, rights } = await changes(profile, form);
  expect(rights.change).toEqual(way);
  const bench = { ehr, person };
  const what = changing(bench, base, rights.change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', lost: [] });
  const [now] = (await listed()).filter((one) => one.note.id === what.note.id);
  expect(now?.note).toEqual(what.note);
  if (way.kind === 'replace') expect(now?.earlier).toMatchObject([{ note: base.note }]);
  expect((await listed()).filter((one) => one.note.id === base.note.id)).toHaveLength(way.kind === 'replace' ? 0 : 1);
});

test.each(WAYS)(
  '%s, %s: is retracted where an update is taken, and says so where none is',
  async (profile, form, _, way) => {
    const { ehr, base, listed, person, rights } = await changes(profile, form);
    expect(rights.retract).toEqual(way);
    if (rights.retract.kind === 'closed') return;
    const bench = { ehr, person };
    const what = changing(bench, base, rights.retract, { change: { act: 'retract', words: 'Wrong chart' } });
    const end = await sends(bench, what);
    // The published table of Oracle's update leaves plain text out: refused, and from then on for the chart.
    if (profile === 'oracle-like') {
      expect(end).toMatchObject({ kind: 'refused', why: { kind: 'invalid' } });
      return;
    }
    expect(end).toMatchObject({ kind: 'filed', lost: [] });
    expect((await listed()).find((one) => one.note.id === base.note.id)).toMatchObject({ standing: 'retracted' });
  },
);

test('read-only: a note can be read and not changed, and the sign-in is named as the reason', async () => {
  const { ehr, base, sandbox } = await changes('open', 'observation');
  sandbox.stage.play(profileOf('read-only') ?? sandbox.stage.current());
  const { ehr: reader } = await open('read-only');
  const read = await reader.changeRights(base, signal());
  const closed = { kind: 'closed', why: 'no-scope' };
  expect(read).toEqual({ change: closed, retract: closed });
  expect(ehr.context.binding).toEqual(reader.context.binding);
});
