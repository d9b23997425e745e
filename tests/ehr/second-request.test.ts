// @vitest-environment happy-dom
// What may be said and sent after a request whose end is not known: never a second note, and never "nothing was sent".

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { Signing } from '../../src/ehr/port.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, changing, every, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };
const PLAIN = every({ conditionalCreate: 'never' });
const DOCUMENTS_BY_SITE = every({
  order: ['DocumentReference'],
  capabilities: { DocumentReference: 'yes' },
  conditionalCreate: 'never',
});

const methods = () =>
  asked().flatMap(({ method, url }) => (method !== 'GET' && url.startsWith(`${ISS}/`) ? [method] : []));

const file = ({ ehr, person }: Bench, more: Partial<Signing> = {}) =>
  ehr.fileNote(
    { note, form: 'observation', person, draftBinding: ehr.context.binding, ...more },
    () => undefined,
    signal(),
  );

const states = (...resource: readonly object[]) =>
  http.get(`${ISS}/metadata`, () =>
    HttpResponse.json({ resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource }] }),
  );

async function byUpdate(): Promise<Bench> {
  const bench = await begin(every());
  bench.sandbox.faults.set(namedFault('statement-update-create'));
  await bench.ehr.readDestination(signal());
  return bench;
}

test.each([404, 405, 501])(
  'a note that was sent is not taken as absent because the chart answers its search with %s',
  async (status) => {
    const bench = await begin(DOCUMENTS_BY_SITE);
    answerWith(
      states(),
      http.get(`${ISS}/DocumentReference`, () => new HttpResponse(null, { status })),
      http.post(`${ISS}/DocumentReference`, async ({ request }) => {
        bench.sandbox.store.create((await request.clone().json()) as never);
        return new HttpResponse(null, { status: 504 });
      }),
    );
    await bench.ehr.readDestination(signal());
    expect(await file(bench, { form: 'document' })).toMatchObject({ kind: 'unknown' });
    expect(await file(bench, { form: 'document' })).toMatchObject({ kind: 'unknown' });
    const recorded = { form: 'document', sentForms: ['document'], lookFirst: true } as const;
    expect(await file(bench, recorded)).toMatchObject({ kind: 'unknown' });
    expect(bench.sandbox.store.all('DocumentReference')).toHaveLength(1);
  },
);

test.each([400, 403, 405, 500])(
  'a restored note is filed, although the chart answers %s to searches of a form that it does not state',
  async (status) => {
    const bench = await begin(every({ order: ['Observation'], conditionalCreate: 'never' }));
    answerWith(
      states({ type: 'Observation', interaction: [{ code: 'create' }, { code: 'search-type' }] }),
      http.get(`${ISS}/QuestionnaireResponse`, () => new HttpResponse(null, { status })),
    );
    await bench.ehr.readDestination(signal());
    expect(await file(bench, { lookFirst: true })).toMatchObject({ kind: 'filed' });
  },
);

const BROKEN = [
  ['is blocked', () => HttpResponse.error()],
  ['is answered 500', () => new HttpResponse(null, { status: 500 })],
  ['is answered with a page', () => new HttpResponse('<html>', { headers: { 'content-type': 'text/html' } })],
] as const;

test.each(BROKEN)('a restored note is filed, although the search of another form %s', async (_, answer) => {
  const bench = await begin(PLAIN);
  answerWith(http.get(`${ISS}/QuestionnaireResponse`, answer));
  await bench.ehr.readDestination(signal());
  expect(await file(bench, { lookFirst: true })).toMatchObject({ kind: 'filed' });
});

test.each(BROKEN)(
  'a form that the chart refused, and whose search %s, does not stop the next form',
  async (_, answer) => {
    const bench = await begin(PLAIN);
    await bench.ehr.readDestination(signal());
    const refuses = http.post(`${ISS}/Observation`, () => new HttpResponse(null, { status: 405 }));
    answerWith(http.get(`${ISS}/Observation`, answer), refuses);
    expect(await file(bench)).toMatchObject({ kind: 'refused' });
    expect(await file(bench, { form: 'document' })).toMatchObject({ kind: 'filed' });
  },
);

test('a restored note that was never sent is unsent, and not perhaps filed, if its own form cannot be searched', async () => {
  const bench = await begin(PLAIN);
  await bench.ehr.readDestination(signal());
  answerWith(http.get(`${ISS}/Observation`, () => new HttpResponse(null, { status: 503 })));
  expect(await file(bench, { lookFirst: true })).toMatchObject({ kind: 'unsent', why: { kind: 'server' } });
  expect(methods()).toEqual([]);
});

test('a form that the draft records is searched, also if the statement lacks it', async () => {
  const bench = await begin(every({ order: ['Observation'], conditionalCreate: 'never' }));
  answerWith(
    states({ type: 'Observation', interaction: [{ code: 'create' }, { code: 'search-type' }] }),
    http.get(`${ISS}/QuestionnaireResponse`, () => new HttpResponse(null, { status: 403 })),
  );
  await bench.ehr.readDestination(signal());
  const recorded = { sentForms: ['response'], lookFirst: true } as const;
  expect(await file(bench, recorded)).toMatchObject({ kind: 'unknown' });
  expect(methods()).toEqual([]);
});

test('a note whose visit cannot be read after its first request is not said to be unsent', async () => {
  const bench = await byUpdate();
  answerWith(
    http.put(`${ISS}/Observation/:id`, () => {
      answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 500 })));
      return HttpResponse.error();
    }),
  );
  expect(await file(bench)).toEqual({ kind: 'absent', why: 'lost' });
  expect(methods()).toEqual(['PUT']);
});

test('a note without its visit is filed in the next way, by the same guard as before', async () => {
  const bench = await byUpdate();
  answerWith(
    http.put(`${ISS}/Observation/:id`, () => HttpResponse.error()),
    http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 403 })),
  );
  expect(await file(bench)).toMatchObject({ kind: 'unsent', why: { where: 'visit-hidden' } });
  expect(await file(bench, { withoutVisit: true })).toMatchObject({ kind: 'filed' });
  expect(methods()).toEqual(['PUT', 'POST']);
});

test.each(['prefer', 'content-type'])(
  'a network that drops the answer of a POST, and then a read with %s, makes no second note',
  async (header) => {
    const bench = await begin(PLAIN);
    await bench.ehr.readDestination(signal());
    let drops = 1;
    answerWith(
      http.post(
        `${ISS}/Observation`,
        async ({ request }) => {
          bench.sandbox.store.create((await request.clone().json()) as never);
          return HttpResponse.error();
        },
        { once: true },
      ),
      http.get(`${ISS}/Patient/pat`, ({ request }) => {
        if (!request.headers.has(header) || drops === 0) return undefined;
        drops -= 1;
        return HttpResponse.error();
      }),
    );
    expect(await file(bench)).toMatchObject({ kind: 'filed' });
    expect(bench.sandbox.store.all('Observation')).toHaveLength(1);
  },
);

const UNKNOWN_PARAMETER = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'not-supported', diagnostics: 'Unknown search parameter _lastUpdated' }],
};

test.each([500, 200])('a chart that faults (%s) on one parameter of a search is asked without it', async (status) => {
  const bench = await begin(PLAIN);
  await bench.ehr.readDestination(signal());
  answerWith(
    http.get(`${ISS}/Observation`, ({ request }) =>
      new URL(request.url).searchParams.has('_lastUpdated')
        ? HttpResponse.json(UNKNOWN_PARAMETER, { status })
        : undefined,
    ),
  );
  expect(await file(bench)).toMatchObject({ kind: 'filed' });
  const another = { ...note, id: made(readNoteId('99999999-2222-4333-8444-555555555555')) };
  const found = await bench.ehr.findNote(another, ['observation'], () => undefined, signal());
  expect(found).toMatchObject({ kind: 'absent' });
});

const TWO_FORMS = { order: ['Observation', 'DocumentReference'], conditionalCreate: 'never' } as const;
const refusesObservations = (status: number) => [
  http.get(`${ISS}/Observation`, () => new HttpResponse(null, { status })),
  http.post(`${ISS}/Observation`, () => new HttpResponse(null, { status })),
];

test.each([403, 404, 405, 501])(
  'a form that the chart refused with %s, and whose search it refuses too, does not stop the next form',
  async (status) => {
    const bench = await begin(every({ ...TWO_FORMS, capabilities: { Observation: 'yes' } }));
    const interaction = [{ code: 'create' }, { code: 'read' }, { code: 'search-type' }];
    answerWith(states({ type: 'DocumentReference', interaction }), ...refusesObservations(status));
    await bench.ehr.readDestination(signal());
    expect(await file(bench)).toMatchObject({ kind: 'refused' });
    expect(await file(bench, { form: 'document' })).toMatchObject({ kind: 'filed' });
  },
);

test('a note that a gateway refused after it was stored is found before the next form is sent', async () => {
  const bench = await begin(every({ ...TWO_FORMS }));
  await bench.ehr.readDestination(signal());
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      bench.sandbox.store.create((await request.clone().json()) as never);
      return new HttpResponse(null, { status: 403 });
    }),
  );
  expect(await file(bench)).toMatchObject({ kind: 'refused' });
  expect(await file(bench, { form: 'document' })).toMatchObject({ kind: 'filed', at: { form: 'observation' } });
  expect(bench.sandbox.store.all('DocumentReference')).toHaveLength(0);
});

test.each([403, 404])(
  'a restored note is filed, although the chart answers %s to searches of a form that the site never files',
  async (status) => {
    const bench = await begin(every({ order: ['Observation'], conditionalCreate: 'never' }));
    answerWith(
      http.get(`${ISS}/metadata`, () => new HttpResponse(null, { status: 404 })),
      http.get(`${ISS}/QuestionnaireResponse`, () => new HttpResponse(null, { status })),
    );
    await bench.ehr.readDestination(signal());
    expect(await file(bench, { lookFirst: true })).toMatchObject({ kind: 'filed' });
  },
);

test.each([404, 405])(
  'a note is not said to be refused (%s) while its first request may still arrive',
  async (status) => {
    const bench = await byUpdate();
    answerWith(
      http.put(`${ISS}/Observation/:id`, () => HttpResponse.error()),
      http.post(`${ISS}/Observation`, () => new HttpResponse(null, { status })),
    );
    expect(await file(bench)).toEqual({ kind: 'absent', why: 'not-taken' });
    expect(methods()).toEqual(['PUT', 'POST']);
  },
);

test.each([408, 425, 499])(
  'a PUT that a gateway gave up (%i) is searched for, and not sent as a POST that would make a second note',
  async (status) => {
    const bench = await byUpdate();
    answerWith(http.put(`${ISS}/Observation/:id`, () => new HttpResponse(null, { status })));
    expect(await file(bench)).toEqual({ kind: 'absent', why: 'lost' });
    expect(methods()).toEqual(['PUT']);
  },
);

test.each([408, 425, 499])('a change that a gateway gave up (%i) leaves the form open to changes', async (status) => {
  const bench = await begin(PLAIN);
  await bench.ehr.readDestination(signal());
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  answerWith(http.put(`${ISS}/Observation/:id`, () => new HttpResponse(null, { status }), { once: true }));
  const end = await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
  expect(end).toEqual({ kind: 'absent', why: 'lost' });
  expect(await bench.rights(filed)).toMatchObject({ change: { kind: 'update' } });
});
