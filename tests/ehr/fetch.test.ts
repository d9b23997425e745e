// The one fetch: every answer of docs/design/readiness-note.md, "Responses of a server", refresh, retries, limits and the pinned base.

import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createFetch, type ServerRequest } from '../../src/ehr/server/fetch.ts';
import type { Session } from '../../src/ehr/server/session.ts';

const BASE = 'https://ehr.example/fhir';
const server = setupServer();
const unhandled: string[] = [];
const seen: Request[] = [];
let waits: number[] = [];
let refreshes = 0;
let ended = false;

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  server.events.on('request:unhandled', ({ request }) => void unhandled.push(request.url));
  server.events.on('request:start', ({ request }) => void seen.push(request));
});
beforeEach(() => {
  [seen.length, refreshes, ended, waits] = [0, 0, false, []];
});
afterEach(() => {
  server.resetHandlers();
  expect(unhandled.splice(0)).toEqual([]);
});
afterAll(() => server.close());

/** A session that refreshes `able` times. Token-1, token-2, … */
function session(able: number, stale = false, patients: readonly string[] = []): Session {
  const token = () => (ended ? undefined : `token-${refreshes + 1}`);
  return {
    token: async () => token(),
    refresh: async () => {
      if (refreshes >= able) ended = true;
      else refreshes += 1;
      return token();
    },
    mayHaveExpired: () => stale,
    patient: () => patients[refreshes],
    isEnded: () => ended,
    ended: new AbortController().signal,
    endsAt: () => undefined,
    isTooOld: () => false,
    used: () => undefined,
    end: () => {
      ended = true;
    },
  };
}

function ask(over: Partial<ServerRequest> = {}, by: Session = session(0)) {
  const wait = async (ms: number) => void waits.push(ms);
  return createFetch({ base: BASE, session: by, wait })({
    method: 'GET',
    path: 'Patient/1',
    signal: new AbortController().signal,
    ...over,
  });
}

const post = { method: 'POST', path: 'Observation', body: { resourceType: 'Observation' } } as const;
const patient = { resourceType: 'Patient', id: '1', meta: { versionId: '3' } };
const answer = (...answers: (() => Response | Promise<Response>)[]) => {
  let nth = 0;
  server.use(
    http.all(`${BASE}/*`, () => {
      const next = answers[Math.min(nth, answers.length - 1)];
      nth += 1;
      return next?.() ?? HttpResponse.error();
    }),
  );
};
const outcome = (severity: string, text = 'no') => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code: 'invalid', expression: ['Observation.code'], diagnostics: text }],
});

test('sends the token, asks for FHIR JSON and reads the version', async () => {
  answer(() => HttpResponse.json(patient));
  expect(await ask()).toEqual({ ok: true, value: { status: 200, resource: patient, version: '3', etag: 'W/"3"' } });
  expect(seen[0]?.headers.get('authorization')).toBe('Bearer token-1');
  expect(seen[0]?.headers.get('accept')).toBe('application/fhir+json');
  expect(seen[0]?.redirect).toBe('manual');
  expect(seen[0]?.credentials).toBe('omit');
});

test.each(['W/"3-gzip"', '"3-br"'])('reads the version behind a compressing proxy (%s)', async (tag) => {
  answer(() => HttpResponse.json(patient, { headers: { ETag: tag } }));
  expect(await ask()).toMatchObject({ ok: true, value: { version: '3', etag: 'W/"3"' } });
});

test('keeps a tag of another form as the server gave it', async () => {
  answer(() => HttpResponse.json(patient, { headers: { ETag: '"a1b2"' } }));
  expect(await ask()).toMatchObject({ ok: true, value: { version: 'a1b2', etag: '"a1b2"' } });
});

test('sends a write as FHIR JSON, with its conditions', async () => {
  answer(() => new HttpResponse(null, { status: 201, headers: { Location: `${BASE}/Observation/7/_history/2` } }));
  const reply = await ask({ ...post, ifNoneExist: 'identifier=a', ifMatch: 'W/"1"' });
  expect(reply).toMatchObject({ ok: true, value: { location: { type: 'Observation', id: '7', version: '2' } } });
  const headers = seen[0]?.headers;
  expect(headers?.get('content-type')).toBe('application/fhir+json');
  expect(headers?.get('prefer')).toBe('return=representation');
  expect(headers?.get('if-none-exist')).toBe('identifier=a');
  expect(headers?.get('if-match')).toBe('W/"1"');
});

test.each([
  ['a relative Location', 'Observation/7', '7'],
  ['a foreign Location', 'https://evil.example/fhir/Observation/7', undefined],
  ['a Location that climbs out', `${BASE}/../Observation/7`, undefined],
])('reads %s', async (_what, Location, id) => {
  answer(() => new HttpResponse(null, { status: 201, headers: { Location } }));
  const reply = await ask(post);
  expect(reply.ok && reply.value.location?.id).toBe(id);
});

const kinds: readonly (readonly [number, string])[] = [
  [501, 'notSupported'],
  [301, 'moved'],
  [302, 'moved'],
  [307, 'moved'],
  [308, 'moved'],
  [400, 'invalid'],
  [401, 'sessionEnded'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [405, 'notSupported'],
  [407, 'networkSignIn'],
  [408, 'server'],
  [409, 'conflict'],
  [410, 'gone'],
  [412, 'versionConflict'],
  [413, 'tooLarge'],
  [415, 'notSupported'],
  [422, 'invalid'],
  [425, 'server'],
  [429, 'tooMany'],
  [431, 'headersTooLarge'],
  [499, 'server'],
  [500, 'server'],
  [503, 'server'],
  [504, 'server'],
  [511, 'networkSignIn'],
];
test.each(kinds)('turns a %i into its kind, and asks a write once only', async (status, kind) => {
  answer(() => HttpResponse.json(outcome('error'), { status }));
  expect(await ask(post)).toMatchObject({ ok: false, error: { kind } });
  expect(seen).toHaveLength(1);
});

test('keeps issues short, with their element', async () => {
  answer(() => HttpResponse.json(outcome('error', 'x'.repeat(5000)), { status: 422 }));
  const reply = await ask(post);
  expect(!reply.ok && reply.error).toMatchObject({
    issues: [{ element: 'Observation.code', text: `${'x'.repeat(299)}…` }],
  });
});

test('does not take a 200 that carries an error for success', async () => {
  answer(() => HttpResponse.json(outcome('error')));
  expect(await ask(post)).toMatchObject({ ok: false, error: { kind: 'server' } });
});

test.each([
  ['HTML', '<html></html>'],
  ['nothing', ''],
  ['an array', '[]'],
  ['no resource', '{"a":1}'],
  ['half a body', '{"resourceType":"Pat'],
])('calls %s a bad answer to a read', async (_what, body) => {
  answer(() => new HttpResponse(body, { headers: { 'Content-Type': 'application/fhir+json' } }));
  expect(await ask()).toEqual({ ok: false, error: { kind: 'badResponse' } });
});

test('takes a created without a readable body for created', async () => {
  answer(() => new HttpResponse('{"resour', { status: 201, headers: { Location: 'Observation/7', ETag: 'W/"4"' } }));
  expect(await ask(post)).toMatchObject({ ok: true, value: { status: 201, version: '4', location: { id: '7' } } });
});

test('stops reading an answer that is too long', async () => {
  answer(() => HttpResponse.json({ ...patient, text: 'x'.repeat(5000) }));
  expect(await ask({ limit: 1000 })).toEqual({ ok: false, error: { kind: 'badResponse' } });
});

test('sends no write again under a refreshed token that names another patient, and ends the session', async () => {
  const refused = () => new HttpResponse(null, { status: 401 });
  const created = () => new HttpResponse(null, { status: 201 });
  const conditional = { ...post, ifNoneExist: 'identifier=a' };
  answer(refused, created);
  expect(await ask(conditional, session(1, false, ['pat', 'other']))).toMatchObject({
    error: { kind: 'sessionEnded' },
  });
  expect([seen.length, ended]).toEqual([1, true]);
});

test.each([
  ['the same patient', ['pat', 'pat']],
  ['no patient', ['pat']],
])('sends a write again under a refreshed token that names %s', async (_, patients) => {
  answer(
    () => new HttpResponse(null, { status: 401 }),
    () => new HttpResponse(null, { status: 201 }),
  );
  const conditional = { ...post, ifNoneExist: 'identifier=a' };
  expect(await ask(conditional, session(1, false, patients))).toMatchObject({ ok: true });
});

test('sends no write if the token is refreshed for another patient right before it', async () => {
  answer(() => new HttpResponse(null, { status: 201 }));
  const by = session(1, false, ['pat', 'other']);
  const refreshedFirst = { ...by, token: () => by.refresh('token-1') };
  expect(await ask(post, refreshedFirst)).toMatchObject({ error: { kind: 'sessionEnded' } });
  expect(seen).toHaveLength(0);
});

test('refreshes once after a 401 and asks again with the new token', async () => {
  answer(
    () => new HttpResponse(null, { status: 401 }),
    () => HttpResponse.json(patient),
  );
  expect(await ask({}, session(1))).toMatchObject({ ok: true });
  expect(seen.map((one) => one.headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('ends the session after a second 401, and asks no more', async () => {
  answer(() => new HttpResponse(null, { status: 401 }));
  const by = session(5);
  expect(await ask({}, by)).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
  expect(seen).toHaveLength(2);
  expect(await ask({}, by)).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
  expect(seen).toHaveLength(2);
});

test('never repeats a plain POST after a 401, and repeats a conditional one', async () => {
  answer(
    () => new HttpResponse(null, { status: 401 }),
    () => HttpResponse.json(patient, { status: 201 }),
  );
  expect(await ask(post, session(1))).toMatchObject({ ok: false });
  expect(seen).toHaveLength(1);
  ended = false;
  seen.length = 0;
  answer(
    () => new HttpResponse(null, { status: 401 }),
    () => HttpResponse.json(patient, { status: 201 }),
  );
  expect(await ask({ ...post, ifNoneExist: 'identifier=a' }, session(1))).toMatchObject({ ok: true });
  expect(seen).toHaveLength(2);
});

test('reads again after 429 and 503, honoring Retry-After, three times in all', async () => {
  const busy = () => new HttpResponse(null, { status: 429, headers: { 'Retry-After': '2' } });
  answer(
    busy,
    () => new HttpResponse(null, { status: 503 }),
    () => HttpResponse.json(patient),
  );
  expect(await ask()).toMatchObject({ ok: true });
  expect(waits[0]).toBe(2000);
  expect(waits).toHaveLength(2);
  answer(busy);
  expect(await ask()).toEqual({ ok: false, error: { kind: 'tooMany', retryAfterSeconds: 2 } });
  expect(seen).toHaveLength(3 + 3);
});

test('does not sit out a long Retry-After', async () => {
  answer(() => new HttpResponse(null, { status: 429, headers: { 'Retry-After': '120' } }));
  expect(await ask()).toEqual({ ok: false, error: { kind: 'tooMany', retryAfterSeconds: 120 } });
  expect(seen).toHaveLength(1);
});

test('calls a broken connection blocked, and an ended token a hidden 401', async () => {
  answer(() => HttpResponse.error());
  expect(await ask()).toEqual({ ok: false, error: { kind: 'blocked' } });
  answer(
    () => HttpResponse.error(),
    () => HttpResponse.json(patient),
  );
  expect(await ask({}, session(1, true))).toMatchObject({ ok: true });
});

test('does not follow a redirect', async () => {
  answer(() => new HttpResponse(null, { status: 302, headers: { Location: 'https://evil.example/' } }));
  expect(await ask()).toMatchObject({ ok: false, error: { kind: 'moved' } });
  expect(seen).toHaveLength(1);
});

test('stops when its caller does, and when its time is up', async () => {
  answer(() => new Promise<Response>(() => undefined));
  const caller = new AbortController();
  const asked = ask({ signal: caller.signal });
  caller.abort();
  expect(await asked).toEqual({ ok: false, error: { kind: 'aborted' } });
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.abort());
  expect(await ask()).toEqual({ ok: false, error: { kind: 'timeout' } });
});

test.each([
  'https://evil.example/fhir/Patient/1',
  'https://ehr.example/other/Patient/1',
  'https://ehr.example.evil.example/fhir/Patient/1',
  'https://user@ehr.example/fhir/Patient/1',
  '../admin',
  '%2e%2e/admin',
  'http://ehr.example/fhir/Patient/1',
])('sends nothing to %s', async (path) => {
  expect(await ask({ path })).toEqual({ ok: false, error: { kind: 'foreignLink' } });
  expect(seen).toEqual([]);
});
