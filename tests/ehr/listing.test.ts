// @vitest-environment happy-dom
// Earlier notes: every hit judged here, nobody else's shown, nothing dropped in silence, nothing followed elsewhere.

import fc from 'fast-check';
import type { FhirResource } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import type { NotesFound } from '../../src/interview/history/history.ts';
import { writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site, startSandbox } from './round-trip.ts';

playNetwork();

const signal = () => new AbortController().signal;
const notes = fc.sample(readinessNote, { numRuns: 3, seed: 3 });
const stored = notes.map((note, nth) => ({
  ...encodeObservation(note, {
    patientId: 'pat',
    clinician: 'Practitioner/nunez',
    socialHistory: true,
    rulerValue: 'integer',
  }),
  id: `note-${nth}`,
}));
const [first] = stored;

async function begin() {
  const sandbox = await startSandbox();
  const ehr = await arrive(sandbox, site());
  if (!ehr.ok) throw new Error(ehr.error.kind);
  return { sandbox, ehr: ehr.value };
}

const bundle = (resources: readonly unknown[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
  ...(next && { link: [{ relation: 'next', url: next }] }),
});

/** Answers both searches the same way. */
async function listFrom(answer: (request: Request) => Response): Promise<NotesFound> {
  return (await startListing(answer)).found;
}

/** The newest notes, and a way to ask for older ones. */
async function startListing(answer: (request: Request) => Response) {
  const { ehr } = await begin();
  answerWith(http.get(`${ISS}/Observation`, ({ request }) => answer(request)));
  const found = await ehr.listNotes(signal());
  if (!found.ok) throw new Error(found.error.kind);
  return { found: found.value, older: (held: NotesFound) => ehr.listOlder(() => held, signal()) };
}
const pagesAsked = () => asked().filter((one) => one.url.includes('/Observation?')).length;

test('lists every note once, newest first', async () => {
  const { entries, shortfalls, otherPatients } = await listFrom(() => HttpResponse.json(bundle(stored)));
  expect(entries.map((entry) => entry.kind === 'note' && entry.note.id).toSorted()).toEqual(
    notes.map((note) => note.id).toSorted(),
  );
  const moments = entries.map((entry) => (entry.kind === 'note' ? Date.parse(entry.note.at) : 0));
  expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  expect({ shortfalls, otherPatients }).toEqual({ shortfalls: [], otherPatients: 0 });
});

test('asks by category and by code, side by side, the newest first', async () => {
  await listFrom(() => HttpResponse.json(bundle([])));
  const searches = asked()
    .filter((one) => one.url.includes('/Observation?'))
    .map((one) => new URL(one.url).searchParams);
  expect(searches.map((query) => [...query.keys()])).toEqual([
    ['patient', 'category', '_count', '_sort'],
    ['patient', 'code', '_count', '_sort'],
  ]);
});

test('drops what belongs to somebody else, and counts it', async () => {
  const foreign = { ...first, id: 'foreign', subject: { reference: 'Patient/other' } };
  const elsewhere = { ...first, id: 'elsewhere', subject: { reference: 'https://evil.example/fhir/Patient/other' } };
  const nobodys = { ...first, id: 'nobodys', subject: undefined };
  const found = await listFrom(() => HttpResponse.json(bundle([foreign, elsewhere, nobodys, ...stored])));
  expect(found.entries).toHaveLength(stored.length);
  expect(found.otherPatients).toBe(3);
});

test('keeps the other notes when one is absurd, and lists it as unreadable with its date', async () => {
  const huge = { ...first, id: 'huge', component: [{ code: { text: 'x'.repeat(50_000_000) }, valueString: 'y' }] };
  const found = await listFrom(() => HttpResponse.json(bundle([huge, ...stored])));
  expect(found.entries).toHaveLength(stored.length + 1);
  expect(found.entries).toContainEqual(
    expect.objectContaining({ kind: 'unreadable', why: 'too-large', date: first?.effectiveDateTime }),
  );
});

test.each([
  ['wrong types', { component: 'none', effectiveDateTime: 7 }],
  ['no code', { code: undefined }],
  ['a modifier it does not know', { modifierExtension: [{ url: 'https://x.example' }] }],
])('never shows %s as fact', async (_what, over) => {
  const odd = { ...first, id: 'odd', ...over };
  const found = await listFrom(() => HttpResponse.json(bundle([odd])));
  expect(found.entries.map((entry) => entry.kind)).toEqual(['unreadable']);
});

test('reads the newest page first, older ones when asked, and says when nothing is left', async () => {
  const [one, two] = [stored.slice(0, 1), stored.slice(1)];
  const { found, older } = await startListing((request) =>
    HttpResponse.json(request.url.includes('page=2') ? bundle(two) : bundle(one, `${ISS}/Observation?page=2`)),
  );
  expect(found).toMatchObject({ shortfalls: ['more-to-load'], wholeSince: first?.effectiveDateTime });
  expect(found.entries).toHaveLength(1);
  expect(pagesAsked()).toBe(2);
  const whole = await older(found);
  expect(whole).toMatchObject({ shortfalls: [] });
  expect(whole).toHaveProperty('wholeSince', undefined);
  expect(whole.entries).toHaveLength(stored.length);
});

test('follows a next link under the base only, and says that the list was cut', async () => {
  const cut = await listFrom(() => HttpResponse.json(bundle(stored, 'https://evil.example/fhir/Observation?page=2')));
  expect(cut.shortfalls).toEqual(['cut-short']);
});

const dated = (day: number) => ({ ...first, id: `day-${day}`, effectiveDateTime: `2026-03-0${day}T10:00:00Z` });

test('does not go round in circles', async () => {
  const loop = await listFrom((request) => HttpResponse.json(bundle(stored, request.url)));
  expect(loop.shortfalls).toEqual(['cut-short']);
  const round = await startListing(({ url }) =>
    HttpResponse.json(bundle([dated(3)], `${ISS}/Observation?page=${url.includes('page=a') ? 'b' : 'a'}`)),
  );
  const before = pagesAsked();
  expect((await round.older(round.found)).shortfalls).toEqual(['cut-short']);
  expect(pagesAsked() - before).toBeLessThanOrEqual(6);
});

test('reads a few pages back if there is no note at first, and then waits for a request', async () => {
  const survey = { ...first, id: 'phq', identifier: undefined, code: { text: 'PHQ-9' }, component: undefined };
  const { found, older } = await startListing(() =>
    HttpResponse.json(bundle([survey], `${ISS}/Observation?page=${crypto.randomUUID()}`)),
  );
  expect(found).toMatchObject({ entries: [], shortfalls: ['more-to-load'] });
  const before = pagesAsked();
  expect(before).toBeLessThanOrEqual(10);
  expect(await older(found)).toMatchObject({ shortfalls: ['more-to-load'] });
  expect(pagesAsked() - before).toBeLessThanOrEqual(20);
});

test('reads a list to its end where the server cannot sort it', async () => {
  const { found } = await startListing(({ url }) => {
    if (url.includes('_sort')) return new HttpResponse(null, { status: 400 });
    return HttpResponse.json(
      url.includes('page=a') ? bundle([dated(9)]) : bundle([dated(1), dated(2)], `${ISS}/Observation?page=a`),
    );
  });
  expect(found.entries.map(({ filed }) => filed.resourceId)).toEqual(['day-9', 'day-2', 'day-1']);
  expect(found.shortfalls).toEqual([]);
});

test('reads a list to its end where the server sorts it otherwise, and asks without an order where one is refused', async () => {
  const { found } = await startListing(({ url }) =>
    HttpResponse.json(
      url.includes('page=a') ? bundle([dated(9)]) : bundle([dated(1), dated(2)], `${ISS}/Observation?page=a`),
    ),
  );
  expect(found.entries.map(({ filed }) => filed.resourceId)).toEqual(['day-9', 'day-2', 'day-1']);
  const refused = await listFrom(({ url }) =>
    url.includes('_sort') ? new HttpResponse(null, { status: 400 }) : HttpResponse.json(bundle(stored)),
  );
  expect(refused.shortfalls).toEqual([]);
  expect(refused.entries).toHaveLength(stored.length);
});

test.each([403, 404, 500, 501])('asks without an order where one is answered %s', async (status) => {
  const found = await listFrom(({ url }) =>
    url.includes('_sort') ? new HttpResponse(null, { status }) : HttpResponse.json(bundle(stored)),
  );
  expect(found.shortfalls).toEqual([]);
  expect(found.entries).toHaveLength(stored.length);
});

test('takes 404 on every search for an empty list', async () => {
  const found = await listFrom(() => new HttpResponse(null, { status: 404 }));
  expect(found).toMatchObject({ entries: [], shortfalls: [] });
});

test('keeps what is held when an older page fails, and reads on from there the next time', async () => {
  let broken = true;
  const { found, older } = await startListing(({ url }) => {
    if (!url.includes('page=2')) return HttpResponse.json(bundle([dated(9)], `${ISS}/Observation?page=2`));
    return broken ? new HttpResponse(null, { status: 500 }) : HttpResponse.json(bundle([dated(1)]));
  });
  const failed = await older(found);
  expect(failed.shortfalls).toEqual(['older-failed', 'more-to-load']);
  expect(failed.entries).toEqual(found.entries);
  broken = false;
  const whole = await older(failed);
  expect(whole.shortfalls).toEqual([]);
  expect(whole.entries).toHaveLength(2);
});

test.each([404, 410])(
  'asks again from the last date reached when the link to older notes answers %s',
  async (status) => {
    const bounds: (string | null)[] = [];
    const { found, older } = await startListing(({ url }) => {
      if (url.includes('page=2')) return new HttpResponse(null, { status });
      const bound = new URL(url).searchParams.get('date');
      if (bound === null) return HttpResponse.json(bundle([dated(9), dated(8)], `${ISS}/Observation?page=2`));
      bounds.push(bound);
      return HttpResponse.json({ ...bundle([dated(8), dated(1)]), total: 2 });
    });
    const whole = await older(found);
    expect(whole.shortfalls).toEqual([]);
    expect(whole.entries.map(({ filed }) => filed.resourceId)).toEqual(['day-9', 'day-8', 'day-1']);
    expect(new Set(bounds)).toEqual(new Set(['le2026-03-08T10:00:00Z']));
  },
);

test('keeps the way to older notes when the fresh search fails for the moment', async () => {
  let broken = true;
  const { found, older } = await startListing(({ url }) => {
    if (url.includes('page=2')) return new HttpResponse(null, { status: 410 });
    if (!url.includes('date=le')) return HttpResponse.json(bundle([dated(9)], `${ISS}/Observation?page=2`));
    return broken ? new HttpResponse(null, { status: 500 }) : HttpResponse.json(bundle([dated(1)]));
  });
  const failed = await older(found);
  expect(failed.shortfalls).toEqual(['older-failed', 'more-to-load']);
  broken = false;
  expect((await older(failed)).entries).toHaveLength(2);
});

test('says that the rest is out of reach when links go stale and the server takes no date', async () => {
  const { found, older } = await startListing(({ url }) => {
    if (url.includes('page=2')) return new HttpResponse(null, { status: 410 });
    if (url.includes('date=le')) return new HttpResponse(null, { status: 400 });
    return HttpResponse.json(bundle([dated(9)], `${ISS}/Observation?page=2`));
  });
  expect(await older(found)).toMatchObject({ shortfalls: ['cut-short'], entries: found.entries });
});

test('ends, and says so, where every link goes stale and the server ignores dates', async () => {
  const { found, older } = await startListing(({ url }) =>
    url.includes('page=')
      ? new HttpResponse(null, { status: 410 })
      : HttpResponse.json(bundle([dated(9)], `${ISS}/Observation?page=${crypto.randomUUID()}`)),
  );
  expect(await older(found)).toMatchObject({ shortfalls: ['cut-short'], entries: found.entries });
});

test('keeps a note that was filed between two pages', async () => {
  const { entries } = await listFrom(() => HttpResponse.json(bundle([dated(9)])));
  const { found, older } = await startListing(({ url }) =>
    HttpResponse.json(url.includes('page=2') ? bundle([dated(1)]) : bundle([dated(5)], `${ISS}/Observation?page=2`)),
  );
  const all = await older({ ...found, entries: [...entries, ...found.entries] });
  expect(all.entries.map(({ filed }) => filed.resourceId)).toEqual(['day-9', 'day-5', 'day-1']);
});

test('passes on what the server warns of', async () => {
  const warning = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'incomplete' }] };
  const found = await listFrom(() => HttpResponse.json(bundle([warning, ...stored])));
  expect(found.shortfalls).toEqual(['server-warning']);
  expect(found.entries).toHaveLength(stored.length);
});

test('a parameter that was ignored (4122) leaves no gap', async () => {
  const issue = [{ severity: 'warning', code: 'processing', diagnostics: '4122: The parameter was ignored.' }];
  const warning = { resourceType: 'OperationOutcome', issue };
  const found = await listFrom(() => HttpResponse.json(bundle([warning, ...stored])));
  expect(found.shortfalls).toEqual([]);
});

test('keeps what one search brought when the other failed, and says so', async () => {
  const found = await listFrom((request) =>
    request.url.includes('code=') ? new HttpResponse(null, { status: 500 }) : HttpResponse.json(bundle(stored)),
  );
  expect(found.shortfalls).toEqual(['search-failed']);
  expect(found.entries).toHaveLength(stored.length);
});

test('asks with the bare category where the full one is refused', async () => {
  const found = await listFrom((request) =>
    request.url.includes('%7Csurvey') ? new HttpResponse(null, { status: 400 }) : HttpResponse.json(bundle(stored)),
  );
  expect(found.shortfalls).toEqual([]);
});

test('says why when no search answers', async () => {
  const { sandbox, ehr } = await begin();
  sandbox.faults.set(namedFault('search-403'));
  expect(await ehr.listNotes(signal())).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
});

const EVERY_FORM =
  'launch openid fhirUser patient/Patient.r patient/Encounter.r patient/Binary.r patient/Observation.crus patient/DocumentReference.crus patient/QuestionnaireResponse.crus';
const documentOf = (text: string, over: object = {}): FhirResource => ({
  resourceType: 'DocumentReference',
  status: 'current',
  type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }] },
  subject: { reference: 'Patient/pat' },
  date: '2026-11-20T10:00:00Z',
  content: [
    { attachment: { contentType: 'text/plain;charset=utf-8', title: 'Readiness note', url: `Binary/${text}` } },
  ],
  ...over,
});
const binaryOf = (id: string, text: string): FhirResource => ({
  resourceType: 'Binary',
  id,
  contentType: 'text/plain',
  securityContext: { reference: 'Patient/pat' },
  data: Buffer.from(text).toString('base64'),
});

async function beginWith(resources: readonly FhirResource[], scopes = EVERY_FORM) {
  const sandbox = await startSandbox(resources);
  const ehr = await arrive(sandbox, site({ scopes }));
  if (!ehr.ok) throw new Error(ehr.error.kind);
  return { sandbox, ehr: ehr.value };
}
const binaries = () => asked().filter((one) => one.url.includes('/Binary/'));

test('reads the text of documents that call themselves ours, and of no other', async () => {
  const [note] = notes;
  if (!note) throw new Error('no note');
  const { ehr } = await beginWith([
    binaryOf('ours', writeNoteText(note)),
    binaryOf('theirs', 'A note on something else'),
    documentOf('ours', { id: 'ours' }),
    documentOf('theirs', { id: 'theirs', content: [{ attachment: { title: 'Progress note', url: 'Binary/theirs' } }] }),
  ]);
  const found = await ehr.listNotes(signal());
  expect(found).toMatchObject({
    ok: true,
    value: { entries: [{ kind: 'note', note: { id: note.id }, filed: { form: 'document', resourceId: 'ours' } }] },
  });
  expect(binaries().map(({ url }) => url)).toEqual([`${ISS}/Binary/ours`]);
});

test('reads the text of a document whose Binary comes as it is', async () => {
  const [note] = notes;
  if (!note) throw new Error('no note');
  const { sandbox, ehr } = await beginWith([binaryOf('ours', writeNoteText(note)), documentOf('ours', { id: 'ours' })]);
  sandbox.faults.set(namedFault('binary-raw'));
  expect(await ehr.listNotes(signal())).toMatchObject({
    value: { entries: [{ kind: 'note', note: { id: note.id } }] },
  });
});

test('never follows a document elsewhere, and lists what it could not read', async () => {
  const away = [{ attachment: { title: 'Readiness note', url: 'https://evil.example/fhir/Binary/1' } }];
  const { ehr } = await beginWith([documentOf('x', { id: 'away', content: away })]);
  expect(await ehr.listNotes(signal())).toMatchObject({
    ok: true,
    value: { entries: [{ kind: 'unreadable', filed: { form: 'document', resourceId: 'away' } }] },
  });
  expect(binaries()).toEqual([]);
});

test('asks only for forms that the sign-in may read', async () => {
  await beginWith([], 'launch openid fhirUser patient/Patient.r patient/Observation.rs').then(({ ehr }) =>
    ehr.listNotes(signal()),
  );
  expect(asked().filter(({ url }) => /DocumentReference|QuestionnaireResponse/.test(url))).toEqual([]);
});

test.each([
  [404, []],
  [405, []],
  [500, ['search-failed']],
])('a form answered with %s is a gap in the list only where the EHR keeps it', async (status, shortfalls) => {
  const { ehr } = await beginWith([]);
  answerWith(http.get(`${ISS}/QuestionnaireResponse`, () => new HttpResponse(null, { status })));
  expect(await ehr.listNotes(signal())).toMatchObject({ ok: true, value: { entries: [], shortfalls } });
});

test('a form that the statement does not offer to search is not a gap, whatever its response', async () => {
  const { ehr } = await beginWith([]);
  answerWith(
    http.get(`${ISS}/QuestionnaireResponse`, () => new HttpResponse(null, { status: 403 })),
    http.get(`${ISS}/metadata`, () =>
      HttpResponse.json({ resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: [] }] }),
    ),
  );
  expect(await ehr.listNotes(signal())).toMatchObject({ ok: true, value: { shortfalls: [] } });
});
