import { expect, test } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { type FaultId, NAMED_FAULTS, namedFault } from '../../mocks/named-faults.ts';
import { observation } from './fhir-door.ts';
import { APP, asApp, startSandbox, tokenFor } from './fhir-sandbox.ts';

const NOTE = observation('ana', {
  identifier: [{ system: 'urn:note', value: 'n1' }],
  encounter: { reference: 'Encounter/ana-visit' },
  note: [{ text: 'The whole note' }],
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' },
  component: [{ code: { text: 'Importance' }, valueInteger: 7 }],
});

async function under(...ids: readonly FaultId[]) {
  const sandbox = await startSandbox();
  const headers = asApp(await tokenFor(sandbox, 'ana'));
  for (const id of ids) sandbox.faults.set(namedFault(id));
  const ask = (path: string, init: RequestInit = {}) =>
    sandbox.fetch(new Request(`${sandbox.base}/${path}`, { headers, ...init }));
  const create = (init: RequestInit = {}) =>
    ask('Observation', { method: 'POST', body: JSON.stringify(NOTE), ...init });
  return { ...sandbox, headers, ask, create };
}

test.each([400, 401, 403, 404, 405, 409, 412, 413, 422, 429, 500, 503] as const)(
  'refuses a create with %s and stores nothing',
  async (status) => {
    const { create, store } = await under(`create-${status}`);
    const response = await create();
    expect(response.status).toBe(status);
    expect((await response.json()).resourceType).toBe('OperationOutcome');
    expect(response.headers.get('access-control-allow-origin')).toBe(APP);
    expect(response.headers.get('retry-after')).toBe(status === 429 || status === 503 ? '7' : null);
    expect(store.all('Observation')).toHaveLength(0);
  },
);

test('refuses without CORS headers where a gateway would', async () => {
  const { create } = await under('create-401-bare');
  const response = await create();
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, null]);
});

test.each([
  ['create-empty', true, false],
  ['create-unlocated', false, true],
  ['create-bare', false, false],
] as const)('stores and answers %s', async (id, hasLocation, hasBody) => {
  const { create, store } = await under(id);
  const response = await create();
  expect(response.status).toBe(201);
  expect(response.headers.has('location')).toBe(hasLocation);
  expect((await response.text()) !== '').toBe(hasBody);
  expect(store.all('Observation')).toHaveLength(1);
});

test.each([
  ['create-accepted', 0],
  ['create-accepted-stored', 1],
] as const)('answers 202 to %s', async (id, stored) => {
  const { create, store } = await under(id);
  const response = await create();
  expect([response.status, await response.text()]).toEqual([202, '']);
  expect(store.all('Observation')).toHaveLength(stored);
});

test('loses the answer after the write', async () => {
  const { create, store } = await under('create-dropped');
  expect((await create()).type).toBe('error');
  expect(store.all('Observation')).toHaveLength(1);
});

test('never answers until the app gives up', async () => {
  const { create, store } = await under('create-never');
  const giveUp = new AbortController();
  const answer = create({ signal: giveUp.signal });
  expect(await Promise.race([answer, Promise.resolve('waiting')])).toBe('waiting');
  giveUp.abort();
  expect((await answer).type).toBe('error');
  expect(store.all('Observation')).toHaveLength(0);
});

test.each([
  ['stores-without-components', 'component'],
  ['stores-without-notes', 'note'],
  ['stores-without-identifier', 'identifier'],
  ['stores-without-narrative', 'text'],
  ['stores-without-encounter', 'encounter'],
] as const)('%s, and keeps the rest', async (id, lost) => {
  const { create, store } = await under(id);
  expect((await create()).status).toBe(201);
  const { meta: _meta, id: _id, ...stored } = store.all('Observation')[0] ?? { id: '' };
  const { [lost]: _lost, ...rest } = NOTE as unknown as Record<string, unknown>;
  expect(stored).toEqual(rest);
});

test('stores another number, or reads one back, or reads back another patient', async () => {
  const numbers = await under('stores-other-value');
  const { id } = await (await numbers.create()).json();
  const stored = await (await numbers.ask(`Observation/${id}`)).json();
  expect(stored.component[0].valueInteger).toBe(8);
  numbers.faults.clear();
  numbers.faults.set(namedFault('reads-other-patient'));
  expect((await (await numbers.ask(`Observation/${id}`)).json()).subject.reference).toBe('Patient/somebody-else');
});

test.each([
  [
    'search-foreign-next',
    (json: { link: readonly { relation: string; url: string }[] }) =>
      json.link.find(({ relation }) => relation === 'next')?.url,
    'https://elsewhere.example/fhir/Observation?_page=2',
  ],
  [
    'search-loop',
    (json: { link: readonly { relation: string; url: string }[] }) =>
      json.link.find(({ relation }) => relation === 'next')?.url,
    'http://ehr.example/fhir/Observation?patient=ana&identifier=none',
  ],
  [
    'search-warning',
    (json: { entry: readonly { resource: { issue: readonly { severity: string }[] } }[] }) =>
      json.entry[0]?.resource.issue[0]?.severity,
    'warning',
  ],
] as const)('bends a search: %s', async (id, read, expected) => {
  const { ask } = await under(id);
  expect(read(await (await ask('Observation?patient=ana&identifier=none')).json())).toBe(expected);
});

test('ignores filters where the fault says so', async () => {
  const { ask, create, faults } = await under();
  await create();
  expect((await (await ask('Observation?patient=ana&identifier=none')).json()).total).toBe(0);
  faults.set(namedFault('search-everything'));
  expect((await (await ask('Observation?patient=ana&identifier=none')).json()).total).toBe(1);
});

test('leaves writes out of the statement', async () => {
  const { ask } = await under('statement-no-observation');
  const { rest } = await (await ask('metadata')).json();
  const codes = rest[0].resource
    .find(({ type }: { type: string }) => type === 'Observation')
    .interaction.map(({ code }: { code: string }) => code);
  expect(codes).not.toContain('create');
  expect(codes).toContain('read');
});

test('answers a page that is not JSON, and JSON that stops in the middle', async () => {
  const portal = await under('not-json');
  expect((await portal.ask('Patient/ana')).headers.get('content-type')).toContain('text/html');
  const cut = await under('truncated');
  const text = await (await cut.ask('Patient/ana')).text();
  expect(text.length).toBeGreaterThan(10);
  expect(() => JSON.parse(text)).toThrow();
});

test('cuts off sign-in as well where the network is gone', async () => {
  const { fetch, origin } = await under('offline');
  expect((await fetch(new Request(`${origin}/auth/jwks`))).type).toBe('error');
});

test('strikes as often as it was told, only where it is aimed, and stops when cleared', async () => {
  const { create, ask, faults } = await under();
  faults.set(namedFault('create-500'), 1);
  expect((await ask('Patient/ana')).status).toBe(200);
  expect((await create()).status).toBe(500);
  expect((await create()).status).toBe(201);
  faults.set(aimed(namedFault('create-500'), { interactions: ['search'], types: ['DocumentReference'] }));
  expect((await ask('Observation?patient=ana')).status).toBe(200);
  expect((await ask('DocumentReference?patient=ana')).status).toBe(500);
  faults.clear('create-500@search-DocumentReference');
  expect(faults.active()).toEqual([]);
});

test('puts two faults on one request one after the other', async () => {
  const { create, store } = await under('stores-without-notes', 'create-empty');
  expect(await (await create()).text()).toBe('');
  expect(store.all('Observation')[0]).not.toHaveProperty('note');
});

test('a create with a condition reaches a server whose search lags and that stores less', async () => {
  const { create, store, headers } = await under('search-lags-3s', 'stores-without-components');
  const condition = `identifier=${encodeURIComponent('urn:note|n1')}`;
  const response = await create({ headers: { ...headers, 'If-None-Exist': condition } });
  expect(response.status).toBe(201);
  expect(store.all('Observation')[0]).not.toHaveProperty('component');
});

test('spends no fault on a preflight', async () => {
  const { ask, create, faults } = await under();
  faults.set(namedFault('create-500'), 1);
  expect((await ask('Observation', { method: 'OPTIONS' })).status).toBe(204);
  expect((await create()).status).toBe(500);
});

test('describes every fault in words, each under its own id', () => {
  expect(new Set(NAMED_FAULTS.map(({ id }) => id)).size).toBe(NAMED_FAULTS.length);
  for (const { name, description } of NAMED_FAULTS)
    expect([name, description].every((words) => words.length > 3)).toBe(true);
});

test('passes a broken network on through every other fault', async () => {
  const { ask, faults } = await under('truncated', 'search-warning');
  faults.set(namedFault('offline'));
  expect((await ask('Observation?patient=ana')).type).toBe('error');
});
