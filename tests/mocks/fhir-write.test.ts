import { expect, test } from 'vitest';
import { BASE, observation, openDoor } from './fhir-door.ts';

test('assigns id, version and time on create, whatever the client says', async () => {
  const { ask } = await openDoor([], () => Date.parse('2026-11-22T10:00:00Z'));
  const sent = observation('ana', {
    id: 'mine',
    meta: { versionId: '99', lastUpdated: '1999-01-01T00:00:00Z', tag: [{ code: 'kept' }] },
  });
  const told = await ask('ana', 'Observation', { body: sent });
  expect(told.status).toBe(201);
  expect(told.json.id).not.toBe('mine');
  expect(told.json.meta).toEqual({ versionId: '1', lastUpdated: '2026-11-22T10:00:00.000Z', tag: [{ code: 'kept' }] });
  expect(told.headers.get('etag')).toBe('W/"1"');
  expect(told.headers.get('location')).toBe(`${BASE}/Observation/${told.json.id}/_history/1`);
  expect(told.headers.get('last-modified')).toBe('Sun, 22 Nov 2026 10:00:00 GMT');
});

test('gives back what was stored, also version by version', async () => {
  const { ask } = await openDoor();
  const { json: first } = await ask('ana', 'Observation', { body: observation('ana') });
  await ask('ana', `Observation/${first.id}`, { method: 'PUT', body: { ...first, status: 'amended' } });
  expect((await ask('ana', `Observation/${first.id}`)).json.status).toBe('amended');
  expect((await ask('ana', `Observation/${first.id}/_history/1`)).json.status).toBe('final');
  expect((await ask('ana', `Observation/${first.id}/_history/9`)).status).toBe(404);
});

test('creates with 201 where a PUT names a new id, and answers 400 where ids differ', async () => {
  const { ask } = await openDoor();
  const put = (id: string, path = id) =>
    ask('ana', `Observation/${path}`, { method: 'PUT', body: observation('ana', { id }) });
  expect((await put('new-one')).status).toBe(201);
  expect((await put('new-one')).status).toBe(200);
  expect((await put('new-one', 'other')).status).toBe(400);
});

test('refuses an update and a deletion of a version that is no longer current', async () => {
  const { ask } = await openDoor([observation('ana', { id: 'o1' })]);
  const put = (version: string) =>
    ask('ana', 'Observation/o1', {
      method: 'PUT',
      body: observation('ana', { id: 'o1', status: 'amended' }),
      headers: { 'if-match': `W/"${version}"` },
    });
  expect((await put('1')).status).toBe(200);
  expect((await put('1')).status).toBe(412);
  expect((await ask('ana', 'Observation/o1', { method: 'DELETE', headers: { 'if-match': 'W/"1"' } })).status).toBe(412);
  expect((await ask('ana', 'Observation/o1', { method: 'DELETE', headers: { 'if-match': 'W/"2"' } })).status).toBe(204);
});

test('keeps the version of an update that changes nothing', async () => {
  const { ask } = await openDoor([observation('ana', { id: 'o1' })]);
  const put = (status: string) =>
    ask('ana', 'Observation/o1', { method: 'PUT', body: observation('ana', { id: 'o1', status }) });
  const versions = [await put('final'), await put('final'), await put('amended'), await put('amended')];
  expect(versions.map(({ json }) => json.meta.versionId)).toEqual(['1', '1', '2', '2']);
});

test('keeps tags and security labels that an update leaves out', async () => {
  const [tag, security] = [[{ code: 'imported' }], [{ code: 'R' }]];
  const { ask } = await openDoor([observation('ana', { id: 'o1', meta: { tag, security } })]);
  const body = observation('ana', { id: 'o1', status: 'amended', meta: { tag: [{ code: 'ours' }] } });
  const { json } = await ask('ana', 'Observation/o1', { method: 'PUT', body });
  expect(json.meta).toMatchObject({ tag: [{ code: 'ours' }, { code: 'imported' }], security });
});

test('answers 204 to a deletion, then 410, then 201 if it is written again', async () => {
  const { ask } = await openDoor([observation('ana', { id: 'o1' })]);
  expect((await ask('ana', 'Observation/o1', { method: 'DELETE' })).status).toBe(204);
  expect((await ask('ana', 'Observation/o1')).status).toBe(410);
  expect((await ask('ana', 'Observation?patient=ana')).json.total).toBe(0);
  expect((await ask('ana', 'Observation/o1', { method: 'PUT', body: observation('ana', { id: 'o1' }) })).status).toBe(
    201,
  );
  expect((await ask('ana', 'Observation/o1')).json.meta.versionId).toBe('3');
});

const noteId = { identifier: [{ system: 'urn:note', value: 'n1' }] };
const ifNone = { headers: { 'if-none-exist': 'identifier=urn:note|n1' } };

test('creates once where If-None-Exist finds nothing, and gives the same one afterwards', async () => {
  const { ask } = await openDoor();
  const first = await ask('ana', 'Observation', { body: observation('ana', noteId), ...ifNone });
  const second = await ask('ana', 'Observation', { body: observation('ana', noteId), ...ifNone });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.json.id).toBe(first.json.id);
});

test('lets one of twenty racing conditional creates through', async () => {
  const { ask, store } = await openDoor();
  const race = Array.from({ length: 20 }, () =>
    ask('ana', 'Observation', { body: observation('ana', noteId), ...ifNone }),
  );
  const statuses = (await Promise.all(race)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(store.all('Observation')).toHaveLength(1);
});

test('answers 412 where several match If-None-Exist, and looks at no other chart', async () => {
  const { ask } = await openDoor([observation('ana', noteId), observation('ana', noteId), observation('bo', noteId)]);
  expect((await ask('ana', 'Observation', { body: observation('ana', noteId), ...ifNone })).status).toBe(412);
  expect((await ask('bo', 'Observation', { body: observation('bo', noteId), ...ifNone })).status).toBe(200);
});

test('refuses If-None-Exist without criteria, with unknown ones, or without a scope to search', async () => {
  const { ask } = await openDoor();
  const conditional = (criteria: string, token = 'ana') =>
    ask(token, 'Observation', { body: observation('ana'), headers: { 'if-none-exist': criteria } });
  expect((await conditional('_format=json')).status).toBe(400);
  expect((await conditional('identifer=x')).status).toBe(400);
  expect((await conditional('identifier=x', 'adder')).status).toBe(403);
});

const component = { code: { text: 'Importance' } };
const INVALID: readonly (readonly [string, Record<string, unknown>])[] = [
  ['no status', { status: undefined }],
  ['a status that does not exist', { status: 'done' }],
  ['no code', { code: undefined }],
  ['an unknown property', { color: 'red' }],
  ['an unknown property inside', { note: [{ text: 'x', color: 'red' }] }],
  ['a date that does not exist', { effectiveDateTime: '2026-13-45' }],
  ['a day that is not in the calendar', { effectiveDateTime: '2026-02-31' }],
  ['a time without a zone', { effectiveDateTime: '2026-01-01T10:00:00' }],
  ['two values', { valueString: 'x', valueInteger: 1 }],
  ['two values in a component', { component: [{ ...component, valueString: 'x', valueInteger: 1 }] }],
  ['a value of no R4 type', { valueDecimal: 1.5 }],
  ['a fraction as an integer', { valueInteger: 1.5 }],
  ['a number as a string', { valueString: 7 }],
  ['an object where an array belongs', { note: { text: 'x' } }],
  ['an empty array', { component: [] }],
  ['null', { valueString: null }],
  ['a value and a reason for its absence (obs-6)', { valueInteger: 1, dataAbsentReason: { text: 'x' } }],
  [
    'a code outside a required binding',
    { text: { status: 'pretty', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' } },
  ],
];

test.each(INVALID)('refuses %s with 400 and an OperationOutcome', async (_, more) => {
  const { ask, store } = await openDoor();
  const told = await ask('ana', 'Observation', { body: observation('ana', more) });
  expect(told.status).toBe(400);
  expect(told.json.resourceType).toBe('OperationOutcome');
  expect(told.json.issue[0].severity).toBe('error');
  expect(store.all('Observation')).toHaveLength(0);
});

test('takes what R4 allows: a value, components with absent reasons, narrative, long words in many scripts', async () => {
  const { ask } = await openDoor();
  const words = 'هذا — «Ich möchte» 😀\n'.repeat(200);
  const body = observation('ana', {
    effectiveDateTime: '2026-11-22T15:30:00-05:00',
    text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Note</p></div>' },
    component: [
      { ...component, valueInteger: 7 },
      { ...component, dataAbsentReason: { text: 'asked-declined' } },
      { ...component, valueString: words.trim() },
    ],
  });
  const told = await ask('ana', 'Observation', { body });
  expect(told.status).toBe(201);
  expect((await ask('ana', `Observation/${told.json.id}`)).json.component).toEqual(
    (body as { component?: unknown }).component,
  );
});

test.each([
  ['a patient who is not here', { subject: { reference: 'Patient/nobody' } }, 'staff'],
  ['an encounter that is not here', { encounter: { reference: 'Encounter/none' } }, 'ana'],
  ["another patient's encounter", { encounter: { reference: 'Encounter/bo-visit' } }, 'ana'],
])('refuses a reference to %s with 422', async (_, more, token) => {
  const { ask } = await openDoor();
  expect((await ask(token, 'Observation', { body: observation('ana', more) })).status).toBe(422);
});

test('takes absolute references under its base for its own', async () => {
  const { ask } = await openDoor();
  const body = observation('ana', {
    subject: { reference: `${BASE}/Patient/ana` },
    encounter: { reference: `${BASE}/Encounter/ana-visit` },
  });
  expect((await ask('ana', 'Observation', { body })).status).toBe(201);
  expect((await ask('ana', 'Observation?patient=ana')).json.total).toBe(1);
});

test('answers as Prefer asks', async () => {
  const { ask } = await openDoor();
  const post = (prefer: string) => ask('ana', 'Observation', { body: observation('ana'), headers: { prefer } });
  const minimal = await post('return=minimal');
  expect([minimal.status, minimal.json, minimal.headers.get('etag')]).toEqual([201, undefined, 'W/"1"']);
  expect((await post('return=OperationOutcome')).json.resourceType).toBe('OperationOutcome');
  expect((await post('return=representation')).json.resourceType).toBe('Observation');
});

test.each([
  ['an unknown type', 'Starship', {}, 404],
  ['an unknown type to write', 'Starship', { body: { resourceType: 'Starship' } }, 404],
  ['bad JSON', 'Observation', { body: '{"resourceType":' }, 400],
  ['JSON that is no resource', 'Observation', { body: '[]' }, 400],
  ['a resource of another type', 'Observation', { body: { resourceType: 'Goal' } }, 400],
  ['a wrong content type', 'Observation', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
  ['a wish for XML', 'Observation', { headers: { accept: 'application/fhir+xml' } }, 406],
  ['a wish for XML in the address', 'Observation?_format=xml', {}, 406],
  ['PATCH', 'Observation/o1', { method: 'PATCH' }, 405],
  ['DELETE of a type', 'Observation', { method: 'DELETE' }, 405],
  ['an operation', 'Patient/ana/$everything', {}, 404],
  ['something that is not there', 'Observation/none', {}, 404],
  ['a search of Binary', 'Binary?_id=1', {}, 405],
  ['GET of the base', '', {}, 405],
])('answers %s with an OperationOutcome and the right status', async (_, path, asking, status) => {
  const { ask } = await openDoor();
  const told = await ask('staff', path, asking);
  expect(told.status).toBe(status);
  expect(told.json.resourceType).toBe('OperationOutcome');
});

test('answers 413 to a body over 10 MiB', async () => {
  const { ask } = await openDoor();
  expect(
    (await ask('ana', 'Observation', { body: observation('ana', { valueString: 'x'.repeat(11 * 1024 * 1024) }) }))
      .status,
  ).toBe(413);
});
