// @vitest-environment happy-dom
// What docs/ehr-integration.md tells an EHR's team, held against the wire: requests, headers, numbers, and each scope.
import { readFileSync } from 'node:fs';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Ehr } from '../../src/ehr/port.ts';
import { fullNote } from '../support/notes.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site, startSandbox } from './round-trip.ts';
import { testEntry } from './site-fixture.ts';

playNetwork();

const PAGE = readFileSync('docs/ehr-integration.md', 'utf8');
const signal = () => new AbortController().signal;

/** The lines of the code block that follows these words on the page. */
function listed(words: string): readonly string[] {
  const [, after] = PAGE.split(words);
  const [, block = ''] = (after ?? '').split('```');
  return block
    .split('\n')
    .filter((line) => /^(?:GET|POST|PUT) /.test(line))
    .sort();
}

/** Requests as the page writes them: its ids in place of the sandbox's, and "…" for what differs each time. */
const written = (requests: readonly Request[]): readonly string[] =>
  requests
    .map(({ method, url }) =>
      `${method} ${decodeURIComponent(url.replace(ISS, '[base]'))}`
        .replace(/\/Patient\/pat$/, '/Patient/123')
        .replace('patient=pat', 'patient=123')
        .replace('Encounter/visit', 'Encounter/456')
        .replace('Practitioner/nunez', 'Practitioner/987')
        .replace(/\/(Observation)\/[\w-]{36}$/, '/$1/789')
        .replace(/(date|_lastUpdated)=ge[\w.:-]+/g, '$1=ge…')
        .replace(/(72166-2),[^&]+/, '$1,…'),
    )
    .sort();

/** The entry that the page describes: every scope in its table but those of the site's own choices. */
const SCOPES =
  'launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Observation.crus patient/DocumentReference.crus patient/Binary.r patient/QuestionnaireResponse.crus patient/Condition.rs patient/MedicationRequest.rs patient/PractitionerRole.r';
const ORDER = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const settings = () => site({ scopes: SCOPES, write: { ...testEntry().write, order: ORDER } });

async function launched(without?: string) {
  const sandbox = await startSandbox([], 'open', { grant: (all) => all.filter((one) => one !== without) });
  return { sandbox, ehr: await arrive(sandbox, settings()) };
}

async function work(): Promise<Ehr> {
  const { ehr } = await launched();
  if (!ehr.ok) throw new Error(ehr.error.kind);
  return ehr.value;
}

/** The requests that one piece of work sends. */
async function requestsOf(work: () => Promise<unknown>): Promise<readonly Request[]> {
  const before = asked().length;
  await work();
  return asked().slice(before);
}

const firstWave = (ehr: Ehr) =>
  Promise.all([ehr.readPerson(signal()), ehr.readDestination(signal()), ehr.listNotes(signal())]);

async function signing(ehr: Ehr) {
  const [person] = await firstWave(ehr);
  if (!person.ok) throw new Error(person.error.kind);
  return { note: fullNote, person: person.value, form: 'observation', draftBinding: ehr.context.binding } as const;
}

test('a launch sends the listed requests, and looks for the author afterwards', async () => {
  const ehr = await work();
  expect(written(await requestsOf(() => firstWave(ehr)))).toEqual(
    [...listed('At launch, in parallel:'), ...listed('whether the chart has the person who signs')].sort(),
  );
  expect(written(await requestsOf(() => ehr.readContext(signal())))).toEqual(listed('After these, if the scopes'));
});

test('a signature sends the listed requests with the listed headers, and nothing more', async () => {
  const ehr = await work();
  const input = await signing(ehr);
  const sent = await requestsOf(() => ehr.fileNote(input, () => undefined, signal()));
  expect(written(sent)).toEqual(listed('At signing, once:'));
  const create = sent.find(({ method }) => method === 'POST');
  expect(PAGE).toContain(`\nIf-None-Exist: ${create?.headers.get('If-None-Exist')}\n`);
  for (const header of ['Prefer: return=representation', 'Accept: application/fhir+json']) {
    const [name = '', value] = header.split(': ');
    expect(create?.headers.get(name)).toBe(value);
    expect(PAGE.replace(/\s+/g, ' ')).toContain(`\`${header}\``);
  }
  for (const request of sent) {
    expect(request.headers.get('Accept')).toBe('application/fhir+json');
    expect(request).toMatchObject({ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' });
  }
});

test('a lost response is followed by the listed searches', async () => {
  const ehr = await work();
  await signing(ehr);
  const sent = await requestsOf(() => ehr.findNote(fullNote, ['observation'], () => undefined, signal()));
  expect([...new Set(written(sent))]).toEqual(listed('If a response was lost'));
});

test.each([400, 403, 404, 405, 415, 500])(
  'a search that is answered %i is repeated as the page says',
  async (status) => {
    expect(PAGE).toContain('(400, 403, 404, 405, 415 or 5xx), Evoke repeats it without `_sort` and with `_count=100`');
    const ehr = await work();
    answerWith(
      http.get(`${ISS}/Observation`, ({ request }) =>
        request.url.includes('_sort') ? new HttpResponse(null, { status }) : undefined,
      ),
    );
    const sent = (await requestsOf(() => ehr.listNotes(signal()))).filter(({ url }) => url.includes('category'));
    expect(sent.map(({ url }) => url.replace(/^.*&_count/, '_count'))).toEqual(['_count=30&_sort=-date', '_count=100']);
  },
);

/** The value of a constant in a source file, so that a number on the page is the number in the code. */
function constant(file: string, name: string): number {
  const [, value = ''] =
    new RegExp(`const ${name}(?:: \\w+)? = (?:\\['_count', ')?([\\d_]+)`).exec(readFileSync(file, 'utf8')) ?? [];
  return Number(value.replaceAll('_', ''));
}

test.each([
  ['src/ehr/server/fetch.ts', 'READ_MS', 15_000, 'A read times out after 15 seconds'],
  ['src/ehr/server/fetch.ts', 'WRITE_MS', 20_000, 'a write after 20'],
  ['src/ehr/server/fetch.ts', 'TRIES', 3, 'at most twice'],
  ['src/ehr/server/fetch.ts', 'LONGEST_WAIT_S', 10, 'if that is 10 seconds or less'],
  ['src/ehr/server/bundle-pages.ts', 'MOST_PAGES', 20, 'at most 20 pages'],
  ['src/ehr/history/list-notes.ts', 'PAGES_A_PRESS', 10, 'at most 10 pages at a time'],
  ['src/ehr/history/search.ts', 'FIRST', 30, '_count=30'],
  ['src/ehr/history/search.ts', 'PAGE', 100, '_count=100'],
])('%s: %s is %i, and the page says so', (file, name, value, words) => {
  expect(constant(file, name)).toBe(value);
  expect(PAGE.replace(/\s+/g, ' ')).toContain(words);
});

/** What the page says of a missing scope. */
function withoutScope(scope: string): string {
  const row = PAGE.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${scope}\``));
  return row?.split('|')[3]?.trim() ?? 'not on the page';
}

const CLOSED = 'that form is closed';
const LEFT_OUT = 'left out, with a line that says so';

test.each([
  ['openid', 'the note can only be copied, and no draft is kept', { clinician: false, next: 'copy' }],
  ['fhirUser', 'the note can only be copied, and no draft is kept', { clinician: false, next: 'copy' }],
  ['online_access', 'the sign-in ends with its first token; the draft stays', { endsAlone: true }],
  ['patient/Encounter.r', 'this one comparison is left out', { reads: { Encounter: 0 } }],
  ['patient/DocumentReference.crus', CLOSED, { reads: { DocumentReference: 0 } }],
  ['patient/QuestionnaireResponse.crus', CLOSED, { reads: { QuestionnaireResponse: 0 } }],
  ['patient/Condition.rs', LEFT_OUT, { context: { conditions: { kind: 'not-available' } } }],
  ['patient/MedicationRequest.rs', LEFT_OUT, { context: { medicines: { kind: 'not-available' } } }],
  ['patient/Observation.crus', undefined, { next: 'document', context: { measures: { kind: 'not-available' } } }],
] as const)('without %s it goes as the page says', async (scope, words, expected) => {
  if (words) expect(withoutScope(scope)).toBe(words);
  const { ehr } = await launched(scope);
  if (!ehr.ok) throw new Error(ehr.error.kind);
  const input = await signing(ehr.value);
  const destination = ehr.value.destination();
  const context = await ehr.value.readContext(signal());
  await ehr.value.fileNote(input, () => undefined, signal());
  const reads = (type: string) => asked().filter(({ url }) => url.startsWith(`${ISS}/${type}`)).length;
  expect({
    clinician: ehr.value.context.binding.clinician !== undefined,
    endsAlone: ehr.value.signInEndsAt() !== undefined,
    next: destination.kind === 'form' ? destination.form : destination.kind,
    reads: Object.fromEntries(
      ['Encounter', 'DocumentReference', 'QuestionnaireResponse'].map((type) => [type, reads(type)]),
    ),
    context,
  }).toMatchObject(expected);
});

test('without the patient’s record, or any readable form, there is no launch', async () => {
  expect(withoutScope('patient/Patient.r')).toBe('no launch');
  expect(PAGE).toContain("At least one form of the site's order must be readable. Otherwise there is no launch.");
  expect((await launched('patient/Patient.r')).ehr).toMatchObject({ ok: false, error: { kind: 'missingScope' } });
  const formless = await startSandbox([], 'open', {
    grant: (all) => all.filter((one) => !/\/(?:Obs|Doc|Que)/.test(one)),
  });
  expect(await arrive(formless, settings())).toMatchObject({ ok: false, error: { kind: 'missingScope' } });
});
