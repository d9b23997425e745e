// The odd EHRs by name, so that sandbox, tests and demonstrations use the same ones. Data only.
import type { Oddity } from './oddity.ts';

/** One odd EHR: its name, what it does in plain English, and how. */
export type NamedOddity = { readonly name: string; readonly does: string; readonly oddity: Oddity };

const discovery = (name: string, does: string, overlay: Oddity['discovery']): NamedOddity => ({
  name,
  does,
  oddity: { discovery: overlay ?? {} },
});

const reply = (name: string, does: string, overlay: Oddity['tokenReply']): NamedOddity => ({
  name,
  does,
  oddity: { tokenReply: overlay ?? {} },
});

const claims = (name: string, does: string, overlay: Oddity['idTokenClaims']): NamedOddity => ({
  name,
  does,
  oddity: { idTokenClaims: overlay ?? {} },
});

const user = (name: string, fhirUser: string): NamedOddity =>
  claims(name, `Says that the user is ${fhirUser}.`, { fhirUser, profile: fhirUser });

const LONG_AGO = 1_577_836_800;

/** Every odd EHR the sandbox can play at sign-in. */
export const NAMED_ODDITIES: readonly NamedOddity[] = [
  { name: 'discovery-missing', does: 'Has no discovery document.', oddity: { discoveryStatus: 404 } },
  { name: 'discovery-broken', does: 'Fails at discovery.', oddity: { discoveryStatus: 500 } },
  { name: 'discovery-not-json', does: 'Answers discovery with a page.', oddity: { discoveryText: '<h1>Hello</h1>' } },
  discovery('no-pkce', 'Does not say that it knows PKCE.', { code_challenge_methods_supported: undefined }),
  discovery('plain-pkce', 'Offers only plain PKCE.', { code_challenge_methods_supported: ['plain'] }),
  discovery('foreign-authorize', 'Sends the user to a stranger.', {
    authorization_endpoint: 'https://stranger.example/authorize',
  }),
  discovery('script-authorize', 'Names a script as the sign-in page.', {
    authorization_endpoint: 'javascript:alert(document.domain)//',
  }),
  discovery('http-authorize', 'Names a sign-in page without TLS.', {
    authorization_endpoint: 'http://ehr.example/authorize',
  }),
  discovery('foreign-token', 'Wants the code sent to a stranger.', {
    token_endpoint: 'https://stranger.example/token',
  }),
  discovery('http-token', 'Wants the code sent without TLS.', { token_endpoint: 'http://ehr.example/token' }),
  discovery('foreign-keys', 'Keeps its keys with a stranger.', { jwks_uri: 'https://stranger.example/jwks' }),
  {
    name: 'query-in-authorize',
    does: 'Puts a query into its sign-in address.',
    oddity: { authorizeQuery: '?tenant=a' },
  },
  discovery('foreign-issuer', 'Calls itself somebody else.', { issuer: 'https://stranger.example/fhir' }),
  reply('no-patient', 'Names no patient.', { patient: undefined }),
  reply('no-scope', 'Leaves out what was granted.', { scope: undefined }),
  {
    name: 'reading-only',
    does: 'Grants reading and nothing else.',
    oddity: { grant: (asked) => asked.map((scope) => scope.replace(/\.c?r?u?d?s?$/, '.rs')) },
  },
  reply('banner-as-word', 'Says "false" as a word about the banner.', { need_patient_banner: 'false' }),
  reply('no-bearer', 'Issues tokens of another type.', { token_type: 'mac' }),
  user('user-patient', 'Patient/somebody'),
  user('user-related', 'RelatedPerson/somebody'),
  user('user-person', 'Person/somebody'),
  user('user-role', 'PractitionerRole/somebody'),
  user('user-foreign', 'https://stranger.example/fhir/Practitioner/somebody'),
  claims('user-missing', 'Does not say who is signed in.', { fhirUser: undefined, profile: undefined }),
  { name: 'no-id-token', does: 'Gives no id_token.', oddity: { idToken: 'absent' } },
  { name: 'unsigned-id-token', does: 'Signs with nothing (alg none).', oddity: { idToken: 'unsigned' } },
  { name: 'hs256-id-token', does: 'Signs with its public key as a secret.', oddity: { idToken: 'hs256' } },
  { name: 'unknown-kid', does: 'Names a key it does not publish.', oddity: { idToken: 'unknown-kid' } },
  { name: 'forged-id-token', does: "Signs with somebody else's key.", oddity: { idToken: 'foreign-key' } },
  { name: 'garbled-id-token', does: 'Gives an id_token of two parts.', oddity: { idToken: 'garbled' } },
  claims('wrong-iss', 'Signs in the name of a stranger.', { iss: 'https://stranger.example/fhir' }),
  claims('wrong-aud', 'Signs for another app.', { aud: 'another-app' }),
  claims('several-aud', 'Signs for several apps without azp.', { aud: ['evoke-sandbox', 'another-app'] }),
  claims('wrong-nonce', 'Answers another sign-in.', { nonce: 'of-another-launch' }),
  claims('expired-id-token', 'Gives an id_token of 2020.', { iat: LONG_AGO, exp: LONG_AGO + 300 }),
  {
    name: 'undated-id-token',
    does: 'Gives an id_token that does not say when it was issued, and lets no script read its Date.',
    oddity: { idTokenClaims: { iat: undefined }, hidesDate: true },
  },
  {
    name: 'clock-hour-ahead',
    does: 'Has a clock an hour ahead of the workstation’s.',
    oddity: { clockAheadSeconds: 3600 },
  },
  {
    name: 'clock-hour-behind',
    does: 'Has a clock an hour behind the workstation’s.',
    oddity: { clockAheadSeconds: -3600 },
  },
  {
    name: 'clock-ahead-unsaid',
    does: 'Has a clock an hour ahead of the workstation’s, and lets no script read its Date.',
    oddity: { clockAheadSeconds: 3600, hidesDate: true },
  },
  {
    name: 'clock-behind-unsaid',
    does: 'Has a clock an hour behind the workstation’s, and lets no script read its Date.',
    oddity: { clockAheadSeconds: -3600, hidesDate: true },
  },
  user('user-versioned', 'Practitioner/nunez/_history/3'),
  {
    name: 'no-lifetime',
    does: 'Does not say how long a token lasts, and gives no refresh token.',
    oddity: { noRefreshToken: true, tokenReply: { expires_in: undefined } },
  },
  {
    name: 'refresh-busy-once',
    does: 'Answers the first refresh with 503 and Retry-After.',
    oddity: { tokenOutage: { grant: 'refresh_token', status: 503, retryAfterSeconds: 2, times: 1 } },
  },
  {
    name: 'exchange-busy-once',
    does: 'Answers the first exchange of a code with 503.',
    oddity: { tokenOutage: { grant: 'authorization_code', status: 503, times: 1 } },
  },
  {
    name: 'dotted-token',
    does: 'Gives an opaque token with a dot and no lifetime.',
    oddity: { dottedAccessToken: true, tokenReply: { expires_in: undefined } },
  },
  { name: 'no-refresh', does: 'Gives no refresh token.', oddity: { noRefreshToken: true } },
  { name: 'refresh-kept', does: 'Lets a refresh token be used again.', oddity: { refreshWithoutRotation: true } },
  { name: 'refresh-refused', does: 'Refuses every refresh.', oddity: { refreshError: 'invalid_grant' } },
  { name: 'short-sign-in', does: 'Ends a sign-in after 70 seconds.', oddity: { accessTokenLifeSeconds: 70 } },
  { name: 'exchange-refused', does: 'Refuses every code.', oddity: { tokenError: 'invalid_grant' } },
  ...['access_denied', 'login_required', 'invalid_scope', 'server_error', 'temporarily_unavailable'].map(
    (authorizeError): NamedOddity => ({
      name: `authorize-${authorizeError.replaceAll('_', '-')}`,
      does: `Sends the user back with ${authorizeError} and hostile words.`,
      oddity: { authorizeError, authorizeErrorDescription: '<img src=x onerror=alert(1)> call 555-0100' },
    }),
  ),
  {
    name: 'foreign-response-issuer',
    does: 'Answers in the name of another server (mix-up).',
    oddity: { authorizeResponse: { iss: 'https://stranger.example/fhir' } },
  },
  {
    name: 'unnamed-response-issuer',
    does: 'Answers in the name of nobody.',
    oddity: { authorizeResponse: { iss: '' } },
  },
  {
    name: 'foreign-refusal',
    does: 'Refuses in the name of another server.',
    oddity: {
      authorizeResponse: { code: undefined, error: 'access_denied', iss: 'https://stranger.example/fhir' },
    },
  },
  {
    name: 'silent-response-issuer',
    does: 'Promises to say who answers (RFC 9207), and does not.',
    oddity: { authorizeResponse: { iss: undefined } },
  },
  {
    name: 'silent-older-server',
    does: 'Does not say who answers, as servers did before RFC 9207.',
    oddity: {
      authorizeResponse: { iss: undefined },
      discovery: { authorization_response_iss_parameter_supported: undefined },
    },
  },
  {
    name: 'foreign-state',
    does: 'Answers with the state of another sign-in.',
    oddity: { authorizeResponse: { state: '00000000-0000-4000-8000-000000000000' } },
  },
];
