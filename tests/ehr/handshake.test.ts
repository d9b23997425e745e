// @vitest-environment happy-dom
// The whole way from the chart to a proven launch, against the sandbox's own sign-in server.

import { http } from 'msw';
import { expect, test, vi } from 'vitest';
import { NAMED_ODDITIES } from '../../mocks/auth/named-oddities.ts';
import type { LaunchFault } from '../../src/ehr/faults.ts';
import {
  answerWith,
  arrive,
  asked,
  ISS,
  load,
  open,
  playNetwork,
  site,
  startEhr,
  startSandbox,
  visit,
} from './round-trip.ts';

playNetwork();

test('reaches a frozen context', async () => {
  const ehr = await arrive(startEhr());
  if (!ehr.ok) throw new Error(JSON.stringify(ehr.error));
  expect(ehr.value.context).toEqual({
    binding: { issuer: ISS, patient: 'pat', encounter: 'visit', clinician: 'Practitioner/nunez' },
    ehrId: 'north',
    ehrLabel: 'North Clinic',
    showBanner: true,
    subject: 'practitioner-nunez',
    clinicianName: 'Dr. Zoë Núñez-Åström 沈',
  });
  expect(Object.isFrozen(ehr.value.context) && Object.isFrozen(ehr.value.context.binding)).toBe(true);
});

test('asks for exactly what SMART wants, with state, nonce and PKCE', async () => {
  const address = await open(startEhr().launchUrl());
  const query = new URL(address.ok ? address.value : '').searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: 'code',
    client_id: 'evoke-app',
    redirect_uri: 'https://evoke.example/index.html',
    aud: ISS,
    code_challenge_method: 'S256',
  });
  for (const key of ['state', 'nonce']) expect(query.get(key)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
});

test('cleans the address bar before the code is used, and keeps the code out of history', async () => {
  const ehr = startEhr();
  const addresses: string[] = [];
  answerWith(http.post(`${new URL(ISS).origin}/auth/token`, () => void addresses.push(location.href)));
  await arrive(ehr);
  expect([...addresses, location.href]).toEqual(Array(2).fill('https://evoke.example/index.html'));
  expect(JSON.stringify(history.state)).not.toMatch(/code/);
});

test('the page that a refusal returns to knows which entry the launch was for', async () => {
  const ehr = startEhr();
  const settings = site();
  const address = await open(ehr.launchUrl(), settings);
  const state = new URL(address.ok ? address.value : '').searchParams.get('state');
  const { entryOfCallback } = await import('../../src/ehr/sign-in/complete-launch.ts');
  visit(`https://evoke.example/index.html?error=access_denied&state=${state}`);
  expect(entryOfCallback(settings)).toBe(settings.ehrs[0]);
  visit('https://evoke.example/index.html?error=access_denied&state=evoke');
  expect(entryOfCallback(settings)).toBeUndefined();
});

test('leaves nothing in storage where tokens are kept in memory', async () => {
  expect(await arrive(startEhr())).toMatchObject({ ok: true });
  expect(sessionStorage.length).toBe(0);
});

test('keeps one entry without the PKCE pair where the site lets tokens outlive a reload', async () => {
  expect(await arrive(startEhr(), site({ tokenStore: 'session' }))).toMatchObject({ ok: true });
  const kept = Object.values({ ...sessionStorage }).join();
  expect(sessionStorage.length).toBe(2);
  expect(kept).not.toMatch(/"code(?:Verifier|Challenge)"/);
  expect(Object.keys({ ...sessionStorage })).not.toContain('SMART_KEY');
});

test('starts alone where an entry says so, with launch/patient', async () => {
  startEhr();
  const alone = site({
    standalone: true,
    scopes: 'launch/patient openid fhirUser patient/Patient.r patient/Observation.rs',
  });
  const address = await open(`https://evoke.example/launch.html?iss=${encodeURIComponent(ISS)}`, alone);
  expect(address.ok && new URL(address.value).searchParams.has('launch')).toBe(false);
});

const kindOf = (result: { ok: true } | { ok: false; error: LaunchFault }) =>
  result.ok ? 'went on' : result.error.kind;

/** How each odd EHR ends. Those not named here go on. */
const ENDS: Readonly<Record<string, LaunchFault['kind'] | RegExp>> = {
  'discovery-missing': 'notSmart',
  'discovery-broken': 'discoveryFailed',
  'discovery-not-json': 'notSmart',
  'no-pkce': 'weakServer',
  'plain-pkce': 'weakServer',
  'foreign-authorize': 'foreignEndpoint',
  'script-authorize': 'foreignEndpoint',
  'http-authorize': 'foreignEndpoint',
  'foreign-token': 'foreignEndpoint',
  'http-token': 'foreignEndpoint',
  'foreign-keys': 'foreignEndpoint',
  'foreign-issuer': 'staleState',
  'no-patient': 'noPatient',
  'no-bearer': 'exchangeFailed',
  'user-patient': 'notAClinician',
  'user-related': 'notAClinician',
  'no-id-token': 'badIdToken',
  'unsigned-id-token': 'badIdToken',
  'hs256-id-token': 'badIdToken',
  'unknown-kid': 'badIdToken',
  'forged-id-token': 'badIdToken',
  'garbled-id-token': 'badIdToken',
  'wrong-iss': 'badIdToken',
  'wrong-aud': 'badIdToken',
  'several-aud': 'badIdToken',
  'wrong-nonce': 'badIdToken',
  'expired-id-token': 'badIdToken',
  'undated-id-token': 'badIdToken',
  'clock-ahead-unsaid': 'wrongClock',
  'clock-behind-unsaid': 'wrongClock',
  'exchange-refused': 'exchangeFailed',
  'authorize-access-denied': 'refusedByEhr',
  'authorize-login-required': 'refusedByEhr',
  'authorize-invalid-scope': 'refusedByEhr',
  'authorize-server-error': 'refusedByEhr',
  'authorize-temporarily-unavailable': 'refusedByEhr',
  'foreign-response-issuer': 'staleState',
  'unnamed-response-issuer': 'staleState',
  'silent-response-issuer': 'staleState',
  'foreign-refusal': 'staleState',
  'foreign-state': 'staleState',
};

test.each(NAMED_ODDITIES)('$name: ends as it must, asks no stranger, keeps no token', async ({ name, oddity }) => {
  const ehr = startEhr(oddity);
  const address = await open(ehr.launchUrl());
  let ended = kindOf(address);
  if (address.ok) {
    visit(await ehr.signIn(address.value));
    ended = kindOf(await load());
  }
  expect(ended).toBe(ENDS[name] ?? 'went on');
  expect(asked().filter((one) => new URL(one.url).origin !== new URL(ISS).origin)).toEqual([]);
  expect(Object.values({ ...sessionStorage }).join()).not.toContain('access_token');
});

test.each([
  ['user-person', 'no-clinician'],
  ['user-foreign', 'no-clinician'],
  ['user-missing', 'no-clinician'],
  ['reading-only', 'no-scope'],
])('%s: goes on for reading only', async (name, readOnly) => {
  const odd = NAMED_ODDITIES.find((one) => one.name === name);
  const ehr = await arrive(startEhr(odd?.oddity));
  expect(ehr.ok && ehr.value.context.readOnly).toBe(readOnly);
});

test.each([
  ['5 minutes behind', 300, 'wrongClock'],
  ['5 minutes ahead', -300, 'went on'],
  ['an hour behind', 3600, 'wrongClock'],
  ['an hour ahead', -3600, 'wrongClock'],
])(
  'a workstation clock that is %s is corrected by the server’s own time, and named if that is hidden and the token is not valid',
  async (_by, ahead, hidden) => {
    const told = await arrive(await startSandbox([], 'open', { clockAheadSeconds: ahead }));
    expect(kindOf(told)).toBe('went on');
    const read = told.ok && (await told.value.readPerson(new AbortController().signal));
    expect(read).toMatchObject({ ok: true });
    expect(kindOf(await arrive(startEhr({ clockAheadSeconds: ahead, hidesDate: true })))).toBe(hidden);
  },
);

/** This page inside a page of the EHR. */
const inFrame = () => vi.stubGlobal('parent', {});
const withoutBanner = { tokenReply: { need_patient_banner: false } };

test('hides the banner only inside a frame, and only for the value false', async () => {
  inFrame();
  const asWord = await arrive(startEhr({ tokenReply: { need_patient_banner: 'false' } }));
  expect(asWord.ok && asWord.value.context.showBanner).toBe(true);
  const framed = await arrive(startEhr(withoutBanner));
  expect(framed.ok && framed.value.context.showBanner).toBe(false);
});

test('shows the banner in a window of its own, whatever the launch said', async () => {
  const alone = await arrive(startEhr(withoutBanner));
  expect(alone.ok && alone.value.context.showBanner).toBe(true);
});

test('shows the banner of a sign-in that is revived, whatever the launch said', async () => {
  inFrame();
  const keeps = site({ tokenStore: 'session' });
  await arrive(startEhr(withoutBanner), keeps);
  const revived = await load(keeps);
  expect(revived.ok && revived.value.context.showBanner).toBe(true);
});

test.each([
  ['relative', 'Practitioner/nunez'],
  ['absolute', `${ISS}/Practitioner/nunez`],
  ['with a version', `${ISS}/Practitioner/nunez/_history/7`],
  ['relative with a version', 'Practitioner/nunez/_history/7'],
  ['with host and scheme in another case', 'HTTPS://EHR.example/fhir/Practitioner/nunez'],
  ['with http, behind a proxy that ends TLS', 'http://ehr.example/fhir/Practitioner/nunez'],
  ['with the default port', 'https://ehr.example:443/fhir/Practitioner/nunez'],
])('knows the clinician by a reference that is %s', async (_what, fhirUser) => {
  const ehr = await arrive(startEhr({ idTokenClaims: { fhirUser, profile: fhirUser } }));
  expect(ehr.ok && ehr.value.context.binding.clinician).toBe('Practitioner/nunez');
  expect(ehr.ok && ehr.value.context.readOnly).toBeUndefined();
});

test('a sign-in address with a query of its own keeps it', async () => {
  const address = await open(startEhr({ authorizeQuery: '?tenant=a' }).launchUrl());
  const url = new URL(address.ok ? address.value : '');
  expect(url.searchParams.get('tenant')).toBe('a');
  expect(url.searchParams.get('client_id')).toBe('evoke-app');
  expect(address.ok && address.value.split('?')).toHaveLength(2);
});

test('a sign-in address whose own query names one of our parameters is refused', async () => {
  expect(kindOf(await open(startEhr({ authorizeQuery: '?client_id=another' }).launchUrl()))).toBe('foreignEndpoint');
});

test('a discovery that is redirected is not worth a second try', async () => {
  const ehr = startEhr();
  answerWith(
    http.get(`${ISS}/.well-known/smart-configuration`, () => Response.redirect('https://ehr.example/r4', 301)),
  );
  expect(kindOf(await open(ehr.launchUrl()))).toBe('notSmart');
});

test.each([
  ['memory', false],
  ['session', true],
] as const)('with the token store "%s" the tab’s storage has the token: %s', async (tokenStore, isStored) => {
  expect(kindOf(await arrive(startEhr(), site({ tokenStore })))).toBe('went on');
  const stored = JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);
  expect(stored.includes('access_token')).toBe(isStored);
});

test.each([
  ['less than reading the patient', 'launch openid fhirUser patient/Observation.rs'],
  ['no reading of what it files', 'launch openid fhirUser patient/Patient.r'],
])('refuses %s', async (_what, scope) => {
  expect(kindOf(await arrive(startEhr({ tokenReply: { scope } })))).toBe('missingScope');
});

test.each([[''], [['patient/Patient.r']], [0]])('a malformed list of scopes, %j, grants nothing', async (scope) => {
  expect(kindOf(await arrive(startEhr({ tokenReply: { scope } })))).toBe('missingScope');
});

test('the name of the clinician has no hidden or half characters', async () => {
  const name = `Dr. A\u202e\nSigned for: ${'b'.repeat(181)}😀`;
  const ehr = await arrive(startEhr({ idTokenClaims: { name } }));
  expect(ehr.ok && ehr.value.context.clinicianName).toMatch(/^Dr\. A Signed for: b+…?$/);
});

test('a callback that comes too late is refused, and its secrets are deleted', async () => {
  const ehr = startEhr();
  const address = await open(ehr.launchUrl());
  visit(await ehr.signIn(address.ok ? address.value : ''));
  const now = Date.now() + 11 * 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  expect(kindOf(await load())).toBe('staleState');
  expect({ ...sessionStorage }).toEqual({});
});

test('refuses a tenant that is not on the list', async () => {
  const tenants = site({ tenants: ['a'] });
  expect(kindOf(await arrive(startEhr({ tokenReply: { tenant: 'b' } }), tenants))).toBe('wrongTenant');
  expect(kindOf(await arrive(startEhr(), tenants))).toBe('wrongTenant');
  const right = await arrive(startEhr({ tokenReply: { tenant: 'a' } }), tenants);
  expect(right.ok && right.value.context.binding.tenant).toBe('a');
});

test.each([['not/an id'], [['a']], [7], ['']])('refuses %j as the patient', async (patient) => {
  expect(kindOf(await arrive(startEhr({ tokenReply: { patient } })))).toBe('noPatient');
});

test.each([
  ['a bare address', ''],
  ['a code without state', '?code=stolen'],
  ['a state without code', '?state=00000000-0000-4000-8000-000000000000'],
  ['an empty code', '?code=&state=00000000-0000-4000-8000-000000000000'],
  ['two codes', '?code=a&code=b&state=00000000-0000-4000-8000-000000000000'],
  ['two states', '?code=a&state=00000000-0000-4000-8000-000000000000&state=x'],
  ['a code and an error', '?code=a&error=x&state=00000000-0000-4000-8000-000000000000'],
])('%s is not a launch and sends no request', async (_what, search) => {
  visit(`https://evoke.example/index.html${search}`);
  expect(kindOf(await load())).toBe('notLaunched');
  expect(asked()).toEqual([]);
  expect(location.search).toBe('');
});

test.each(['00000000-0000-4000-8000-000000000000', '__proto__', 'getItem', 'constructor', 'length', 'SMART_KEY', 'x'])(
  'refuses the state %s, and asks nobody',
  async (state) => {
    sessionStorage.setItem('x', '{"tokenResponse":{"access_token":"planted"}}');
    sessionStorage.setItem('SMART_KEY', '"x"');
    visit(`https://evoke.example/index.html?code=a&state=${state}`);
    expect(kindOf(await load())).toBe('staleState');
    expect(asked()).toEqual([]);
  },
);

test('refuses a state that is not a UUID even if it is a stored key', async () => {
  const ehr = startEhr();
  const address = await open(ehr.launchUrl());
  const back = new URL(await ehr.signIn(address.ok ? address.value : ''));
  const state = back.searchParams.get('state') ?? '';
  for (const [from, to] of [
    [state, 'planted'],
    [`evoke.${state}`, 'evoke.planted'],
  ] as const) {
    sessionStorage.setItem(to, sessionStorage.getItem(from) ?? '');
  }
  back.searchParams.set('state', 'planted');
  visit(back.href);
  expect(kindOf(await load())).toBe('staleState');
});

test('refuses an answer of a sign-in begun more than ten minutes ago', async () => {
  const ehr = startEhr();
  const address = await open(ehr.launchUrl());
  const back = await ehr.signIn(address.ok ? address.value : '');
  const begun = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(begun + 11 * 60_000);
  visit(back);
  const before = asked().length;
  expect(kindOf(await load())).toBe('staleState');
  expect(asked()).toHaveLength(before);
});

test('refuses a code that comes twice, without a second exchange', async () => {
  const ehr = startEhr();
  const address = await open(ehr.launchUrl());
  const back = await ehr.signIn(address.ok ? address.value : '');
  visit(back);
  expect(kindOf(await load(site({ tokenStore: 'session' })))).toBe('went on');
  const exchanges = () => asked().filter((one) => one.url.endsWith('/token')).length;
  visit(back);
  expect(kindOf(await load(site({ tokenStore: 'session' })))).toBe('staleState');
  expect(exchanges()).toBe(1);
});

test('refuses an answer to an EHR that is no longer configured, or changed', async () => {
  for (const change of [{ id: 'south' }, { iss: 'https://other.example/fhir' }, { clientId: 'another' }]) {
    const ehr = startEhr();
    const address = await open(ehr.launchUrl());
    visit(await ehr.signIn(address.ok ? address.value : ''));
    expect(kindOf(await load(site(change)))).toBe('staleState');
  }
});

test('names the refusal of the EHR in its own code and forgets the launch', async () => {
  const ehr = await arrive(startEhr({ authorizeError: 'access_denied', authorizeErrorDescription: '<b>evil</b>' }));
  expect(ehr).toEqual({ ok: false, error: { kind: 'refusedByEhr', code: 'access_denied' } });
  expect(sessionStorage.length).toBe(0);
});

test('survives a reload where the site keeps tokens, and says so where it does not', async () => {
  const keeps = site({ tokenStore: 'session' });
  const first = await arrive(startEhr(), keeps);
  const again = await load(keeps);
  expect(again.ok && first.ok && again.value.context).toEqual(first.ok && first.value.context);
  expect(asked().filter((one) => one.url.endsWith('/token'))).toHaveLength(1);
  await arrive(startEhr());
  expect(kindOf(await load())).toBe('reloaded');
});

test('does not look signed in after a failed exchange and a reload', async () => {
  const keeps = site({ tokenStore: 'session' });
  expect(kindOf(await arrive(startEhr({ tokenError: 'invalid_grant' }), keeps))).toBe('exchangeFailed');
  expect(kindOf(await load(keeps))).toBe('reloaded');
});

test('two charts in one tab never mix, reloaded in either order', async () => {
  const keeps = site({ tokenStore: 'session' });
  await arrive(startEhr(), keeps, { patientId: 'a' });
  const markA: unknown = history.state;
  await arrive(startEhr(), keeps, { patientId: 'b' });
  const markB: unknown = history.state;
  for (const [mark, patient] of [
    [markA, 'a'],
    [markB, 'b'],
    [markA, 'a'],
  ] as const) {
    visit('https://evoke.example/index.html');
    history.replaceState(mark, '');
    const ehr = await load(keeps);
    expect(ehr.ok && ehr.value.context.binding.patient).toBe(patient);
  }
});

test('connects once, however often it is asked', async () => {
  const ehr = startEhr();
  const address = await open(ehr.launchUrl());
  visit(await ehr.signIn(address.ok ? address.value : ''));
  const { connect } = await import('../../src/ehr/connect.ts');
  const [one, two] = await Promise.all([connect(site()), connect(site())]);
  expect(one).toBe(two);
});

test('offers a new window, built from judged values, where storage is blocked', async () => {
  const ehr = startEhr();
  const denied = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { setItem: denied, getItem: denied, removeItem: denied });
  const address = await open(ehr.launchUrl());
  expect(address).toMatchObject({ ok: false, error: { kind: 'storageBlocked' } });
  const link = !address.ok && address.error.kind === 'storageBlocked' ? address.error.newWindow : '';
  expect(link.startsWith('https://evoke.example/launch.html?iss=https%3A%2F%2Fehr.example%2Ffhir&launch=')).toBe(true);
  expect(asked()).toEqual([]);
});

test('a launch that nobody came back to is forgotten by the next one that holds; another that is under way is not', async () => {
  const ehr = startEhr();
  const abandoned = await open(ehr.launchUrl());
  const before = Object.keys(sessionStorage);
  expect(abandoned.ok && before).toHaveLength(2);
  const now = Date.now() + 11 * 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  await open(ehr.launchUrl());
  await arrive(ehr);
  const left = Object.keys(sessionStorage);
  expect(left.filter((key) => before.includes(key))).toEqual([]);
  expect(left.length).toBeGreaterThan(0);
});
