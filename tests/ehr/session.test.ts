// @vitest-environment happy-dom
// Tokens: refreshed once for all, replaced when rotated, and gone for good when they are gone.

import { http } from 'msw';
import { expect, test, vi } from 'vitest';
import type { Ehr } from '../../src/ehr/port.ts';
import { playLocks } from '../support/locks.ts';
import { fullNote } from '../support/notes.ts';
import { answerWith, arrive, asked, ISS, load, playNetwork, site, startEhr } from './round-trip.ts';

playNetwork();

const signal = () => new AbortController().signal;
const patient = { resourceType: 'Patient', id: 'pat' };

/** A FHIR server that takes any token the sign-in server still knows. */
function serveFhir(auth: ReturnType<typeof startEhr>): void {
  answerWith(
    http.get(`${ISS}/Patient/pat`, ({ request }) => {
      const grant = auth.access.grantOf(request);
      return grant ? Response.json(patient) : new Response(null, { status: 401 });
    }),
  );
}

async function signIn(auth: ReturnType<typeof startEhr>, settings = site()): Promise<Ehr> {
  const ehr = await arrive(auth, settings);
  if (!ehr.ok) throw new Error(ehr.error.kind);
  serveFhir(auth);
  return ehr.value;
}

const refreshes = async () => {
  const bodies = await Promise.all(
    asked()
      .filter((one) => one.url.endsWith('/token'))
      .map((one) => one.clone().text()),
  );
  return bodies.filter((body) => body.includes('grant_type=refresh_token'));
};
const later = (seconds: number) => {
  const now = Date.now() + seconds * 1000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
};

test('refreshes once, a minute early, for all who wait', async () => {
  const auth = startEhr({ accessTokenLifeSeconds: 600 });
  const ehr = await signIn(auth);
  expect(await refreshes()).toHaveLength(0);
  later(545);
  const reads = await Promise.all([1, 2, 3].map(() => ehr.readPerson(signal())));
  expect(reads.every((read) => read.ok)).toBe(true);
  const sent = await refreshes();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('client_id=evoke-app');
  // This site keeps tokens in memory only.
  expect({ ...sessionStorage }).toEqual({});
});

test('uses each rotated refresh token once, and a kept one again', async () => {
  for (const oddity of [{}, { refreshWithoutRotation: true }]) {
    const auth = startEhr(oddity);
    const ehr = await signIn(auth);
    const before = (await refreshes()).length;
    later(590);
    expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
    later(590);
    expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
    const tokens = (await refreshes()).slice(before).map((body) => new URLSearchParams(body).get('refresh_token'));
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe('refreshWithoutRotation' in oddity ? 1 : 2);
    vi.restoreAllMocks();
  }
});

test('a refused refresh ends the session for every waiter alike, and is not tried again', async () => {
  const auth = startEhr({ refreshError: 'invalid_grant' });
  const ehr = await signIn(auth);
  later(590);
  const reads = await Promise.all([1, 2].map(() => ehr.readPerson(signal())));
  expect(reads).toEqual([1, 2].map(() => ({ ok: false, error: { kind: 'sessionEnded' } })));
  expect(await ehr.readPerson(signal())).toMatchObject({ error: { kind: 'sessionEnded' } });
  expect(await refreshes()).toHaveLength(1);
});

test('mends a 401 by one refresh', async () => {
  const auth = startEhr();
  const ehr = await signIn(auth);
  auth.expireAccessTokens();
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(await refreshes()).toHaveLength(1);
});

test('no refresh token is normal: the sign-in says when it ends, and a 401 ends it', async () => {
  const auth = startEhr({ noRefreshToken: true, accessTokenLifeSeconds: 570 });
  const ehr = await signIn(auth);
  expect(ehr.signInEndsAt()).toBeCloseTo(Date.now() + 570_000, -4);
  auth.expireAccessTokens();
  expect(await ehr.readPerson(signal())).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
});

test('ends after eight hours, whatever a refresh allows', async () => {
  const ehr = await signIn(startEhr());
  expect(ehr.signInEndsAt()).toBeUndefined();
  later(8 * 3600 - 300);
  expect(ehr.signInEndsAt()).toBeDefined();
  later(301);
  expect(await ehr.readPerson(signal())).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
  expect(await refreshes()).toHaveLength(0);
});

test('deletes every token when told to end, also when a refresh is under way', async () => {
  const settings = site({ tokenStore: 'session' });
  const auth = startEhr();
  const ehr = await signIn(auth, settings);
  later(590);
  const reading = ehr.readPerson(signal());
  ehr.signOut();
  expect(await reading).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
  await vi.waitFor(() => expect(sessionStorage.length).toBe(0));
  expect(await load(settings)).toEqual({ ok: false, error: { kind: 'reloaded' } });
});

test('a sign-in that the EHR refuses to refresh is reported as ended in the same moment', async () => {
  const auth = startEhr();
  const ehr = await signIn(auth);
  expect(ehr.signInEnded.aborted).toBe(false);
  auth.revokeAll();
  expect(await ehr.readPerson(signal())).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
  expect(ehr.signInEnded.aborted).toBe(true);
});

const DOWN = { grant: 'refresh_token', status: 503, times: 1 } as const;

test('a refresh that fails once is passed over while the old token is good, and repeated later', async () => {
  const ehr = await signIn(startEhr({ accessTokenLifeSeconds: 600, tokenOutage: DOWN }));
  later(545);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(await refreshes()).toHaveLength(1);
  later(10);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(await refreshes()).toHaveLength(2);
  expect(ehr.isSignedIn()).toBe(true);
});

test('a refresh that hangs delays a request for two seconds at most while the old token is good', async () => {
  const auth = startEhr({ accessTokenLifeSeconds: 600 });
  const ehr = await signIn(auth);
  answerWith(http.post(`${new URL(ISS).origin}/auth/token`, () => new Promise<never>(() => undefined)));
  // The refresh is never given up, and the wait of two seconds is over at once.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(signal);
  const { setTimeout: real } = globalThis;
  const waits: (number | undefined)[] = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run, ms) => {
    waits.push(ms);
    return real(run, ms === 2_000 ? 0 : ms);
  });
  later(545);
  for (const _ of [1, 2]) expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(await refreshes()).toHaveLength(1);
  expect(waits.filter((ms) => ms === 2_000)).toHaveLength(1);
});

test.each([
  ['a gateway’s 503', () => new Response('<h1>Down</h1>', { status: 503 })],
  ['a 429 with Retry-After', () => new Response(null, { status: 429, headers: { 'Retry-After': '1' } })],
  ['a connection that is reset', () => Response.error()],
  ['an error that may pass', () => Response.json({ error: 'temporarily_unavailable' }, { status: 400 })],
  ['an answer without a token', () => Response.json({ token_type: 'Bearer' })],
])('%s at a refresh of an expired token is waited out', async (_what, failure) => {
  const auth = startEhr({ accessTokenLifeSeconds: 600 });
  const ehr = await signIn(auth);
  let failures = 0;
  answerWith(
    http.post(`${new URL(ISS).origin}/auth/token`, () => {
      failures += 1;
      return failures === 1 ? failure() : undefined;
    }),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true, advanceTimeDelta: 100 });
  vi.setSystemTime(Date.now() + 601_000);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(failures).toBe(2);
});

test('a refresh that keeps failing once the token has expired does not end the sign-in', async () => {
  const auth = startEhr({ accessTokenLifeSeconds: 600, tokenOutage: { ...DOWN, retryAfterSeconds: 60, times: 2 } });
  const ehr = await signIn(auth);
  later(601);
  expect(await ehr.readPerson(signal())).toEqual({ ok: false, error: { kind: 'signInUnavailable' } });
  expect(await ehr.readPerson(signal())).toEqual({ ok: false, error: { kind: 'signInUnavailable' } });
  expect(await refreshes()).toHaveLength(1);
  expect(ehr.isSignedIn()).toBe(true);
  later(61);
  await ehr.readPerson(signal());
  later(61);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
});

test('a note for which the sign-in cannot be refreshed is not sent, and nobody is told that it may be in the chart', async () => {
  const auth = startEhr({ accessTokenLifeSeconds: 600, tokenOutage: { ...DOWN, retryAfterSeconds: 60, times: 2 } });
  const withoutVisits = 'launch openid fhirUser online_access patient/Patient.r patient/Observation.crus';
  const ehr = await signIn(auth, site({ scopes: withoutVisits }));
  const read = await ehr.readPerson(signal());
  if (!read.ok) throw new Error(read.error.kind);
  later(601);
  const press = { note: fullNote, form: 'observation', person: read.value, draftBinding: ehr.context.binding } as const;
  const end = await ehr.fileNote(press, () => undefined, signal());
  expect(end).toEqual({ kind: 'unsent', why: { kind: 'signInUnavailable' } });
  expect(asked().filter(({ method, url }) => method === 'POST' && url.endsWith('/Observation'))).toEqual([]);
});

test('without expires_in and refresh token it works until a 401', async () => {
  const auth = startEhr({ noRefreshToken: true, tokenReply: { expires_in: undefined } });
  const ehr = await signIn(auth);
  later(305);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(ehr.isSignedIn()).toBe(true);
  auth.expireAccessTokens();
  expect(await ehr.readPerson(signal())).toEqual({ ok: false, error: { kind: 'sessionEnded' } });
});

test('an opaque token with dots and without expires_in is used as it is', async () => {
  const ehr = await signIn(startEhr({ dottedAccessToken: true, tokenReply: { expires_in: undefined } }));
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
});

test('a token that lasts a minute is refreshed in its last quarter, not with every request', async () => {
  const ehr = await signIn(startEhr({ accessTokenLifeSeconds: 60 }));
  await ehr.readPerson(signal());
  later(40);
  await ehr.readPerson(signal());
  expect(await refreshes()).toHaveLength(0);
  later(6);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  expect(await refreshes()).toHaveLength(1);
});

test('a clock that is set back after a failed refresh keeps no request waiting', async () => {
  const auth = startEhr({ accessTokenLifeSeconds: 600, tokenOutage: { ...DOWN, retryAfterSeconds: 1, times: 1 } });
  const ehr = await signIn(auth);
  later(545);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
  later(-300);
  auth.expireAccessTokens();
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: true });
});

test('a clock that is set back makes no sign-in younger', async () => {
  const ehr = await signIn(startEhr());
  const uptime = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(uptime + 8 * 3_600_000);
  later(-3600);
  expect(ehr.isTooOld()).toBe(true);
});

test('the end of a sign-in deletes the tokens that earlier panels left in this tab, but not those of an open one', async () => {
  const settings = site({ tokenStore: 'session' });
  const browser = playLocks();
  vi.stubGlobal('navigator', { onLine: true, ...browser.navigator });
  await arrive(startEhr(), settings);
  browser.closePages();
  const open = await arrive(startEhr(), settings, { patientId: 'other' });
  const ended = await signIn(startEhr(), settings);
  ended.signOut();
  await vi.waitFor(() => expect(Object.keys(sessionStorage)).toHaveLength(2));
  expect(open.ok && Object.values({ ...sessionStorage }).join()).toContain('"patient":"other"');
});

/** A sign-in whose tokens outlive a reload, and whose next refresh brings `refreshed`. */
async function refreshedWith(refreshed: (launched: string) => Readonly<Record<string, unknown>>) {
  const keeps = site({ tokenStore: 'session' });
  const ehr = await signIn(startEhr({ accessTokenLifeSeconds: 600 }), keeps);
  const idToken = /"id_token":"([^"]+)"/.exec(JSON.stringify({ ...sessionStorage }).replaceAll('\\', ''))?.[1] ?? '';
  answerWith(
    http.get(`${ISS}/Patient/:id`, ({ params }) => Response.json({ resourceType: 'Patient', id: params['id'] })),
    http.post('https://ehr.example/auth/token', () =>
      Response.json({ access_token: 'fresh', token_type: 'Bearer', expires_in: 600, ...refreshed(idToken) }),
    ),
  );
  later(590);
  await ehr.readPerson(signal());
  expect(asked().at(-1)?.headers.get('authorization')).toBe('Bearer fresh');
  return { keeps, stored: () => JSON.stringify({ ...sessionStorage }) };
}

test('a refresh that brings an id token of its own leaves a reload signed in', async () => {
  const { keeps } = await refreshedWith((launched) => {
    const [header, , signature] = launched.split('.');
    return { id_token: `${header}.${btoa('{"iat":1}')}.${signature}` };
  });
  expect(await load(keeps)).toMatchObject({ ok: true });
});

test('a refresh that names another patient opens that patient neither now nor after a reload', async () => {
  const { keeps, stored } = await refreshedWith(() => ({ patient: 'other', encounter: 'v2' }));
  expect(stored()).not.toContain('access_token');
  expect(await load(keeps)).toMatchObject({ ok: false, error: { kind: 'reloaded' } });
});

test('a refreshed token that is not a bearer token is not sent, and ends the sign-in', async () => {
  const ehr = await signIn(startEhr({ accessTokenLifeSeconds: 600 }));
  answerWith(
    http.post('https://ehr.example/auth/token', () => Response.json({ access_token: 'bound', token_type: 'DPoP' })),
  );
  later(590);
  expect(await ehr.readPerson(signal())).toMatchObject({ ok: false, error: { kind: 'sessionEnded' } });
  expect(asked().map(({ headers }) => headers.get('authorization'))).not.toContain('Bearer bound');
});

test('a page that comes back later than it would have locked must sign in again, and finds no token', async () => {
  const keeps = site({ tokenStore: 'session', idleLockMinutes: 10 });
  const ehr = await signIn(startEhr(), keeps);
  later(9 * 60);
  ehr.used();
  later(9 * 60);
  expect(await load(keeps)).toMatchObject({ ok: true });
  later(11 * 60);
  expect(await load(keeps)).toMatchObject({ ok: false, error: { kind: 'reloaded' } });
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('access_token');
});

test.each([{ patient: null }, { token_type: null }, { refresh_token: null }])(
  'a refresh with the empty value %j leaves a reload signed in',
  async (nothing) => {
    const { keeps } = await refreshedWith(() => nothing);
    expect(await load(keeps)).toMatchObject({ ok: true });
  },
);

test('a use that was recorded while the clock was ahead keeps no page signed in', async () => {
  const keeps = site({ tokenStore: 'session', idleLockMinutes: 10 });
  const ehr = await signIn(startEhr(), keeps);
  later(2 * 3600);
  ehr.used();
  later(-3600);
  expect(await load(keeps)).toMatchObject({ ok: false, error: { kind: 'reloaded' } });
});

test('a read that brings a token of another patient keeps the write after it from being sent', async () => {
  const auth = startEhr({ accessTokenLifeSeconds: 600 });
  const ehr = await signIn(auth);
  const person = await ehr.readPerson(signal());
  if (!person.ok) throw new Error(person.error.kind);
  answerWith(
    http.post('https://ehr.example/auth/token', () =>
      Response.json({ access_token: 'other', token_type: 'Bearer', expires_in: 600, patient: 'other' }),
    ),
    http.get(`${ISS}/Observation`, () => Response.json({ resourceType: 'Bundle', type: 'searchset' })),
  );
  later(590);
  await ehr.listNotes(signal());
  const signing = { note: fullNote, form: 'observation' as const, person: person.value, sentForms: [] };
  const end = await ehr.fileNote({ ...signing, draftBinding: ehr.context.binding }, () => undefined, signal());
  expect(end).toMatchObject({ kind: 'unsent' });
  expect(asked().filter(({ method, url }) => method !== 'GET' && !url.endsWith('/token'))).toEqual([]);
});
