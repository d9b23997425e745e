// @vitest-environment happy-dom
// A note is called filed only if every copy that may be in the chart was counted.

import type { Observation, Resource } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { Form } from '../../src/interview/history/history.ts';
import { endAfterSearch } from '../../src/store/writing/write-ends.ts';
import { fullNote } from '../support/notes.ts';
import { type Bench, begin, every, signal } from './changing.ts';
import { answerWith, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const note = { ...fullNote, also: [] };

async function open(): Promise<Bench> {
  const bench = await begin(every({ conditionalCreate: 'never' }));
  await bench.ehr.readDestination(signal());
  return bench;
}

const file = ({ ehr, person }: Bench, form: Form = 'observation') =>
  ehr.fileNote({ note, form, person, draftBinding: ehr.context.binding }, () => undefined, signal());

test('a note is not called filed if a page of the search that counts its copies cannot be read', async () => {
  const bench = await open();
  bench.sandbox.faults.set(namedFault('create-resent'));
  const next = `${ISS}/Observation?page=2`;
  answerWith(
    http.get(`${ISS}/Observation`, ({ request }) => {
      if (new URL(request.url).searchParams.has('page')) return new HttpResponse(null, { status: 500 });
      const [first] = bench.sandbox.store.all('Observation');
      const entry = first ? [{ resource: first }] : [];
      const link = [{ relation: 'next', url: next }];
      return HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', link, entry });
    }),
  );
  const end = await file(bench);
  expect(end).toMatchObject({ kind: 'unverified', why: 'uncounted' });
  const again = await bench.ehr.findNote(note, ['observation'], () => undefined, signal());
  expect(endAfterSearch(end, again).kind).toBe('unverified');
});

test.each([500, 404])('a copy whose read is answered %i for once is not taken for the extra one', async (status) => {
  const bench = await open();
  bench.sandbox.faults.set(namedFault('create-resent'), 1);
  const end = await file(bench);
  if (end.kind !== 'duplicated') throw new Error(end.kind);
  const [kept] = end.places;
  answerWith(
    http.get(`${ISS}/Observation/${kept?.resourceId}`, () => new HttpResponse(null, { status }), { once: true }),
  );
  const { ehr, person } = bench;
  const duplicates = { note, places: end.places, at: note.signedAt, person, draftBinding: ehr.context.binding };
  await ehr.retractDuplicates(duplicates, signal());
  expect(bench.sandbox.store.read('Observation', kept?.resourceId ?? '')).toMatchObject({ status: 'final' });
});

/** A note whose first request, as an Observation, is held by a gateway. `arrives` stores it. */
async function holdsFirst(): Promise<{ readonly bench: Bench; readonly arrives: () => void }> {
  const bench = await open();
  let held: Observation | undefined;
  answerWith(
    http.post(
      `${ISS}/Observation`,
      async ({ request }) => {
        held = (await request.clone().json()) as Observation;
        return new HttpResponse(null, { status: 504 });
      },
      { once: true },
    ),
  );
  expect(await file(bench)).toMatchObject({ kind: 'absent' });
  return { bench, arrives: () => void bench.sandbox.store.create(held as Observation) };
}

test('a note is not called filed if the form of an earlier request cannot be searched any more', async () => {
  const { bench, arrives } = await holdsFirst();
  answerWith(
    http.post(`${ISS}/DocumentReference`, () => {
      arrives();
      answerWith(http.get(`${ISS}/Observation`, () => new HttpResponse(null, { status: 500 })));
    }),
  );
  expect(await file(bench, 'document')).toMatchObject({ kind: 'unverified', why: 'uncounted' });
});

test('a note whose answer was lost, and whose earlier request arrived in another form, is reported as two', async () => {
  const { bench, arrives } = await holdsFirst();
  answerWith(
    http.post(
      `${ISS}/DocumentReference`,
      async ({ request }) => {
        arrives();
        bench.sandbox.store.create((await request.clone().json()) as Resource);
        return new HttpResponse(null, { status: 504 });
      },
      { once: true },
    ),
  );
  const end = await file(bench, 'document');
  expect(end).toMatchObject({ kind: 'duplicated', places: [{ form: 'document' }, { form: 'observation' }] });
});
