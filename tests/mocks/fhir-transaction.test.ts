import { expect, test } from 'vitest';
import { observation, openDoor } from './fhir-door.ts';

interface Entry {
  readonly fullUrl?: string;
  readonly resource?: unknown;
  readonly request: Readonly<Record<string, string>>;
}

const bundle = (type: string, ...entry: readonly Entry[]) => ({ resourceType: 'Bundle', type, entry });
const post = (resource: unknown, fullUrl?: string): Entry => ({
  ...(fullUrl && { fullUrl }),
  resource,
  request: { method: 'POST', url: 'Observation' },
});

test('writes all entries, whatever their order, and resolves references between them', async () => {
  const { ask, store } = await openDoor();
  const panel = observation('ana', { hasMember: [{ reference: 'urn:uuid:member' }] });
  const told = await ask('ana', '', {
    body: bundle('transaction', post(panel, 'urn:uuid:panel'), post(observation('ana'), 'urn:uuid:member')),
  });
  expect(told.status).toBe(200);
  expect(told.json.type).toBe('transaction-response');
  const [first, second] = told.json.entry;
  expect(first.response).toMatchObject({ status: '201 Created', etag: 'W/"1"' });
  expect(first.resource.hasMember).toEqual([{ reference: `Observation/${second.resource.id}` }]);
  expect(store.read('Observation', first.resource.id)).toBeDefined();
});

const good = post(observation('ana'));
const broken: readonly (readonly [string, Entry, number])[] = [
  ['is not valid', post(observation('ana', { status: 'done' })), 400],
  ["is another patient's", post(observation('bo')), 403],
  [
    'is of an unknown type',
    { resource: { resourceType: 'Starship' }, request: { method: 'POST', url: 'Starship' } },
    404,
  ],
  [
    'is out of date',
    { resource: observation('ana', { id: 'o1' }), request: { method: 'PUT', url: 'Observation/o1', ifMatch: 'W/"7"' } },
    412,
  ],
  [
    'names an encounter that is not here',
    post(observation('ana', { encounter: { reference: 'Encounter/none' } })),
    422,
  ],
  ["reads another patient's note", { request: { method: 'GET', url: 'Observation/bos' } }, 403],
  ["deletes another patient's note", { request: { method: 'DELETE', url: 'Observation/bos' } }, 403],
];

test.each(broken)('undoes everything where an entry %s', async (_, bad, status) => {
  const seed = [observation('ana', { id: 'o1' }), observation('ana', { id: 'o2' }), observation('bo', { id: 'bos' })];
  const { ask, store } = await openDoor(seed);
  const before = structuredClone({ living: store.snapshot(), log: store.versions() });
  let changes = 0;
  store.onChange(() => {
    changes += 1;
  });
  const change = {
    resource: observation('ana', { id: 'o2', status: 'amended' }),
    request: { method: 'PUT', url: 'Observation/o2' },
  };
  const told = await ask('ana', '', { body: bundle('transaction', good, change, bad, good) });
  expect(told.status).toBe(status);
  expect(told.json.issue[0].details.text).toContain('Entry 2');
  expect({ living: store.snapshot(), log: store.versions() }).toEqual(before);
  expect((await ask('ana', 'Observation?patient=ana')).json.total).toBe(2);
  expect(changes).toBe(0);
});

test('asks each entry for its own scope', async () => {
  const { ask, store } = await openDoor([observation('ana', { id: 'o1' })]);
  const read = { request: { method: 'GET', url: 'Observation/o1' } };
  expect((await ask('adder', '', { body: bundle('transaction', good, read) })).status).toBe(403);
  expect(store.all('Observation')).toHaveLength(1);
  expect((await ask('adder', '', { body: bundle('transaction', good) })).status).toBe(200);
});

test('creates conditionally inside a transaction and refers to what was there', async () => {
  const noteId = { identifier: [{ system: 'urn:note', value: 'n1' }] };
  const { ask, store } = await openDoor([observation('ana', { id: 'there', ...noteId })]);
  const again: Entry = {
    fullUrl: 'urn:uuid:note',
    resource: observation('ana', noteId),
    request: { method: 'POST', url: 'Observation', ifNoneExist: 'identifier=urn:note|n1' },
  };
  const referring = post(observation('ana', { derivedFrom: [{ reference: 'urn:uuid:note' }] }));
  const told = await ask('ana', '', { body: bundle('transaction', referring, again) });
  expect(told.json.entry[1].response.status).toBe('200 OK');
  expect(told.json.entry[0].resource.derivedFrom).toEqual([{ reference: 'Observation/there' }]);
  expect(store.all('Observation')).toHaveLength(2);
});

test('does a batch entry by entry', async () => {
  const { ask, store } = await openDoor();
  const told = await ask('ana', '', { body: bundle('batch', good, post(observation('bo')), good) });
  expect(told.json.type).toBe('batch-response');
  const statuses = told.json.entry.map(({ response }: { response: { status: string } }) => response.status.slice(0, 3));
  expect(statuses).toEqual(['201', '403', '201']);
  expect(told.json.entry[1].response.outcome.resourceType).toBe('OperationOutcome');
  expect(store.all('Observation')).toHaveLength(2);
});

test.each([
  ['another kind of Bundle', bundle('collection')],
  ['no Bundle', observation('ana')],
  [
    'an entry without a request',
    { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: observation('ana') }] },
  ],
  ['an entry that is no object', { resourceType: 'Bundle', type: 'transaction', entry: ['x'] }],
  [
    'two entries that write the same',
    bundle(
      'transaction',
      ...[1, 2].map(() => ({
        resource: observation('ana', { id: 'o1' }),
        request: { method: 'PUT', url: 'Observation/o1' },
      })),
    ),
  ],
])('answers 400 to %s', async (_, body) => {
  const { ask } = await openDoor();
  expect((await ask('ana', '', { body })).status).toBe(400);
});
