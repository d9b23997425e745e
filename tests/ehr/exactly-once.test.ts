// @vitest-environment happy-dom
// One press, one note, on networks and servers with the habits of real ones: or the double is reported and retracted.

import type { Observation } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { altered } from '../../mocks/alter.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import type { Ehr, WriteEnd, WriteStep } from '../../src/ehr/port.ts';
import { type FiledAt, FORMS, type Form } from '../../src/interview/history/history.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, changing, every, NOW, sends, signal, sureOf, TYPE_OF } from './changing.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };
const ANOTHER = { ...note, id: made(readNoteId('99999999-2222-4333-8444-555555555555')) };
const PLAIN = every({ conditionalCreate: 'never' });
const writes = () =>
  asked().filter(({ method, url }) => (method === 'POST' || method === 'PUT') && url.startsWith(`${ISS}/`));

async function open(entry: Parameters<typeof begin>[0], ...faults: readonly FaultId[]): Promise<Bench> {
  const bench = await begin(entry);
  for (const id of faults) bench.sandbox.faults.set(namedFault(id));
  await bench.ehr.readDestination(signal());
  return bench;
}

const file = ({ ehr, person }: Bench, form: Form = 'observation', what = note, steps: WriteStep[] = []) =>
  ehr.fileNote({ note: what, form, person, draftBinding: ehr.context.binding }, (step) => steps.push(step), signal());

const alive = ({ sandbox }: Bench, id: string = note.id) =>
  FORMS.flatMap((form) => sandbox.store.all(TYPE_OF[form])).filter(
    (one) => JSON.stringify(one).includes(id) && (one as { status?: string }).status !== 'entered-in-error',
  );

const placesOf = (end: WriteEnd): readonly FiledAt[] => {
  if (end.kind !== 'duplicated') throw new Error(end.kind);
  return end.places;
};

const retracts = (
  { ehr, person }: Bench,
  end: WriteEnd,
  places = placesOf(end),
): ReturnType<Ehr['retractDuplicates']> => {
  return ehr.retractDuplicates({ note, places, at: NOW, person, draftBinding: ehr.context.binding }, signal());
};

test.each(FORMS)(
  'a plain POST that the network sends twice as %s is reported, and one press retracts the copy',
  async (form) => {
    const bench = await open(PLAIN, 'create-resent');
    const end = await file(bench, form);
    expect(end).toMatchObject({ kind: 'duplicated', places: [{ form }, { form }] });
    expect(bench.ehr.mayRetract(form)).toBe(true);
    expect(await retracts(bench, end)).toMatchObject({ kind: 'filed', lost: [] });
    expect(alive(bench)).toHaveLength(1);
  },
);

test('a copy that was retracted in the chart meanwhile is not the one that is kept', async () => {
  const bench = await open(PLAIN, 'create-resent');
  const end = await file(bench);
  const [first] = bench.sandbox.store.all('Observation');
  if (!first) throw new Error('no note');
  bench.sandbox.store.update({ ...first, status: 'entered-in-error' } as typeof first);
  expect(await retracts(bench, end)).toMatchObject({ kind: 'filed', lost: [] });
  expect(alive(bench)).toHaveLength(1);
});

test('two pages that list the copies in another order and retract the extra one at the same time keep the same copy', async () => {
  const bench = await open(PLAIN, 'create-resent');
  const end = await file(bench);
  const ends = await Promise.all([retracts(bench, end), retracts(bench, end, placesOf(end).toReversed())]);
  expect(ends).toMatchObject([{ kind: 'filed' }, { kind: 'filed' }]);
  expect(alive(bench)).toHaveLength(1);
});

test('a note whose last copy is retracted in the chart meanwhile is not called filed', async () => {
  const bench = await open(PLAIN, 'create-resent');
  const end = await file(bench);
  answerWith(
    http.put(`${ISS}/Observation/:id`, () => {
      for (const one of bench.sandbox.store.all('Observation'))
        bench.sandbox.store.update({ ...one, status: 'entered-in-error' } as Observation & { readonly id: string });
    }),
  );
  expect(await retracts(bench, end)).toEqual({ kind: 'gone' });
  expect(alive(bench)).toHaveLength(0);
});

test('a plain POST that is answered 200 and stored with another value is not called an earlier note', async () => {
  const bench = await open(PLAIN);
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      const sent = (await request.clone().json()) as Record<string, unknown>;
      const stored = bench.sandbox.store.create(altered('value', sent) as unknown as Observation);
      return HttpResponse.json(stored, { status: 200 });
    }),
  );
  expect(await file(bench)).toMatchObject({ kind: 'mismatch' });
});

test('a copy that the server stored without its number is counted', async () => {
  const bench = await open(every());
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      const { identifier: _, ...copy } = (await request.clone().json()) as Observation;
      bench.sandbox.store.create(copy);
    }),
  );
  expect(await file(bench)).toMatchObject({ kind: 'duplicated', places: [{}, {}] });
});

test('a conditional create that is sent twice is one note', async () => {
  const bench = await open(every(), 'create-resent');
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(alive(bench)).toHaveLength(1);
});

test.each(['search-lags-3s', 'search-lags-15s'] as const)(
  'a conditional create that is sent twice to a server whose index lags (%s) is reported',
  async (lag) => {
    const bench = await open(every(), 'create-resent', lag);
    expect(await file(bench)).toMatchObject({ kind: 'duplicated' });
  },
);

test('a note that is put under its own number is one note, however often the network sends it', async () => {
  const bench = await open(every(), 'statement-update-create');
  const twice = { ...namedFault('create-resent'), on: { interactions: ['update'] as const } };
  bench.sandbox.faults.set(twice);
  expect(await file(bench)).toMatchObject({ kind: 'filed', at: { resourceId: note.id }, lost: [] });
  expect(writes().map(({ method }) => method)).toEqual(['PUT']);
  expect(alive(bench)).toHaveLength(1);
});

test('a server that refuses the PUT it offers gets a conditional create', async () => {
  const bench = await open(every(), 'statement-update-create');
  bench.sandbox.faults.set({ ...namedFault('create-405'), on: { interactions: ['update'] } });
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(writes().map(({ method }) => method)).toEqual(['PUT', 'POST']);
});

test('a PUT whose connection breaks before the server stores it is searched for, and not sent in another way', async () => {
  const bench = await open(every(), 'statement-update-create');
  const { ehr, person, sandbox } = bench;
  let held: (Observation & { readonly id: string }) | undefined;
  answerWith(
    http.put(
      `${ISS}/Observation/:id`,
      async ({ request }) => {
        held = (await request.clone().json()) as typeof held;
        return HttpResponse.error();
      },
      { once: true },
    ),
  );
  const stores = (step: WriteStep): void => {
    if (step === 'looking' && held) sandbox.store.update(held);
  };
  const signing = { note, form: 'observation', person, draftBinding: ehr.context.binding } as const;
  expect(await ehr.fileNote(signing, stores, signal())).toMatchObject({ kind: 'filed', lost: [] });
  expect(writes().map(({ method }) => method)).toEqual(['PUT']);
  expect(alive(bench)).toHaveLength(1);
});

test('a PUT that the browser may not send is sent in the next way after a search', async () => {
  const bench = await open(every(), 'statement-update-create');
  answerWith(http.put(`${ISS}/Observation/:id`, () => HttpResponse.error()));
  const steps: WriteStep[] = [];
  expect(await file(bench, 'observation', note, steps)).toMatchObject({ kind: 'filed', lost: [] });
  expect(writes().map(({ method }) => method)).toEqual(['PUT', 'POST']);
  // The page says that it is sent, not that it is only looked for.
  expect(steps.slice(steps.lastIndexOf('looking') + 1)).toEqual(['sending', 'verifying']);
});

test('after a long search the guard runs again before the next way is used', async () => {
  const bench = await open(every(), 'statement-update-create');
  const visit = { ...bench.sandbox.store.read('Encounter', 'visit'), subject: { reference: 'Patient/other' } };
  answerWith(
    http.put(`${ISS}/Observation/:id`, () => {
      answerWith(http.get(`${ISS}/Encounter/visit`, () => HttpResponse.json(visit)));
      return HttpResponse.error();
    }),
  );
  // The PUT may still arrive, so nobody is told that nothing was sent. The next press says why nothing may be sent.
  expect(await file(bench)).toMatchObject({ kind: 'absent', why: 'lost' });
  expect(await file(bench)).toMatchObject({ kind: 'unsent', why: { kind: 'guardStopped' } });
  expect(writes().map(({ method }) => method)).toEqual(['PUT']);
});

const STORED = [400, 408, 422, 425, 429, 499] as const;

test.each(STORED)('a note that is stored and answered %i is searched for and filed', async (status) => {
  const bench = await open(PLAIN, `create-stored-${status}`);
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(alive(bench)).toHaveLength(1);
});

test('a note that is stored and answered 403 is found before it is sent in another form', async () => {
  const bench = await open(PLAIN);
  bench.sandbox.faults.set(namedFault('create-stored-403'), 1);
  expect(await file(bench)).toMatchObject({ kind: 'refused', why: { kind: 'forbidden' } });
  expect(await file(bench, 'document')).toMatchObject({ kind: 'filed', at: { form: 'observation' } });
  expect(alive(bench)).toHaveLength(1);
});

test.each(['search-lags-3s', 'search-lags-15s'] as const)(
  'a note whose answer was lost is found though the index lags (%s), and meanwhile it is not called absent',
  async (lag) => {
    const bench = await open(PLAIN, lag);
    bench.sandbox.faults.set(namedFault('create-dropped'), 1);
    const steps: WriteStep[] = [];
    expect(await file(bench, 'observation', note, steps)).toMatchObject({ kind: 'filed', lost: [] });
    expect(steps).toContain('looking');
    expect(alive(bench)).toHaveLength(1);
  },
);

test('a search whose earlier result is reused decides nothing', async () => {
  const bench = await open(PLAIN, 'search-reused');
  const find = () => bench.ehr.findNote(note, ['observation'], () => undefined, signal());
  expect(await find()).toEqual({ kind: 'absent', why: 'lost' });
  bench.sandbox.faults.set(namedFault('create-dropped'), 1);
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
});

test('a POST that a gateway holds until it was given up is found when it arrives', async () => {
  const bench = await open(PLAIN);
  const patience = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => patience(ms === 20_000 ? 30 : ms));
  let arrive = (): void => undefined;
  answerWith(
    http.post(`${ISS}/Observation`, async ({ request }) => {
      const held = await request.clone().text();
      arrive = () => void bench.sandbox.store.create(JSON.parse(held));
      return new Promise<HttpResponse<null>>(() => undefined);
    }),
    http.get(`${ISS}/Observation`, () => {
      if (asked().filter(({ method, url }) => method === 'GET' && url.includes('Observation?')).length > 5) arrive();
      if (bench.sandbox.store.all('Observation').length > 0) arrive = () => undefined;
      return undefined;
    }),
  );
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(alive(bench)).toHaveLength(1);
});

test('says that nothing was sent when the visit cannot be read, and files at the next press', async () => {
  const bench = await open(PLAIN);
  answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 502 }), { once: true }));
  expect(await file(bench)).toMatchObject({ kind: 'unsent', why: { kind: 'server' } });
  expect(writes()).toEqual([]);
  expect(await file(bench)).toMatchObject({ kind: 'filed' });
});

test.each([400, 403, 422] as const)(
  'a condition that is offered and refused with %i is left out, and stays out',
  async (status) => {
    const bench = await open(every());
    bench.sandbox.faults.set({
      ...namedFault('condition-refused'),
      effect: { kind: 'header-refused', header: 'If-None-Exist', status },
    });
    expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
    expect(await file(bench, 'observation', ANOTHER)).toMatchObject({ kind: 'filed', lost: [] });
    expect(writes().map(({ headers }) => headers.has('if-none-exist'))).toEqual([true, false, false]);
  },
);

test.each(['cors-without-if-none-exist', 'cors-without-prefer', 'cors-without-optional'] as const)(
  '%s: the note is filed without the header, and the header stays out',
  async (id) => {
    const bench = await open(every(), id);
    expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
    const before = writes().length;
    expect(await file(bench, 'observation', ANOTHER)).toMatchObject({ kind: 'filed', lost: [] });
    expect(writes()).toHaveLength(before + 1);
    expect(alive(bench)).toHaveLength(1);
  },
);

test('where no header can be left out, the setting is named', async () => {
  const bench = await open(every(), 'cors-without-content-type');
  // A header of the browser's own list is probed by a read that carries it.
  expect(await file(bench)).toEqual({ kind: 'refused', why: { kind: 'headerBlocked', header: 'Content-Type' } });
  expect(alive(bench)).toEqual([]);
});

test('a change that needs If-Match names the setting, and sends nothing', async () => {
  const bench = await open(every());
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  bench.sandbox.faults.set(namedFault('cors-without-if-match'));
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toEqual({ kind: 'refused', why: { kind: 'headerBlocked', header: 'If-Match' } });
  expect(bench.sandbox.store.history('Observation', filed.filed.resourceId)).toHaveLength(1);
});

test.each(FORMS)('a clinician whom the chart does not know closes no form (%s)', async (form) => {
  const bench = await open(every());
  bench.sandbox.store.remove('Practitioner', 'nunez');
  expect(await file(bench, form)).toEqual({ kind: 'refused', why: { kind: 'missingReference', what: 'author' } });
  expect(bench.ehr.destination()).toMatchObject({ form: 'observation' });
  expect(writes()).toHaveLength(1);
});

test('a refusal in any words names the author if the look after the launch did not find the clinician', async () => {
  const bench = await open(every());
  bench.sandbox.store.remove('Practitioner', 'nunez');
  await bench.listed();
  await vi.waitFor(() => expect(asked().some(({ url }) => url.endsWith('/Practitioner/nunez'))).toBe(true));
  bench.sandbox.faults.set(namedFault('create-422'));
  expect(await file(bench)).toEqual({ kind: 'refused', why: { kind: 'missingReference', what: 'author' } });
  expect(bench.ehr.destination()).toMatchObject({ form: 'observation' });
});

test('a server that hides the clinician takes the note all the same', async () => {
  const bench = await open(every());
  const hidden = { ...namedFault('search-403'), on: { interactions: ['read'] as const, types: ['Practitioner'] } };
  bench.sandbox.faults.set(hidden);
  await bench.listed();
  expect(await file(bench)).toMatchObject({ kind: 'filed' });
});

test.each([
  ['create-407', 'networkSignIn'],
  ['create-511', 'networkSignIn'],
  ['create-431', 'headersTooLarge'],
] as const)('%s is a refusal of its own, closes no form, and files at the next press', async (fault, kind) => {
  const bench = await open(PLAIN);
  bench.sandbox.faults.set(namedFault(fault), 1);
  expect(await file(bench)).toEqual({ kind: 'refused', why: { kind } });
  expect(bench.ehr.destination()).toMatchObject({ form: 'observation' });
  expect(await file(bench)).toMatchObject({ kind: 'filed' });
  expect(alive(bench)).toHaveLength(1);
});

test.each(FORMS)('a server that refuses absolute references to itself takes a note (%s)', async (form) => {
  const bench = await open(every(), 'absolute-400');
  expect(await file(bench, form)).toMatchObject({ kind: 'filed', lost: [] });
});

test('two conditional creates at once, one of them answered 409, are one note', async () => {
  const bench = await open(every(), 'create-resent');
  bench.sandbox.faults.set({ ...namedFault('create-409'), effect: { kind: 'status', from: 200, to: 409 } });
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
  expect(alive(bench)).toHaveLength(1);
});

test('a stale version that is answered 409 is a conflict, and nothing is overwritten', async () => {
  const bench = await open(every(), 'update-stale-409');
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const first = changing(bench, filed, change, { edit: sureOf(9) });
  let other = false;
  const { sandbox } = bench;
  // A colleague changes the note while the correction is on its way. The request then goes on to the sandbox.
  answerWith(
    http.put(`${ISS}/Observation/:id`, () => {
      const now = sandbox.store.read('Observation', filed.filed.resourceId);
      if (now && !other) sandbox.store.update(altered('value', { ...now }) as unknown as typeof now);
      other = true;
    }),
  );
  expect(await sends(bench, first)).toMatchObject({ kind: 'conflict' });
});

test('a chart that refuses one parameter of a search is asked again without it, and the copies are counted', async () => {
  const bench = await open(PLAIN);
  answerWith(
    http.get(`${ISS}/Observation`, ({ request }) =>
      request.url.includes('_lastUpdated') || request.url.includes('date=')
        ? HttpResponse.json({ resourceType: 'OperationOutcome', issue: [] }, { status: 501 })
        : undefined,
    ),
  );
  expect(await file(bench)).toMatchObject({ kind: 'filed', lost: [] });
});

test('a note that cannot be counted is not called filed', async () => {
  const bench = await open(PLAIN);
  bench.sandbox.faults.set(namedFault('search-500'));
  expect(await file(bench)).toMatchObject({ kind: 'unverified', why: 'uncounted' });
});

test('a note that the chart holds twice is one entry at the next launch', async () => {
  const bench = await open(PLAIN, 'create-resent');
  await file(bench);
  const [only, ...others] = await bench.listed();
  expect(others).toEqual([]);
  expect(only?.alsoFiled).toHaveLength(1);
});

test('a document whose Binary comes a moment later is read again before its end is told', async () => {
  const bench = await begin(every({ order: ['DocumentReference'] }), { profile: 'oracle-like' });
  let early = 1;
  answerWith(
    http.get(`${ISS}/Binary/:id`, () => {
      early -= 1;
      return early >= 0 ? new HttpResponse(null, { status: 404 }) : undefined;
    }),
  );
  expect(await file(bench, 'document')).toMatchObject({ kind: 'filed' });
});

test('a condition that matches another note, answered with 200 and nothing else, is not called changed', async () => {
  const bench = await open(every({ conditionalCreate: 'always' }));
  const sent = async () => {
    const again = await arrive(bench.sandbox, site(every({ conditionalCreate: 'always' })));
    if (!again.ok) throw new Error(again.error.kind);
    await again.value.readDestination(signal());
    return file({ ...bench, ehr: again.value });
  };
  await sent();
  const [stored] = bench.sandbox.store.all('Observation');
  if (!stored) throw new Error('nothing stored');
  bench.sandbox.store.update(altered('value', { ...stored }) as unknown as typeof stored);
  answerWith(http.post(`${ISS}/Observation`, () => new HttpResponse(null, { status: 200 })));
  expect(await sent()).toMatchObject({ kind: 'earlierDiffers' });
});

test('a note that may have arrived is looked for, also where the site overrides a statement that lacks its form', async () => {
  const entry = every({
    order: ['DocumentReference'],
    capabilities: { DocumentReference: 'yes' },
    conditionalCreate: 'never',
  });
  const bare = { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: [] }] };
  const bench = await begin(entry);
  answerWith(http.get(`${ISS}/metadata`, () => HttpResponse.json(bare)));
  const again = await arrive(bench.sandbox, site(entry));
  if (!again.ok) throw new Error(again.error.kind);
  await file(bench, 'document');
  await again.value.readDestination(signal());
  const signing = { note, form: 'document', person: bench.person, draftBinding: again.value.context.binding } as const;
  await again.value.fileNote({ ...signing, lookFirst: true }, () => undefined, signal());
  expect(bench.sandbox.store.all('DocumentReference')).toHaveLength(1);
});

test('a busy chart is asked no more often than each search of its own', async () => {
  const bench = await open(PLAIN);
  let searches = 0;
  answerWith(
    http.get(`${ISS}/Observation`, () => {
      searches += 1;
      return new HttpResponse(null, { status: 502 });
    }),
  );
  await bench.ehr.findNote(note, ['observation'], () => undefined, signal());
  expect(searches).toBeLessThanOrEqual(3);
});
