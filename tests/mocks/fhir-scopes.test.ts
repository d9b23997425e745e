import type { Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { perform } from '../../mocks/fhir/perform.ts';
import { viewerOf } from '../../mocks/fhir/scopes.ts';
import { createPageRack } from '../../mocks/fhir/search/pages.ts';
import { createStore } from '../../mocks/fhir/store.ts';
import { BASE, idsOf, observation, openDoor, PEOPLE } from './fhir-door.ts';

const document = (patient: string, url: string): Resource =>
  ({
    resourceType: 'DocumentReference',
    id: `${patient}-document`,
    status: 'current',
    subject: { reference: `Patient/${patient}` },
    content: [{ attachment: { contentType: 'text/plain', url } }],
  }) as Resource;

const BINARY = { resourceType: 'Binary', id: 'b1', contentType: 'text/plain', data: 'bm90ZQ==' } as Resource;
const laboratory = {
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
};

const SEED = [
  observation('ana', { id: 'ana-survey' }),
  observation('ana', { id: 'ana-lab', ...laboratory }),
  observation('bo', { id: 'bo-survey' }),
  BINARY,
  document('bo', 'Binary/b1'),
];

test.each([
  ['no token', '', 401],
  ['an unknown token', 'stranger', 401],
  ['system scopes', 'system', 403],
  ['patient scopes without a patient', 'nobody', 403],
  ['a v1 scope that only writes', 'writer', 403],
  ['the other patient', 'bo', 403],
  ['the patient', 'ana', 200],
  ['a v1 scope that reads', 'reader', 200],
  ['user scopes', 'staff', 200],
])('answers a read with %s', async (_, token, status) => {
  const { ask } = await openDoor(SEED);
  expect((await ask(token, 'Observation/ana-survey')).status).toBe(status);
});

test.each([
  'Observation/bo-survey',
  'Observation/bo-survey/_history',
  'Observation/bo-survey/_history/1',
  'Patient/bo',
  'Encounter/bo-visit',
  'Binary/b1',
  'DocumentReference/bo-document',
])("refuses another chart's %s by id, version and history", async (path) => {
  const { ask } = await openDoor(SEED);
  expect((await ask('ana', path)).status).toBe(403);
  expect((await ask('bo', path)).status).toBe(200);
});

test('finds only its own chart, also where another is asked for by name', async () => {
  const { ask } = await openDoor(SEED);
  expect(idsOf(await ask('ana', 'Observation')).toSorted()).toEqual(['ana-lab', 'ana-survey']);
  expect(idsOf(await ask('ana', 'Observation?patient=bo'))).toEqual([]);
  expect(idsOf(await ask('ana', 'Patient'))).toEqual(['ana']);
  expect(idsOf(await ask('ana', 'Observation/_history')).toSorted()).toEqual(['ana-lab', 'ana-survey']);
  expect(idsOf(await ask('staff', 'Observation'))).toHaveLength(3);
});

test('shows no earlier version from another chart', async () => {
  const { ask } = await openDoor(SEED);
  const moved = observation('bo', { id: 'ana-survey' });
  expect((await ask('staff', 'Observation/ana-survey', { method: 'PUT', body: moved })).status).toBe(200);
  expect((await ask('bo', 'Observation/ana-survey/_history')).json.total).toBe(1);
  expect((await ask('bo', 'Observation/ana-survey/_history/1')).status).toBe(403);
  expect((await ask('ana', 'Observation/ana-survey')).status).toBe(403);
});

test('refuses writing into another chart, moving a note there, and taking one from there', async () => {
  const { ask, store } = await openDoor(SEED);
  const put = (id: string, patient: string) =>
    ask('ana', `Observation/${id}`, { method: 'PUT', body: observation(patient, { id }) });
  expect((await ask('ana', 'Observation', { body: observation('bo') })).status).toBe(403);
  expect((await put('ana-survey', 'bo')).status).toBe(403);
  expect((await put('bo-survey', 'ana')).status).toBe(403);
  expect((await put('brand-new', 'bo')).status).toBe(403);
  expect((await ask('ana', 'Observation/bo-survey', { method: 'DELETE' })).status).toBe(403);
  expect((await ask('ana', 'Patient', { body: { resourceType: 'Patient' } })).status).toBe(403);
  expect(store.history('Observation')).toHaveLength(3);
});

test('lets patient scopes read practitioners, and not write them', async () => {
  const { ask } = await openDoor();
  expect((await ask('ana', 'Practitioner/okafor')).status).toBe(200);
  const body = { resourceType: 'Practitioner', id: 'okafor' };
  expect((await ask('ana', 'Practitioner/okafor', { method: 'PUT', body })).status).toBe(403);
  expect((await ask('staff', 'Practitioner/okafor', { method: 'PUT', body })).status).toBe(200);
});

test('keeps a granular scope to its category, for reading, finding, writing and changing', async () => {
  const { ask } = await openDoor(SEED);
  expect((await ask('surveys', 'Observation/ana-survey')).status).toBe(200);
  expect((await ask('surveys', 'Observation/ana-lab')).status).toBe(403);
  expect(idsOf(await ask('surveys', 'Observation?patient=ana'))).toEqual(['ana-survey']);
  expect((await ask('surveys', 'Observation', { body: observation('ana') })).status).toBe(201);
  expect((await ask('surveys', 'Observation', { body: observation('ana', laboratory) })).status).toBe(403);
  const changed = observation('ana', { id: 'ana-survey', ...laboratory });
  expect((await ask('surveys', 'Observation/ana-survey', { method: 'PUT', body: changed })).status).toBe(403);
});

test('gives a create-only token a create and nothing else', async () => {
  const { ask } = await openDoor(SEED);
  expect((await ask('adder', 'Observation', { body: observation('ana') })).status).toBe(201);
  for (const path of ['Observation?patient=ana', 'Observation/ana-survey', 'Observation/_history', 'Patient/ana']) {
    expect((await ask('adder', path)).status).toBe(403);
  }
});

test.each([
  ['patient/Observation.rs', 'Observation?patient=ana', 200],
  ['patient/Observation.r', 'Observation?patient=ana', 403],
  ['patient/Observation.s', 'Observation/ana-survey', 403],
  ['patient/Observation.read', 'Observation/ana-survey/_history', 200],
  ['patient/*.*', 'Observation/ana-survey', 200],
  ['patient/Patient.rs', 'Observation/ana-survey', 403],
  ['patient/Observation.sr', 'Observation/ana-survey', 403],
  ['patient/Observation.rs?color=red', 'Observation/ana-survey', 403],
  ['patient/Observation.rs?category=laboratory patient/Observation.rs?category=survey', 'Observation/ana-survey', 200],
  ['launch openid patient/Observation', 'Observation/ana-survey', 403],
])('with the scope %s answers %s', async (scope, path, status) => {
  const store = await createStore([...PEOPLE, ...SEED], { base: BASE });
  const grant = { clientId: 'app', scope, patientId: 'ana', userReference: 'Practitioner/okafor', expiresAt: 0 };
  const errand = { store, viewer: viewerOf({ headers: new Headers() }, grant, store), pages: createPageRack() };
  expect(perform(errand, { method: 'GET', path }).status).toBe(status);
});
