// The checks of the launch page: addresses, issuers, discovery, and the address that the browser is sent to.

import { expect, test } from 'vitest';
import { isTrusted } from '../../src/ehr/server/address.ts';
import {
  checkAuthorize,
  checkDiscovery,
  matchIssuer,
  newWindowLink,
  normalizeIss,
  parseLaunch,
} from '../../src/ehr/sign-in/launch-checks.ts';
import { testEntry } from './site-fixture.ts';

const entry = testEntry();
const ISS = 'https://ehr.example/fhir';

test('takes one iss and one launch, exactly as received', () => {
  expect(parseLaunch('?iss=https%3A%2F%2Fehr.example%2Ffhir%2F&launch=a%2Bb', false)).toEqual({
    ok: true,
    value: { iss: 'https://ehr.example/fhir/', launch: 'a+b' },
  });
});

test.each([
  ['no parameter', ''],
  ['no launch', `?iss=${ISS}`],
  ['no iss', '?launch=x'],
  ['an empty iss', '?iss=&launch=x'],
  ['an empty launch', `?iss=${ISS}&launch=`],
  ['iss twice', `?iss=${ISS}&iss=https://evil.example&launch=x`],
  ['launch twice', `?iss=${ISS}&launch=x&launch=y`],
  ['fhirServiceUrl', `?iss=${ISS}&launch=x&fhirServiceUrl=https://evil.example`],
  ['fhirServiceUrl alone', '?fhirServiceUrl=https://evil.example'],
  ['clientId', `?iss=${ISS}&launch=x&clientId=evil`],
  ['patientId', `?iss=${ISS}&launch=x&patientId=7`],
  ['encounterId', `?iss=${ISS}&launch=x&encounterId=7`],
  ['code', `?iss=${ISS}&launch=x&code=1`],
  ['state', `?iss=${ISS}&launch=x&state=1`],
  ['an unknown key', `?iss=${ISS}&launch=x&utm=1`],
  ['a key in another case', `?ISS=${ISS}&launch=x`],
])('refuses %s', (_what, search) => {
  expect(parseLaunch(search, false)).toEqual({ ok: false, error: { kind: 'badParameters' } });
});

test('takes a start without launch only where some entry is standalone', () => {
  expect(parseLaunch(`?iss=${ISS}`, true)).toMatchObject({ ok: true, value: { iss: ISS } });
  expect(matchIssuer({ iss: ISS }, [entry])).toEqual({ ok: false, error: { kind: 'badParameters' } });
  const second = testEntry({ id: 'alone', standalone: true });
  expect(matchIssuer({ iss: ISS }, [entry, second])).toMatchObject({ ok: true, value: { id: 'alone' } });
  expect(matchIssuer({ iss: ISS, launch: 'x' }, [second, entry])).toMatchObject({ ok: true, value: { id: 'north' } });
});

test.each([ISS, `${ISS}/`, 'https://EHR.example/fhir', 'HTTPS://ehr.example:443/fhir'])(
  'knows %s as the EHR',
  (iss) => {
    expect(matchIssuer({ iss, launch: 'x' }, [entry])).toMatchObject({ ok: true });
  },
);

/** Look-alikes of https://ehr.example/fhir; the hostile launches of docs/design/sign-in-and-security.md, "Tests that must exist". */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['another host', 'https://evil.example/fhir'],
  ['a user before the host', 'https://ehr.example@evil.example/fhir'],
  ['a user on our host', 'https://user@ehr.example/fhir'],
  ['a user and password', 'https://ehr.example:x@evil.example/fhir'],
  ['a prefix', 'https://evil-ehr.example/fhir'],
  ['a suffix', 'https://ehr.example.evil.example/fhir'],
  ['another port', 'https://ehr.example:8443/fhir'],
  ['http', 'http://ehr.example/fhir'],
  ['http on the https port', 'http://ehr.example:443/fhir'],
  ['a path in another case', 'https://ehr.example/FHIR'],
  ['a longer path', 'https://ehr.example/fhir/r4'],
  ['a dot segment', 'https://ehr.example/fhir/../evil'],
  ['two slashes at the end', 'https://ehr.example/fhir//'],
  ['a trailing dot in the host', 'https://ehr.example./fhir'],
  ['an IDN look-alike', 'https://еhr.example/fhir'],
  ['a punycode look-alike', 'https://xn--hr-dlc.example/fhir'],
  ['a full-width dot', 'https://ehr\uFF0Eexample/fhir'],
  ['a tab', 'https://ehr.exam\tple/fhir'],
  ['a newline', 'https://ehr.example/fh\nir'],
  ['a leading blank', ' https://ehr.example/fhir'],
  ['a trailing newline', 'https://ehr.example/fhir\n'],
  ['a backslash', 'https:\\\\ehr.example\\fhir'],
  ['a backslash in the host', 'https://evil.example\\@ehr.example/fhir'],
  ['double encoding', 'https%3A%2F%2Fehr.example%2Ffhir'],
  ['an encoded path', 'https://ehr.example/%66hir'],
  ['a query', 'https://ehr.example/fhir?x=1'],
  ['a hash', 'https://ehr.example/fhir#x'],
  ['javascript:', 'javascript:alert(1)//https://ehr.example/fhir'],
  ['data:', 'data:application/json,{}'],
  ['a protocol-relative address', '//ehr.example/fhir'],
  ['one slash', 'https:/ehr.example/fhir'],
  ['no scheme', 'ehr.example/fhir'],
  ['a null byte', 'https://ehr.example\u0000.evil.example/fhir'],
];

test.each(HOSTILE)('refuses %s as an unknown EHR', (_what, iss) => {
  expect(matchIssuer({ iss, launch: 'x' }, [entry])).toEqual({ ok: false, error: { kind: 'unknownEhr' } });
});

test('normalizes scheme, host, default port and trailing slash, and nothing else', () => {
  expect(normalizeIss('HTTP://LocalHost:80/Fhir/')).toBe('http://localhost/Fhir');
  expect(normalizeIss('http://localhost:443/')).toBe('http://localhost:443');
});

const document = {
  issuer: ISS,
  authorization_endpoint: 'https://login.ehr.example/authorize',
  token_endpoint: 'https://ehr.example/token',
  jwks_uri: 'https://ehr.example/jwks',
  code_challenge_methods_supported: ['S256'],
};

test('takes a discovery document whose endpoints are at home', () => {
  expect(checkDiscovery(document, entry)).toEqual({
    ok: true,
    value: {
      authorize: document.authorization_endpoint,
      token: document.token_endpoint,
      issuer: ISS,
      keys: document.jwks_uri,
    },
  });
});

test.each<[string, object, string]>([
  ['no token endpoint', { token_endpoint: undefined }, 'notSmart'],
  ['no PKCE', { code_challenge_methods_supported: undefined }, 'weakServer'],
  ['only plain', { code_challenge_methods_supported: ['plain'] }, 'weakServer'],
  ['S256 as text', { code_challenge_methods_supported: 'S256' }, 'weakServer'],
  ['a foreign authorize endpoint', { authorization_endpoint: 'https://evil.example/authorize' }, 'foreignEndpoint'],
  ['a foreign token endpoint', { token_endpoint: 'https://evil.example/token' }, 'foreignEndpoint'],
  ['foreign keys', { jwks_uri: 'https://evil.example/jwks' }, 'foreignEndpoint'],
  ['a javascript: endpoint', { authorization_endpoint: 'javascript:alert(1)' }, 'foreignEndpoint'],
  ['a data: endpoint', { authorization_endpoint: 'data:text/html,x' }, 'foreignEndpoint'],
  ['an http endpoint', { token_endpoint: 'http://ehr.example/token' }, 'foreignEndpoint'],
  ['a relative endpoint', { token_endpoint: '/token' }, 'foreignEndpoint'],
  ['an endpoint with a user', { token_endpoint: 'https://u@ehr.example/token' }, 'foreignEndpoint'],
  ['an endpoint with a hash', { authorization_endpoint: 'https://ehr.example/authorize#x' }, 'foreignEndpoint'],
])('refuses discovery with %s', (_what, over, kind) => {
  expect(checkDiscovery({ ...document, ...over }, entry)).toEqual({ ok: false, error: { kind } });
});

test.each([[null], ['text'], [[]], [7]])('refuses %j as discovery', (json) => {
  expect(checkDiscovery(json, entry)).toMatchObject({ ok: false, error: { kind: 'notSmart' } });
});

test('trusts the origin of the issuer and those configured, and no other', () => {
  expect(isTrusted('https://login.ehr.example/x', entry)).toBe(true);
  expect(isTrusted('https://login.ehr.example:444/x', entry)).toBe(false);
  expect(isTrusted('https://login.ehr.example.evil.example/x', entry)).toBe(false);
});

const expected = {
  clientId: 'evoke-app',
  redirectUri: 'https://evoke.example/index.html',
  scope: 'launch openid',
  state: 's-1',
  iss: ISS,
  launch: 'l-1',
};
const built = new URL(document.authorization_endpoint);
built.search = new URLSearchParams({
  response_type: 'code',
  client_id: 'evoke-app',
  redirect_uri: expected.redirectUri,
  scope: expected.scope,
  aud: ISS,
  state: 's-1',
  launch: 'l-1',
  code_challenge: 'a'.repeat(43),
  code_challenge_method: 'S256',
}).toString();

test('adds the nonce to an authorize address in order', () => {
  const address = checkAuthorize(built.href, document.authorization_endpoint, expected, 'n-1');
  expect(address.ok && new URL(address.value).searchParams.get('nonce')).toBe('n-1');
});

test.each<[string, (url: URL) => void]>([
  ['another client', (url) => url.searchParams.set('client_id', 'evil')],
  ['another launch', (url) => url.searchParams.set('launch', 'l-2')],
  ['a repeated state', (url) => url.searchParams.append('state', 's-2')],
  ['no state', (url) => url.searchParams.delete('state')],
  ['another scope', (url) => url.searchParams.set('scope', 'openid')],
  ['another audience', (url) => url.searchParams.set('aud', 'https://evil.example')],
  ['no challenge', (url) => url.searchParams.delete('code_challenge')],
  ['the plain method', (url) => url.searchParams.set('code_challenge_method', 'plain')],
  ['another redirect', (url) => url.searchParams.set('redirect_uri', 'https://evil.example/')],
])('refuses an authorize address with %s', (_what, spoil) => {
  const spoilt = new URL(built.href);
  spoil(spoilt);
  const address = checkAuthorize(spoilt.href, document.authorization_endpoint, expected, 'n-1');
  expect(address).toEqual({ ok: false, error: { kind: 'foreignEndpoint' } });
});

test.each(['https://evil.example/authorize', 'https://login.ehr.example/else', 'javascript:alert(1)', ''])(
  'refuses an authorize address at %j',
  (place) => {
    const address = checkAuthorize(`${place}${built.search}`, document.authorization_endpoint, expected, 'n-1');
    expect(address).toEqual({ ok: false, error: { kind: 'foreignEndpoint' } });
  },
);

test('builds the new-window link from judged values only', () => {
  expect(newWindowLink('https://evoke.example/', { iss: ISS, launch: 'a&iss=b' })).toBe(
    'https://evoke.example/launch.html?iss=https%3A%2F%2Fehr.example%2Ffhir&launch=a%26iss%3Db',
  );
});
