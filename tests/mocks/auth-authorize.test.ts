// The authorization endpoint: every refusal, where it is said, and the two ways to a code.
import { describe, expect, test } from 'vitest';
import type { Bend } from './auth-desk.ts';
import {
  authorizeQuery,
  BOUND,
  encode,
  FHIR,
  form,
  REDIRECT,
  readJson,
  SCOPE,
  STATE,
  sentTo,
  signIn,
  startDesk,
} from './auth-desk.ts';

const STAY: readonly [string, Bend][] = [
  ['an unknown client', { client_id: 'stranger' }],
  ['no client', { client_id: undefined }],
  ['a repeated client', { client_id: ['evoke-test', 'evoke-test'] }],
  ['a redirect address with another path', { redirect_uri: 'https://evoke.example/index.html/' }],
  ['a redirect address with a query', { redirect_uri: `${REDIRECT}?x=1` }],
  ['a redirect address with another case', { redirect_uri: 'https://EVOKE.example/index.html' }],
  ['a redirect address with a default port', { redirect_uri: 'https://evoke.example:443/index.html' }],
  ['a redirect address below a registered one', { redirect_uri: `${REDIRECT}/../evil` }],
  ["another client's redirect address", { redirect_uri: 'https://other.example/' }],
  ['a script as redirect address', { redirect_uri: 'javascript:alert(1)' }],
  ['no redirect address', { redirect_uri: undefined }],
  ['a repeated redirect address', { redirect_uri: [REDIRECT, 'https://stranger.example/'] }],
];

test.each(STAY)('refuses %s on a page of its own, without a redirect', async (_, bend) => {
  const answer = await startDesk().authorize(bend);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('location')).toBeNull();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

const SENT_BACK: readonly [string, Bend, string][] = [
  ['no response type', { response_type: undefined }, 'invalid_request'],
  ['a token as response type', { response_type: 'token' }, 'unsupported_response_type'],
  ['another audience', { aud: 'https://other.example/fhir' }, 'invalid_request'],
  ['an audience with a slash too many', { aud: `${FHIR}/` }, 'invalid_request'],
  ['no audience', { aud: undefined }, 'invalid_request'],
  ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['PKCE without a method', { code_challenge_method: undefined }, 'invalid_request'],
  ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
  ['a challenge that is no digest', { code_challenge: 'short' }, 'invalid_request'],
  ['no scope', { scope: undefined }, 'invalid_scope'],
  ['only unknown scopes', { scope: 'launch-me patient/Observation.ur', launch: undefined }, 'invalid_scope'],
  ['the launch scope without a launch', { launch: undefined }, 'invalid_request'],
  ['a launch without the launch scope', { scope: 'openid patient/Patient.r' }, 'invalid_request'],
  ['an unknown launch', { launch: 'made-up' }, 'invalid_request'],
  ['no context at all', { launch: undefined, scope: 'openid patient/Patient.r' }, 'invalid_scope'],
  ['a repeated audience', { aud: [FHIR, FHIR] }, 'invalid_request'],
  ['a repeated scope parameter', { scope: [SCOPE, 'user/*.cruds'] }, 'invalid_request'],
];

test.each(SENT_BACK)('sends the app back for %s', async (_, bend, error) => {
  const { address, parameters } = sentTo(await startDesk().authorize(bend));
  expect(address).toBe(REDIRECT);
  expect(parameters).toMatchObject({ error, state: STATE, iss: FHIR });
  expect(parameters).not.toHaveProperty('code');
});

test.each([
  ['missing', undefined],
  ['repeated', [STATE, STATE]],
])('refuses a %s state and echoes none', async (_, state) => {
  const { parameters } = sentTo(await startDesk().authorize({ state }));
  expect(parameters['error']).toBe('invalid_request');
  expect(parameters).not.toHaveProperty('state');
});

test('answers a launch with a code, the state as it came and its own issuer, and without a page', async () => {
  const odd = `${STATE}&="'<>+%20é`;
  const answer = await startDesk().authorize({ state: odd });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const { address, parameters } = sentTo(answer);
  expect(address).toBe(REDIRECT);
  expect(parameters).toEqual({ code: expect.stringMatching(/^[\w-]{43}$/), state: odd, iss: FHIR });
});

test('takes the request as a posted form too', async () => {
  const desk = startDesk();
  const { launch } = desk.beginLaunch(BOUND);
  const answer = await desk.ask('/auth/authorize', {
    ...form({}),
    body: authorizeQuery(launch),
  });
  expect(answer.status).toBe(303);
  expect(sentTo(answer).parameters).toHaveProperty('code');
});

test('opens the app with nothing but the FHIR base and a launch', () => {
  const { launch, url } = startDesk().beginLaunch(BOUND);
  expect(url).toBe(`https://evoke.example/launch.html?${encode({ iss: FHIR, launch })}`);
});

test('lets a launch be used once', async () => {
  const desk = startDesk();
  const { launch } = desk.beginLaunch(BOUND);
  await desk.authorize({ launch });
  expect(sentTo(await desk.authorize({ launch })).parameters['error']).toBe('invalid_request');
});

test('lets a launch wait five minutes and no longer', async () => {
  const desk = startDesk();
  const [early, late] = [desk.beginLaunch(BOUND).launch, desk.beginLaunch(BOUND).launch];
  desk.pass(299);
  expect(sentTo(await desk.authorize({ launch: early })).parameters).toHaveProperty('code');
  desk.pass(1);
  expect(sentTo(await desk.authorize({ launch: late })).parameters['error']).toBe('invalid_request');
});

test('refuses a launch that was made for another app', async () => {
  const desk = startDesk();
  const { launch } = desk.beginLaunch({ ...BOUND, clientId: 'other-app' });
  expect(sentTo(await desk.authorize({ launch })).parameters['error']).toBe('invalid_request');
});

test('makes no launch for an app it does not know', () => {
  expect(() => startDesk().beginLaunch({ ...BOUND, clientId: 'stranger' })).toThrow('stranger');
});

test('grants no patient scopes if the launch has no patient', async () => {
  const desk = startDesk();
  const { launch } = desk.beginLaunch({ userReference: 'Practitioner/nunez' });
  const reply = await signIn(desk, { launch });
  expect(reply).not.toHaveProperty('patient');
  expect(reply['scope']).toBe('launch openid fhirUser online_access');
});

describe('standalone launch', () => {
  const alone = { launch: undefined, scope: SCOPE.replace('launch', 'launch/patient') };
  const openPicker = async () => {
    const desk = startDesk();
    const page = await desk.authorize(alone);
    const text = await page.text();
    return { desk, text, page, ticket: /name="ticket" value="([\w-]+)"/.exec(text)?.[1] ?? '' };
  };
  const choice = { patient: 'other', user: 'Practitioner/nunez', answer: 'open' };

  test('offers the patients by name, escaped', async () => {
    const { page, text } = await openPicker();
    expect(page.status).toBe(200);
    expect(text).toContain('&lt;b&gt;Quíspe&lt;/b&gt; &amp; Søn');
    expect(text).toContain('נועה לוי');
    expect(text).not.toContain('<b>');
  });

  test('sends the app back with a code for the patient chosen', async () => {
    const { desk, ticket } = await openPicker();
    const answer = await desk.ask('/auth/pick', form({ ticket, ...choice }));
    expect(answer.status).toBe(303);
    const reply = await readJson(await desk.exchange(sentTo(answer).parameters['code'] ?? ''));
    expect(reply).toMatchObject({ patient: 'other', scope: alone.scope });
  });

  test('sends the app back without a code when the user cancels', async () => {
    const { desk, ticket } = await openPicker();
    const answer = await desk.ask('/auth/pick', form({ ticket, answer: 'cancel' }));
    expect(sentTo(answer).parameters).toMatchObject({ error: 'access_denied', state: STATE });
  });

  test.each([
    ['a made-up ticket', { ticket: 'made-up' }],
    ['a patient who was not offered', { patient: 'stranger' }],
    ['a user who is not there', { user: 'Practitioner/stranger' }],
  ])('refuses %s', async (_, bend) => {
    const { desk, ticket } = await openPicker();
    const answer = await desk.ask('/auth/pick', form({ ticket, ...choice, ...bend }));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  test('takes the same choice only once', async () => {
    const { desk, ticket } = await openPicker();
    await desk.ask('/auth/pick', form({ ticket, ...choice }));
    expect((await desk.ask('/auth/pick', form({ ticket, ...choice }))).status).toBe(400);
  });
});
