// What may become of a note once it is in the chart.
import { expect, test } from 'vitest';
import { MARKS_REPLACED } from '../../mocks/fhir/server.ts';
import { DOCUMENT } from './ehr-profiles.ts';
import { observation, openDoor } from './fhir-door.ts';

const document = (id: string, over: object = {}) => {
  const { identifier: _, context: _visit, author: _author, ...plain } = DOCUMENT;
  return { ...plain, id, ...over };
};

test.each([
  ['amended', 200],
  ['corrected', 200],
  ['entered-in-error', 200],
  ['preliminary', 422],
  ['registered', 422],
])('a final note may become %s: %i', async (status, answer) => {
  const { ask } = await openDoor([observation('ana', { id: 'o1' })]);
  const body = observation('ana', { id: 'o1', status } as never);
  expect((await ask('ana', 'Observation/o1', { method: 'PUT', body })).status).toBe(answer);
});

test('what was entered in error does not come back', async () => {
  const { ask } = await openDoor([observation('ana', { id: 'o1', status: 'entered-in-error' } as never)]);
  const put = (status: string) =>
    ask('ana', 'Observation/o1', { method: 'PUT', body: observation('ana', { id: 'o1', status } as never) });
  expect((await put('final')).status).toBe(422);
  expect((await put('entered-in-error')).status).toBe(200);
});

test('a server that marks what a document replaces does it once, and only in the same chart', async () => {
  const { ask: plain } = await openDoor([
    document('d1') as never,
    document('d2', { subject: { reference: 'Patient/bo' } }) as never,
  ]);
  const ask: typeof plain = (who, path, more = {}) =>
    plain(who, path, { ...more, headers: { [MARKS_REPLACED]: 'true' } });
  const replacing = (id: string) =>
    document('new', { relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${id}` } }] });
  const body = replacing('d1');
  expect((await ask('ana', 'DocumentReference', { body })).status).toBe(201);
  expect((await ask('ana', 'DocumentReference/d1')).json).toMatchObject({
    status: 'superseded',
    meta: { versionId: '2' },
  });
  expect((await ask('ana', 'DocumentReference', { body })).status).toBe(201);
  expect((await ask('ana', 'DocumentReference/d1')).json.meta.versionId).toBe('2');
  expect((await ask('ana', 'DocumentReference', { body: replacing('d2') })).status).toBe(201);
  expect((await ask('bo', 'DocumentReference/d2')).json.status).toBe('current');
});

test('three elements are enough to retract a document, and to change nothing else', async () => {
  const { ask } = await openDoor([document('d1') as never]);
  const short = (status: string) => ({
    resourceType: 'DocumentReference',
    id: 'd1',
    status,
    subject: { reference: 'Patient/ana' },
  });
  expect((await ask('ana', 'DocumentReference/d1', { method: 'PUT', body: short('superseded') })).status).toBe(400);
  expect((await ask('ana', 'DocumentReference/d1', { method: 'PUT', body: short('entered-in-error') })).status).toBe(
    200,
  );
  expect((await ask('ana', 'DocumentReference/d1')).json).toMatchObject({
    status: 'entered-in-error',
    docStatus: 'entered-in-error',
    content: document('d1').content,
  });
});
