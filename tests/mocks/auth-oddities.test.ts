// Discovery and its manners towards browsers, and each odd EHR the sandbox can play.
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { NAMED_ODDITIES } from '../../mocks/auth/named-oddities.ts';
import type { Oddity } from '../../mocks/auth/oddity.ts';
import {
  CLIENT_ID,
  FHIR,
  NONCE,
  ORIGIN,
  REDIRECT,
  readJson,
  SCOPE,
  STATE,
  sentTo,
  signIn,
  startDesk,
  textOf,
} from './auth-desk.ts';

const SMART = '/fhir/.well-known/smart-configuration';
const APP = 'https://evoke.example';

const named = (name: string): Oddity => {
  const found = NAMED_ODDITIES.find((odd) => odd.name === name);
  if (found === undefined) throw new Error(`There is no odd EHR called ${name}.`);
  return found.oddity;
};

test('says of itself what SMART App Launch asks for', async () => {
  const document = await readJson(await startDesk().ask(SMART));
  expect(document).toMatchObject({
    issuer: FHIR,
    jwks_uri: `${ORIGIN}/auth/jwks`,
    authorization_endpoint: `${ORIGIN}/auth/authorize`,
    token_endpoint: `${ORIGIN}/auth/token`,
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });
  expect(document['capabilities']).toEqual(
    expect.arrayContaining(['launch-ehr', 'launch-standalone', 'client-public']),
  );
});

test('says the same under OpenID Connect’s own address', async () => {
  const document = await readJson(await startDesk().ask('/fhir/.well-known/openid-configuration'));
  expect(document).toMatchObject({ issuer: FHIR, id_token_signing_alg_values_supported: ['RS256'] });
});

test.each([SMART, '/auth/jwks'])('lets registered apps, and nobody else, read %s', async (path) => {
  const allowed = async (origin: string) =>
    (await startDesk().ask(path, { headers: { origin } })).headers.get('access-control-allow-origin');
  expect(await allowed(APP)).toBe(APP);
  expect(await allowed('https://stranger.example')).toBeNull();
  expect(await allowed('https://evoke.example.stranger.example')).toBeNull();
});

test('answers the preflight of a token request', async () => {
  const answer = await startDesk().ask('/auth/token', {
    method: 'OPTIONS',
    headers: { origin: APP, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe(APP);
  expect(answer.headers.get('access-control-allow-headers')).toContain('Content-Type');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

test('keeps the sign-in page from scripts of other origins', async () => {
  const answer = await startDesk().ask('/auth/authorize', { headers: { origin: APP } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  ['discovery-missing', 404],
  ['discovery-broken', 500],
])('%s answers %i', async (name, status) => {
  expect((await startDesk(named(name)).ask(SMART)).status).toBe(status);
});

test('discovery-not-json answers with a page', async () => {
  expect(await (await startDesk(named('discovery-not-json')).ask(SMART)).text()).toContain('<h1>');
});

test.each([
  ['no-pkce', 'code_challenge_methods_supported', undefined],
  ['plain-pkce', 'code_challenge_methods_supported', ['plain']],
  ['foreign-authorize', 'authorization_endpoint', 'https://stranger.example/authorize'],
  ['script-authorize', 'authorization_endpoint', 'javascript:alert(document.domain)//'],
  ['http-authorize', 'authorization_endpoint', 'http://ehr.example/authorize'],
  ['query-in-authorize', 'authorization_endpoint', `${ORIGIN}/auth/authorize?tenant=a`],
  ['foreign-token', 'token_endpoint', 'https://stranger.example/token'],
  ['http-token', 'token_endpoint', 'http://ehr.example/token'],
  ['foreign-keys', 'jwks_uri', 'https://stranger.example/jwks'],
  ['foreign-issuer', 'issuer', 'https://stranger.example/fhir'],
])('%s changes %s in discovery', async (name, key, value) => {
  expect((await readJson(await startDesk(named(name)).ask(SMART)))[key]).toEqual(value);
});

test.each([
  ['no-patient', 'patient', undefined],
  ['no-scope', 'scope', undefined],
  ['banner-as-word', 'need_patient_banner', 'false'],
  ['no-bearer', 'token_type', 'mac'],
  ['no-id-token', 'id_token', undefined],
  ['no-refresh', 'refresh_token', undefined],
  ['short-sign-in', 'expires_in', 70],
])('%s changes %s in the token reply', async (name, key, value) => {
  expect((await signIn(startDesk(named(name))))[key]).toEqual(value);
});

test('reading-only grants reading and lets nothing be written', async () => {
  const desk = startDesk(named('reading-only'));
  const reply = await signIn(desk, { scope: SCOPE.replace('.write', '.c') });
  const read =
    'launch openid fhirUser online_access patient/Patient.rs patient/Observation.rs patient/DocumentReference.rs';
  expect(reply['scope']).toBe(read);
  expect(desk.grantFor(textOf(reply, 'access_token'))?.scope).toBe(read);
});

test.each([
  ['user-patient', 'fhirUser', 'Patient/somebody'],
  ['user-related', 'fhirUser', 'RelatedPerson/somebody'],
  ['user-person', 'fhirUser', 'Person/somebody'],
  ['user-role', 'fhirUser', 'PractitionerRole/somebody'],
  ['user-foreign', 'fhirUser', 'https://stranger.example/fhir/Practitioner/somebody'],
  ['user-missing', 'fhirUser', undefined],
  ['wrong-iss', 'iss', 'https://stranger.example/fhir'],
  ['wrong-aud', 'aud', 'another-app'],
  ['several-aud', 'aud', ['evoke-sandbox', 'another-app']],
  ['wrong-nonce', 'nonce', 'of-another-launch'],
  ['expired-id-token', 'exp', 1_577_837_100],
])('%s changes %s in the id_token', async (name, key, value) => {
  const claims = decodeJwt(textOf(await signIn(startDesk(named(name))), 'id_token'));
  expect(claims[key]).toEqual(value);
  expect({ aud: CLIENT_ID, nonce: NONCE, ...claims }).toMatchObject({ sub: 'practitioner-nunez' });
});

test.each([
  ['unsigned-id-token', { alg: 'none' }],
  ['hs256-id-token', { alg: 'HS256' }],
  ['unknown-kid', { alg: 'RS256', kid: 'nobody-knows' }],
])('%s says so in the header', async (name, header) => {
  expect(decodeProtectedHeader(textOf(await signIn(startDesk(named(name))), 'id_token'))).toMatchObject(header);
});

test('forged-id-token names the published key and is signed with another', async () => {
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  const desk = startDesk(named('forged-id-token'));
  const keys = await (await desk.ask('/auth/jwks')).json();
  const token = textOf(await signIn(desk), 'id_token');
  expect(decodeProtectedHeader(token).kid).toBe(keys.keys[0].kid);
  const verified = jwtVerify(token, createLocalJWKSet(keys), { currentDate: new Date(desk.now()) });
  await expect(verified).rejects.toThrow('signature verification failed');
});

test('garbled-id-token has two parts', async () => {
  expect(textOf(await signIn(startDesk(named('garbled-id-token'))), 'id_token').split('.')).toHaveLength(2);
});

test('dotted-token works although it looks like a token one could read', async () => {
  const desk = startDesk(named('dotted-token'));
  const reply = await signIn(desk);
  expect(textOf(reply, 'access_token').split('.')).toHaveLength(2);
  expect(reply).not.toHaveProperty('expires_in');
  expect(desk.grantFor(textOf(reply, 'access_token'))).toBeDefined();
});

test('refresh-kept names no new refresh token and takes the old one again', async () => {
  const desk = startDesk(named('refresh-kept'));
  const token = textOf(await signIn(desk), 'refresh_token');
  expect(await readJson(await desk.refresh(token))).not.toHaveProperty('refresh_token');
  expect((await desk.refresh(token)).status).toBe(200);
});

test('refresh-refused and exchange-refused refuse', async () => {
  const desk = startDesk(named('refresh-refused'));
  const token = textOf(await signIn(desk), 'refresh_token');
  expect(await readJson(await desk.refresh(token))).toMatchObject({ error: 'invalid_grant' });
  expect(await signIn(startDesk(named('exchange-refused')))).toMatchObject({ error: 'invalid_grant' });
});

test.each(['access_denied', 'login_required', 'invalid_scope', 'server_error', 'temporarily_unavailable'])(
  'sends the app back with %s and hostile words',
  async (error) => {
    const answer = await startDesk(named(`authorize-${error.replaceAll('_', '-')}`)).authorize();
    const { address, parameters } = sentTo(answer);
    expect(address).toBe(REDIRECT);
    expect(parameters).toEqual({ error, error_description: expect.stringContaining('<img'), state: STATE, iss: FHIR });
  },
);

test('answers in another name, or with another state, when told to', async () => {
  const mixedUp = sentTo(await startDesk(named('foreign-response-issuer')).authorize()).parameters;
  expect(mixedUp['iss']).toBe('https://stranger.example/fhir');
  const swapped = sentTo(await startDesk(named('foreign-state')).authorize()).parameters;
  expect(swapped['state']).not.toBe(STATE);
});

test('becomes a proper EHR again when told to', async () => {
  const desk = startDesk(named('discovery-missing'));
  desk.behave({});
  expect((await desk.ask(SMART)).status).toBe(200);
});

test('names every odd EHR once', () => {
  const names = NAMED_ODDITIES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
