// The token endpoint: every refusal, what a code gives, and how tokens end.
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import type { Bend, TestDesk } from './auth-desk.ts';
import {
  BOUND,
  CLIENT_ID,
  FHIR,
  form,
  NONCE,
  readJson,
  SCOPE,
  sentTo,
  signIn,
  startDesk,
  textOf,
  USER,
  VERIFIER,
} from './auth-desk.ts';

const codeFrom = async (desk: TestDesk): Promise<string> => sentTo(await desk.authorize()).parameters['code'] ?? '';

const EXCHANGES: readonly [string, Bend, string][] = [
  ['an unknown client', { client_id: 'stranger' }, 'invalid_client'],
  ['no client in the body', { client_id: undefined }, 'invalid_client'],
  ['a client secret', { client_secret: 'hunter2' }, 'invalid_client'],
  ['a client assertion', { client_assertion: 'x.y.z' }, 'invalid_client'],
  ['another client', { client_id: 'other-app' }, 'invalid_grant'],
  ['a made-up code', { code: 'made-up' }, 'invalid_grant'],
  ['no code', { code: undefined }, 'invalid_grant'],
  ['another redirect address', { redirect_uri: 'https://evoke.example/' }, 'invalid_grant'],
  ['no redirect address', { redirect_uri: undefined }, 'invalid_grant'],
  ['another verifier', { code_verifier: 'b'.repeat(43) }, 'invalid_grant'],
  ['a short verifier', { code_verifier: VERIFIER.slice(1) }, 'invalid_request'],
  ['no verifier', { code_verifier: undefined }, 'invalid_request'],
  ['a password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['no grant type', { grant_type: undefined }, 'invalid_request'],
  ['a repeated parameter', { client_id: [CLIENT_ID, CLIENT_ID] }, 'invalid_request'],
];

test.each(EXCHANGES)('refuses %s', async (_, bend, error) => {
  const desk = startDesk();
  const answer = await desk.exchange(await codeFrom(desk), bend);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await readJson(answer)).toMatchObject({ error });
});

test('refuses a client that authenticates by header', async () => {
  const desk = startDesk();
  const answer = await desk.exchange(await codeFrom(desk), {}, { authorization: 'Basic ZXZva2U6eA==' });
  expect(await readJson(answer)).toMatchObject({ error: 'invalid_client' });
});

test('refuses a body that is not a form', async () => {
  const answer = await startDesk().ask('/auth/token', { ...form({}), headers: { 'content-type': 'application/json' } });
  expect(await readJson(answer)).toMatchObject({ error: 'invalid_request' });
});

test('uses a code up even when the verifier was wrong', async () => {
  const desk = startDesk();
  const code = await codeFrom(desk);
  await desk.exchange(code, { code_verifier: 'b'.repeat(43) });
  expect(await readJson(await desk.exchange(code))).toMatchObject({ error: 'invalid_grant' });
});

test('lets a code wait a minute and no longer', async () => {
  const desk = startDesk();
  const [early, late] = [await codeFrom(desk), await codeFrom(desk)];
  desk.pass(59);
  expect((await desk.exchange(early)).status).toBe(200);
  desk.pass(1);
  expect(await readJson(await desk.exchange(late))).toMatchObject({ error: 'invalid_grant' });
});

test('ends every token of a sign-in whose code is replayed, and of no other', async () => {
  const desk = startDesk();
  const bystander = await signIn(desk);
  const code = await codeFrom(desk);
  const reply = await readJson(await desk.exchange(code));
  expect(desk.grantFor(textOf(reply, 'access_token'))).toBeDefined();
  expect(await readJson(await desk.exchange(code))).toMatchObject({ error: 'invalid_grant' });
  expect(desk.grantFor(textOf(reply, 'access_token'))).toBeUndefined();
  expect((await desk.refresh(textOf(reply, 'refresh_token'))).status).toBe(400);
  expect(desk.grantFor(textOf(bystander, 'access_token'))).toBeDefined();
});

test('replies with tokens, what was granted and where the app was opened', async () => {
  const desk = startDesk();
  const fhirContext = [{ reference: 'Goal/quit' }];
  const { launch } = desk.beginLaunch({
    ...BOUND,
    needPatientBanner: false,
    intent: 'review',
    tenant: 'north',
    smartStyleUrl: 'http://ehr.example/style.json',
    fhirContext,
  });
  expect(await signIn(desk, { launch })).toEqual({
    access_token: expect.any(String),
    refresh_token: expect.any(String),
    id_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 600,
    scope: SCOPE,
    patient: 'pat',
    encounter: 'visit',
    need_patient_banner: false,
    intent: 'review',
    tenant: 'north',
    smart_style_url: 'http://ehr.example/style.json',
    fhirContext,
  });
});

test('lays a launch’s overrides over the reply', async () => {
  const desk = startDesk();
  const { launch } = desk.beginLaunch({ ...BOUND, overrides: { patient: undefined, need_patient_banner: 'false' } });
  const reply = await signIn(desk, { launch });
  expect(reply).not.toHaveProperty('patient');
  expect(reply['need_patient_banner']).toBe('false');
});

test('accepts scopes of both versions and leaves out what it does not know', async () => {
  const known =
    'launch openid patient/Observation.rs patient/Observation.read user/*.write patient/*.* patient/Goal.s?category=x';
  const reply = await signIn(startDesk(), {
    scope: `${known} system/*.cruds patient/observation.r patient/Goal.sr nonsense`,
  });
  expect(reply['scope']).toBe(known);
});

test('gives no refresh token to an app that did not ask to stay online', async () => {
  expect(await signIn(startDesk(), { scope: 'launch openid patient/Patient.r' })).not.toHaveProperty('refresh_token');
});

test('gives no id_token to an app that did not ask who is there', async () => {
  expect(await signIn(startDesk(), { scope: 'launch patient/Patient.r' })).not.toHaveProperty('id_token');
});

test('signs an id_token that its published keys verify, names of every script included', async () => {
  const desk = startDesk();
  const token = textOf(await signIn(desk), 'id_token');
  const keys: JSONWebKeySet = await (await desk.ask('/auth/jwks')).json();
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: FHIR,
    audience: CLIENT_ID,
    algorithms: ['RS256'],
    currentDate: new Date(desk.now()),
  });
  expect(protectedHeader.kid).toBe(keys.keys[0]?.kid);
  expect(keys.keys[0]).not.toHaveProperty('d');
  const iat = desk.now() / 1000;
  const fhirUser = `${FHIR}/Practitioner/nunez`;
  expect(payload).toEqual({
    iss: FHIR,
    aud: CLIENT_ID,
    sub: 'practitioner-nunez',
    nonce: NONCE,
    iat,
    exp: iat + 300,
    fhirUser,
    profile: fhirUser,
    name: USER.name,
  });
});

test('tells the FHIR server what a token allows', async () => {
  const desk = startDesk();
  const token = textOf(await signIn(desk), 'access_token');
  expect(desk.grantFor(token, 'bearer')).toEqual({
    clientId: CLIENT_ID,
    scope: SCOPE,
    patientId: 'pat',
    encounterId: 'visit',
    userReference: 'Practitioner/nunez',
    expiresAt: desk.now() + 600_000,
  });
  expect(desk.grantFor(token, 'Basic')).toBeUndefined();
  expect(desk.grantFor(`${token}x`)).toBeUndefined();
  expect(desk.access.grantOf(new Request(FHIR))).toBeUndefined();
});

test('ends an access token when its time is over', async () => {
  const desk = startDesk();
  const token = textOf(await signIn(desk), 'access_token');
  desk.pass(599);
  expect(desk.grantFor(token)).toBeDefined();
  desk.pass(1);
  expect(desk.grantFor(token)).toBeUndefined();
});

test('ends access tokens on command and leaves refresh tokens standing', async () => {
  const desk = startDesk();
  const reply = await signIn(desk);
  desk.access.expireAll();
  expect(desk.grantFor(textOf(reply, 'access_token'))).toBeUndefined();
  expect((await desk.refresh(textOf(reply, 'refresh_token'))).status).toBe(200);
});

test('ends every sign-in on command', async () => {
  const desk = startDesk();
  const reply = await signIn(desk);
  desk.revokeAll();
  expect(desk.grantFor(textOf(reply, 'access_token'))).toBeUndefined();
  expect((await desk.refresh(textOf(reply, 'refresh_token'))).status).toBe(400);
});

test('rotates the refresh token and keeps context and scope', async () => {
  const desk = startDesk();
  const first = await signIn(desk);
  const second = await readJson(await desk.refresh(textOf(first, 'refresh_token')));
  expect(second).toMatchObject({ scope: SCOPE, patient: 'pat', encounter: 'visit', expires_in: 600 });
  expect(second['access_token']).not.toBe(first['access_token']);
  expect(second['refresh_token']).not.toBe(first['refresh_token']);
  const third = await readJson(await desk.refresh(textOf(second, 'refresh_token')));
  expect(desk.grantFor(textOf(third, 'access_token'))).toBeDefined();
});

test('ends the whole sign-in when a refresh token comes twice', async () => {
  const desk = startDesk();
  const first = await signIn(desk);
  const second = await readJson(await desk.refresh(textOf(first, 'refresh_token')));
  expect(await readJson(await desk.refresh(textOf(first, 'refresh_token')))).toMatchObject({ error: 'invalid_grant' });
  expect(desk.grantFor(textOf(second, 'access_token'))).toBeUndefined();
  expect((await desk.refresh(textOf(second, 'refresh_token'))).status).toBe(400);
});

test('gives less on refresh when less is asked, and refuses more without using the token up', async () => {
  const desk = startDesk();
  const first = await signIn(desk);
  const token = textOf(first, 'refresh_token');
  const more = await desk.refresh(token, { scope: 'patient/Goal.rs' });
  expect(await readJson(more)).toMatchObject({ error: 'invalid_scope' });
  const less = await readJson(await desk.refresh(token, { scope: 'patient/Patient.r' }));
  expect(less['scope']).toBe('patient/Patient.r');
  expect(desk.grantFor(textOf(less, 'access_token'))?.scope).toBe('patient/Patient.r');
});

test.each([
  ['another client', { client_id: 'other-app' }, 'invalid_grant'],
  ['no client', { client_id: undefined }, 'invalid_client'],
  ['a made-up token', { refresh_token: 'made-up' }, 'invalid_grant'],
])('refuses a refresh with %s', async (_, bend, error) => {
  const desk = startDesk();
  const reply = await signIn(desk);
  expect(await readJson(await desk.refresh(textOf(reply, 'refresh_token'), bend))).toMatchObject({ error });
});

test('makes tokens nobody can read', async () => {
  const reply = await signIn(startDesk());
  expect(() => decodeJwt(textOf(reply, 'access_token'))).toThrow();
  expect(decodeProtectedHeader(textOf(reply, 'id_token'))).toMatchObject({ alg: 'RS256' });
});
