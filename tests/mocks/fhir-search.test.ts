import type { Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { BASE, idsOf, linkOf, observation, openDoor } from './fhir-door.ts';

const coding = (system: string | undefined, code: string) => ({ coding: [{ ...(system && { system }), code }] });

const SEED: readonly Resource[] = [
  observation('ana', { id: 'early', effectiveDateTime: '2026-03-01T10:00:00+02:00', code: coding('urn:a', 'x') }),
  observation('ana', { id: 'late', effectiveDateTime: '2026-03-01T09:30:00Z', code: coding(undefined, 'x') }),
  observation('ana', {
    id: 'period',
    effectivePeriod: { start: '2026-04-01', end: '2026-04-30' },
    code: coding('urn:b', 'y'),
    status: 'amended',
    component: [{ code: coding('urn:a', 'part'), valueInteger: 1 }],
    identifier: [{ system: 'urn:note', value: 'n,1|a' }],
  }),
  observation('bo', { id: 'bos', effectiveDateTime: '2026-03-01' }),
];

const found = async (query: string, token = 'ana') => {
  const { ask } = await openDoor(SEED);
  const told = await ask(token, `Observation?${query}`);
  expect(told.status).toBe(200);
  return [...idsOf(told)].sort();
};

test.each([
  ['patient=ana', ['early', 'late', 'period']],
  ['patient=Patient/ana', ['early', 'late', 'period']],
  [`patient=${BASE}/Patient/ana`, ['early', 'late', 'period']],
  ['subject=Patient/ana&status=amended', ['period']],
  ['code=x', ['early', 'late']],
  ['code=urn:a|x', ['early']],
  ['code=|x', ['late']],
  ['code=urn:b|', ['period']],
  ['code=urn:a|x,urn:b|y', ['early', 'period']],
  ['category=survey', ['early', 'late', 'period']],
  ['category=survey&category=laboratory', []],
  ['component-code=urn:a|part', ['period']],
  ['combo-code=part,urn:a|x', ['early', 'period']],
  ['identifier=urn:note|n\\,1\\|a', ['period']],
  ['_id=early,late', ['early', 'late']],
])('finds by %s', async (query, ids) => {
  expect(await found(query)).toEqual(ids);
});

test.each([
  ['date=2026-03-01', ['early', 'late']],
  ['date=ge2026-03-01T09:00:00Z', ['late', 'period']],
  ['date=lt2026-03-01T09:00:00Z', ['early']],
  ['date=eq2026-03-01T08:00:00Z', ['early']],
  ['date=2026-04', ['period']],
  ['date=sa2026-03-01', ['period']],
  ['date=eb2026-04-01', ['early', 'late']],
  ['date=gt2026-04-10', ['period']],
  ['date=le2026-04-10&date=ge2026-03-02', ['period']],
  ['date=ne2026-03-01', ['period']],
  ['date=ge2026-03-01T11:00:00%2B02:00&date=lt2026-03-02', ['late']],
])('compares dates as instants: %s', async (query, ids) => {
  expect(await found(query)).toEqual(ids);
});

test('sorts by instant, not by text, and puts what has no date last', async () => {
  const { ask } = await openDoor([...SEED, observation('ana', { id: 'undated' })]);
  const sorted = async (sort: string) => idsOf(await ask('ana', `Observation?patient=ana&_sort=${sort}`));
  expect(await sorted('date')).toEqual(['early', 'late', 'period', 'undated']);
  expect(await sorted('-date')).toEqual(['period', 'late', 'early', 'undated']);
  expect(await sorted('-_id')).toEqual(['undated', 'period', 'late', 'early']);
});

test.each([
  'color=red',
  'patient=ana&_elements=code',
  '_include=Observation:subject',
  '_revinclude=Provenance:target',
  '_summary=count',
  '_offset=10',
  'code:text=x',
  'subject.name=ana',
  '_sort=color',
  '_sort=code',
  '_count=many',
  'date=yesterday',
  'date=xx2026',
  'code=',
  'constructor=x',
])('answers 400 to %s', async (query) => {
  const { ask } = await openDoor(SEED);
  const told = await ask('ana', `Observation?${query}`);
  expect(told.status).toBe(400);
  expect(told.json.resourceType).toBe('OperationOutcome');
});

test('says for each hit its address and why it is there', async () => {
  const { ask } = await openDoor(SEED);
  const told = await ask('ana', 'Observation?_id=early');
  expect(told.json).toMatchObject({ type: 'searchset', total: 1 });
  expect(told.json.entry[0]).toMatchObject({ fullUrl: `${BASE}/Observation/early`, search: { mode: 'match' } });
  expect(linkOf(told, 'self')).toBe(`${BASE}/Observation?_id=early`);
  expect(linkOf(told, 'next')).toBeUndefined();
});

test('finds names without regard to case and accents', async () => {
  const { ask } = await openDoor();
  expect(idsOf(await ask('staff', 'Patient?name=simic'))).toEqual(['ana']);
  expect(idsOf(await ask('staff', 'Patient?family=ŠIM'))).toEqual(['ana']);
  expect(idsOf(await ask('staff', 'Patient?name=imi'))).toEqual([]);
});

test('searches by POST as by GET', async () => {
  const { ask } = await openDoor(SEED);
  const told = await ask('ana', 'Observation/_search', {
    body: 'code=urn%3Aa%7Cx',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(idsOf(told)).toEqual(['early']);
});

const many = Array.from({ length: 23 }, (_, place) => observation('ana', { id: `o${String(place).padStart(2, '0')}` }));

test('pages forwards and backwards over every hit once, by opaque addresses under the base', async () => {
  const { ask } = await openDoor(many);
  let page = await ask('ana', 'Observation?patient=ana&_count=10&_sort=_id');
  const seen = [idsOf(page)];
  for (let next = linkOf(page, 'next'); next !== undefined; next = linkOf(page, 'next')) {
    expect(next.startsWith(`${BASE}/Observation?_page=`)).toBe(true);
    page = await ask('ana', next);
    seen.push(idsOf(page));
  }
  expect(seen.map((ids) => ids.length)).toEqual([10, 10, 3]);
  expect(seen.flat()).toEqual(many.map(({ id }) => id));
  expect(page.json.total).toBe(23);
  const back = await ask('ana', linkOf(page, 'previous') ?? '');
  expect(idsOf(back)).toEqual(seen[1]);
});

test('keeps pages whole while notes are added, and shows them to nobody else', async () => {
  const { ask } = await openDoor(many);
  const first = await ask('ana', 'Observation?patient=ana&_count=20');
  await ask('ana', 'Observation', { body: observation('ana') });
  const next = linkOf(first, 'next') ?? '';
  expect(idsOf(await ask('ana', next))).toHaveLength(3);
  const stranger = await ask('bo', next);
  expect(stranger.json.entry).toBeUndefined();
  expect(stranger.json.total).toBe(0);
});

test('answers 410 to a page that is not kept, and only a count where no entries are wanted', async () => {
  const { ask } = await openDoor(many);
  expect((await ask('ana', 'Observation?_page=made-up')).status).toBe(410);
  const counted = await ask('ana', 'Observation?patient=ana&_count=0');
  expect([counted.json.total, counted.json.entry]).toEqual([23, undefined]);
});

test('keeps history stable, newest first, with requests and responses', async () => {
  const { ask } = await openDoor();
  const { json } = await ask('ana', 'Observation', { body: observation('ana') });
  await ask('ana', `Observation/${json.id}`, { method: 'PUT', body: { ...json, status: 'amended' } });
  await ask('ana', `Observation/${json.id}`, { method: 'DELETE' });
  const history = await ask('ana', `Observation/${json.id}/_history`);
  expect(history.json.type).toBe('history');
  const brief = history.json.entry.map(({ request, response }: Record<string, Record<string, string>>) => [
    request?.['method'],
    request?.['url'],
    response?.['status'],
    response?.['etag'],
  ]);
  expect(brief).toEqual([
    ['DELETE', `Observation/${json.id}`, '204 No Content', 'W/"3"'],
    ['PUT', `Observation/${json.id}`, '200 OK', 'W/"2"'],
    ['POST', 'Observation', '201 Created', 'W/"1"'],
  ]);
  expect((await ask('ana', `Observation/${json.id}/_history`)).json).toEqual(history.json);
  expect((await ask('ana', 'Observation/_history?_count=2')).json.entry).toHaveLength(2);
  expect((await ask('ana', 'Observation/_history?_at=2026')).status).toBe(400);
});

test('lists in its statement exactly the parameters that answer', async () => {
  const { ask } = await openDoor();
  const { json } = await ask('', 'metadata');
  expect(json.rest[0].security.extension[0].url).toContain('oauth-uris');
  for (const { type, searchParam = [] } of json.rest[0].resource) {
    for (const { name, type: kind } of searchParam) {
      const told = await ask('staff', `${type}?${name}=${kind === 'date' ? '2026-01-01' : 'x'}`);
      expect([type, name, told.status]).toEqual([type, name, 200]);
    }
  }
});
