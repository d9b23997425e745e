// The id_token verifier, against tokens made by jose.

import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, expect, test, vi } from 'vitest';
import { type IdTokenFlaw, type KeySource, verifyIdToken } from '../../src/ehr/sign-in/id-token.ts';
import { keyReader } from '../../src/ehr/sign-in/signing-keys.ts';
import { testEntry } from './site-fixture.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const seconds = NOW / 1000;
const expected = { issuer: 'https://ehr.example/fhir', clientId: 'evoke', nonce: 'n-1', now: NOW };
const good = {
  iss: expected.issuer,
  aud: 'evoke',
  sub: 'x',
  iat: seconds,
  exp: seconds + 300,
  nonce: 'n-1',
  fhirUser: 'Practitioner/7',
  name: 'Zoë Łukasiewicz',
};

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let rsa: Pair;
let ec: Pair;
let keys: JsonWebKey[];

beforeAll(async () => {
  rsa = await generateKeyPair('RS256', { extractable: true });
  ec = await generateKeyPair('ES256', { extractable: true });
  const jwks = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'r' },
    { ...(await exportJWK(ec.publicKey)), kid: 'e' },
  ];
  keys = jwks.map((key) => ({ ...key }) as JsonWebKey);
});

const readKeys = async () => keys;
const sign = (claims: object, header: object = { alg: 'RS256', kid: 'r' }, key = rsa.privateKey) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);

test('takes a good token and reads a name beyond ASCII', async () => {
  expect(await verifyIdToken(await sign(good), expected, readKeys)).toEqual({
    ok: true,
    value: { fhirUser: 'Practitioner/7', name: 'Zoë Łukasiewicz', subject: 'x' },
  });
});

test('refuses a header that calls something critical', async () => {
  const header = { alg: 'RS256', kid: 'r', crit: ['ext'], ext: 1 };
  const token = await new SignJWT({ ...good }).setProtectedHeader(header).sign(rsa.privateKey, { crit: { ext: true } });
  expect(await verifyIdToken(token, expected, readKeys)).toEqual({ ok: false, error: 'malformed' });
});

test('takes ES256, and a token without kid where one key fits', async () => {
  expect(
    await verifyIdToken(await sign(good, { alg: 'ES256', kid: 'e' }, ec.privateKey), expected, readKeys),
  ).toMatchObject({ ok: true });
  expect(await verifyIdToken(await sign(good, { alg: 'RS256' }), expected, readKeys)).toMatchObject({ ok: true });
});

test.each<[string, object, IdTokenFlaw]>([
  ['another issuer', { iss: 'https://evil.example' }, 'issuer'],
  ['another audience', { aud: 'other' }, 'audience'],
  ['several audiences without azp', { aud: ['evoke', 'other'] }, 'audience'],
  ['another azp', { aud: ['evoke', 'other'], azp: 'other' }, 'audience'],
  ['an end in the past', { exp: seconds - 121 }, 'expired'],
  ['no end', { exp: undefined }, 'malformed'],
  ['an end as text', { exp: String(seconds + 300) }, 'malformed'],
  ['a beginning in the future', { iat: seconds + 121 }, 'issued-later'],
  ['no beginning', { iat: undefined }, 'malformed'],
  ['another nonce', { nonce: 'n-2' }, 'nonce'],
  ['no nonce', { nonce: undefined }, 'nonce'],
])('refuses %s', async (_what, over, flaw) => {
  const token = await sign(JSON.parse(JSON.stringify({ ...good, ...over })));
  expect(await verifyIdToken(token, expected, readKeys)).toEqual({ ok: false, error: flaw });
});

test('takes several audiences when azp names us', async () => {
  expect(
    await verifyIdToken(await sign({ ...good, aud: ['evoke', 'x'], azp: 'evoke' }), expected, readKeys),
  ).toMatchObject({ ok: true });
});

test('refuses a token nobody signed, and one signed with a shared secret', async () => {
  const secret = new TextEncoder().encode('a secret of at least thirty-two bytes');
  const hs = await new SignJWT({ ...good }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  expect(await verifyIdToken(new UnsecuredJWT({ ...good }).encode(), expected, readKeys)).toMatchObject({ ok: false });
  expect(await verifyIdToken(hs, expected, readKeys)).toEqual({ ok: false, error: 'algorithm' });
  expect(await verifyIdToken(hs, expected, undefined)).toEqual({ ok: false, error: 'algorithm' });
});

test('refuses a changed payload, a foreign key and a cut signature', async () => {
  const other = await generateKeyPair('RS256', { extractable: true });
  const [head, , tail] = (await sign(good)).split('.');
  const [, body] = (await sign({ ...good, fhirUser: 'Practitioner/8' })).split('.');
  expect(await verifyIdToken(`${head}.${body}.${tail}`, expected, readKeys)).toEqual({ ok: false, error: 'signature' });
  expect(await verifyIdToken(await sign(good, { kid: 'r' }, other.privateKey), expected, readKeys)).toEqual({
    ok: false,
    error: 'signature',
  });
  expect(await verifyIdToken(`${head}.${body}`, expected, readKeys)).toEqual({ ok: false, error: 'malformed' });
});

test('asks for the keys once more when it does not know the kid, and no oftener', async () => {
  const asked: KeySource[] = [];
  const late = async (from: KeySource) => {
    asked.push(from);
    return from === 'server' ? keys : [];
  };
  expect(await verifyIdToken(await sign(good), expected, late)).toMatchObject({ ok: true });
  expect(await verifyIdToken(await sign(good, { kid: 'q' }), expected, late)).toEqual({
    ok: false,
    error: 'unknown-key',
  });
  expect(asked).toEqual(['cache', 'server', 'cache', 'server']);
});

test('reads keys that were rotated from the server, although the browser has the earlier ones in its cache', async () => {
  const entry = testEntry();
  const reads: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, { cache }: RequestInit) => {
    reads.push(cache);
    return Response.json({ keys: cache === 'reload' ? keys : [] });
  });
  const read = keyReader(entry.iss, `${entry.iss}/keys`, entry);
  expect(await verifyIdToken(await sign(good), expected, read)).toMatchObject({ ok: true });
  expect(reads).toEqual(['default', 'reload']);
  vi.unstubAllGlobals();
});

test('checks every claim but the signature where the site says so', async () => {
  const other = await generateKeyPair('RS256', { extractable: true });
  expect(await verifyIdToken(await sign(good, { kid: 'r' }, other.privateKey), expected, undefined)).toMatchObject({
    ok: true,
  });
  expect(await verifyIdToken(await sign({ ...good, nonce: 'x' }), expected, undefined)).toEqual({
    ok: false,
    error: 'nonce',
  });
});

test.each([[''], ['a'], ['a.b.c'], ['..'], ['a.b.c.d'], ['e30.e30.'], ['W10.e30.e30']])('refuses %j', async (token) => {
  expect(await verifyIdToken(token, expected, readKeys)).toMatchObject({ ok: false });
});
