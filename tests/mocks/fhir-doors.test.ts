import { afterEach, expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { freePort, type Serving, serveSandbox } from '../../mocks/server.ts';
import { observation } from './fhir-door.ts';
import { APP, asApp, startSandbox, tokenFor } from './fhir-sandbox.ts';

const opened: Serving[] = [];
const serve = async (sandbox: Sandbox): Promise<Serving> => {
  const serving = await serveSandbox(sandbox, { port: Number(new URL(sandbox.origin).port) });
  opened.push(serving);
  return serving;
};
const onPort = async () => ({ origin: `http://127.0.0.1:${await freePort()}` });

afterEach(async () => {
  for (const serving of opened.splice(0)) await serving.close();
});

const preflight = (origin: string, base: string): Request =>
  new Request(`${base}/Observation`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });

test('answers the preflight of a registered app and of nobody else', async () => {
  const { fetch, base } = await startSandbox();
  const known = await fetch(preflight(APP, base));
  expect(known.headers.get('access-control-allow-origin')).toBe(APP);
  for (const header of ['Authorization', 'If-Match', 'If-None-Exist', 'Prefer', 'Content-Type']) {
    expect(known.headers.get('access-control-allow-headers')).toContain(header);
  }
  expect((await fetch(preflight('https://elsewhere.example', base))).headers.has('access-control-allow-origin')).toBe(
    false,
  );
});

test('shows its headers to the scripts of registered apps, also on refusals, and to nobody else', async () => {
  const { fetch, base } = await startSandbox();
  const refused = await fetch(new Request(`${base}/Patient/ana`, { headers: { origin: APP } }));
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, APP]);
  for (const header of ['ETag', 'Location', 'Content-Location', 'Retry-After']) {
    expect(refused.headers.get('access-control-expose-headers')).toContain(header);
  }
  const stranger = await fetch(new Request(`${base}/metadata`, { headers: { origin: 'https://elsewhere.example' } }));
  expect(stranger.headers.has('access-control-allow-origin')).toBe(false);
});

test('ends every sign-in when told to', async () => {
  const sandbox = await startSandbox();
  const headers = asApp(await tokenFor(sandbox, 'ana'));
  const read = () => sandbox.fetch(new Request(`${sandbox.base}/Patient/ana`, { headers }));
  expect((await read()).status).toBe(200);
  sandbox.access.expireAll();
  expect((await read()).status).toBe(401);
});

test('opens the app with iss and a launch, signed in as a practitioner of the chart', async () => {
  const sandbox = await startSandbox();
  const url = new URL(sandbox.launch({ patientId: 'ana', encounterId: 'ana-visit', needPatientBanner: false }));
  expect(url.origin + url.pathname).toBe(`${APP}/launch.html`);
  expect([...url.searchParams.keys()]).toEqual(['iss', 'launch']);
  expect(url.searchParams.get('iss')).toBe(sandbox.base);
});

test('serves over HTTP from launch to stored note', async () => {
  const sandbox = await startSandbox([], await onPort());
  const { origin } = await serve(sandbox);
  const token = await tokenFor(sandbox, 'ana', 'launch patient/*.cruds', (request) => fetch(request));
  const body = JSON.stringify(observation('ana'));
  const told = await fetch(`${origin}/fhir/Observation`, { method: 'POST', body, headers: asApp(token) });
  expect(told.status).toBe(201);
  const again = await fetch(told.headers.get('location') ?? '', { headers: asApp(token) });
  expect((await again.json()).id).toBe(sandbox.store.all('Observation')[0]?.id);
});

test('closes the socket if the network is to fail, and drops an aborted request', async () => {
  const sandbox = await startSandbox([], await onPort());
  const { origin } = await serve(sandbox);
  sandbox.faults.set(namedFault('offline'), 1);
  await expect(fetch(`${origin}/fhir/metadata`)).rejects.toThrow('fetch failed');
  sandbox.faults.set(namedFault('read-never'));
  const giveUp = new AbortController();
  const hanging = fetch(`${origin}/fhir/Patient/ana`, { signal: giveUp.signal });
  giveUp.abort();
  await expect(hanging).rejects.toThrow('aborted');
  expect((await fetch(`${origin}/fhir/metadata`)).status).toBe(200);
});

test('refuses to serve a sandbox at an address it was not made for', async () => {
  await expect(serveSandbox(await startSandbox(), { port: 1 })).rejects.toThrow('made for http://ehr.example');
});

test('switches faults on and off from the chart page over HTTP', async () => {
  const sandbox = await startSandbox([], await onPort());
  const { origin } = await serve(sandbox);
  const flip = (on: boolean) =>
    fetch(`${origin}/switches/fault`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'offline', on }),
    });
  expect(await (await flip(true)).json()).toEqual({ broken: ['offline'] });
  expect(sandbox.faults.active().map(({ id }) => id)).toEqual(['offline']);
  await flip(false);
  expect(sandbox.faults.active()).toEqual([]);
});
