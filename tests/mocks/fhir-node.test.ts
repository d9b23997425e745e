import { afterAll, expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { listenAsEhr } from '../../mocks/node.ts';
import { observation } from './fhir-door.ts';
import { asApp, startSandbox, tokenFor } from './fhir-sandbox.ts';

const ehr = listenAsEhr(await startSandbox());
afterAll(() => ehr.close());

test('stands in for the network of this process, faults included, and counts strangers', async () => {
  const sandbox = await startSandbox([], { origin: 'http://other-ehr.example' });
  ehr.replace(sandbox);
  expect((await fetch(`${sandbox.base}/metadata`)).status).toBe(200);
  sandbox.faults.set(namedFault('offline'), 1);
  await expect(fetch(`${sandbox.base}/metadata`)).rejects.toThrow(TypeError);
  expect(ehr.requests()).toEqual(['GET /fhir/metadata', 'GET /fhir/metadata']);
  expect(ehr.strangers()).toEqual([]);
  await expect(fetch('http://elsewhere.example/x')).rejects.toThrow();
  expect(ehr.strangers()).toEqual(['GET http://elsewhere.example/x']);
});

test('lets a hanging request of this process be given up', async () => {
  const sandbox = await startSandbox();
  ehr.replace(sandbox);
  const token = await tokenFor(sandbox, 'ana');
  sandbox.faults.set(namedFault('create-never'));
  const giveUp = new AbortController();
  const hanging = fetch(`${sandbox.base}/Observation`, {
    method: 'POST',
    body: JSON.stringify(observation('ana')),
    headers: asApp(token),
    signal: giveUp.signal,
  });
  giveUp.abort();
  await expect(hanging).rejects.toThrow('aborted');
});
