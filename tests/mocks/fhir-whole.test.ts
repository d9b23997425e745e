import type { Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { validate } from '../../mocks/fhir/write/validate.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import { seed } from '../../mocks/people/people.ts';
import { idsOf, linkOf, observation } from './fhir-door.ts';
import { asApp, startSandbox, tokenFor } from './fhir-sandbox.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const PEOPLE: readonly Resource[] = seed(NOW);

test('shows the chart page, also while the network of the apps is broken', async () => {
  const sandbox = await startSandbox(PEOPLE);
  sandbox.faults.set(namedFault('offline'));
  const page = await sandbox.fetch(new Request(`${sandbox.origin}/`));
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  expect(await page.text()).toContain('ROSALES');
});

test('answers discovery under the FHIR base', async () => {
  const { fetch, base, origin } = await startSandbox();
  const found = await (await fetch(new Request(`${base}/.well-known/smart-configuration`))).json();
  expect(found.token_endpoint).toBe(`${origin}/auth/token`);
});

test('has only people whose resources are valid and in one chart', async () => {
  const { store } = await startSandbox(PEOPLE);
  const broken = PEOPLE.flatMap((resource) =>
    validate(resource).map(({ expression, diagnostics }) => [resource.id, expression, diagnostics]),
  );
  expect(broken).toEqual([]);
  const owned = PEOPLE.filter(({ resourceType }) => resourceType === 'Observation');
  for (const resource of owned) expect([resource.id, store.patientsOf(resource).length]).toEqual([resource.id, 1]);
});

test('hands out four hundred notes page by page, each once', async () => {
  const sandbox = await startSandbox(PEOPLE);
  const headers = asApp(await tokenFor(sandbox, 'nguyen'));
  const get = async (url: string) => {
    const response = await sandbox.fetch(new Request(url, { headers }));
    return { status: response.status, headers: response.headers, json: await response.json() };
  };
  let page = await get(`${sandbox.base}/Observation?patient=nguyen&category=survey&_count=100`);
  const seen = [...idsOf(page)];
  for (let next = linkOf(page, 'next'); next !== undefined; next = linkOf(page, 'next')) {
    page = await get(next);
    seen.push(...idsOf(page));
  }
  expect(seen.length).toBeGreaterThanOrEqual(400);
  expect(new Set(seen).size).toBe(seen.length);
});

test('finds one note among five thousand, and among those of other patients none', async () => {
  const notes = Array.from({ length: 5000 }, (_, place) =>
    observation(place % 50 === 0 ? 'bo' : 'ana', { identifier: [{ system: 'urn:note', value: `n${place}` }] }),
  );
  const sandbox = await startSandbox(notes);
  const headers = asApp(await tokenFor(sandbox, 'ana'));
  const find = async (value: string) => {
    const request = new Request(`${sandbox.base}/Observation?identifier=urn:note|${value}&_sort=-date`, { headers });
    return (await (await sandbox.fetch(request)).json()).total;
  };
  expect([await find('n4999'), await find('n50')]).toEqual([1, 0]);
});
