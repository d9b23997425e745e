// Plays a registered browser app against the sandbox's authorization server, step by step, with any step bent.
import { createHash } from 'node:crypto';
import type { Oddity } from '../../mocks/auth/oddity.ts';
import { createAuthorizationServer, type LaunchInput } from '../../mocks/auth/server.ts';

export const ORIGIN = 'http://ehr.example';
export const FHIR = `${ORIGIN}/fhir`;
export const CLIENT_ID = 'evoke-test';
export const REDIRECT = 'https://evoke.example/index.html';
export const VERIFIER = 'a'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
export const STATE = '5f9f1a52-6f0e-4f0c-9c0e-0d4c3a7f8b11';
export const NONCE = 'c0ffee00-6f0e-4f0c-9c0e-0d4c3a7f8b11';
export const SCOPE =
  'launch openid fhirUser online_access patient/Patient.r patient/Observation.crus patient/DocumentReference.write';
export const USER = { reference: 'Practitioner/nunez', name: 'Dr. Zoë Núñez-Åström 沈' };
export const BOUND: LaunchInput = { patientId: 'pat', encounterId: 'visit', userReference: USER.reference };

/** Parameters of a request: a string replaces, undefined leaves out, a list repeats. */
export type Bend = Readonly<Record<string, string | undefined | readonly string[]>>;

/** The JSON of an answer, for assertions only. */
export type Json = Readonly<Record<string, unknown>>;

export function startDesk(oddity: Oddity = {}) {
  let time = Date.parse('2026-03-02T09:00:00Z');
  const server = createAuthorizationServer({
    issuer: FHIR,
    origin: ORIGIN,
    clients: [
      { clientId: CLIENT_ID, redirectUris: [REDIRECT], launchUrl: 'https://evoke.example/launch.html' },
      { clientId: 'other-app', redirectUris: ['https://other.example/'], launchUrl: 'https://other.example/launch' },
    ],
    users: [USER],
    patients: () => [
      { id: 'pat', name: '<b>Quíspe</b> & Søn', birthDate: '1985-07-14' },
      { id: 'other', name: 'נועה לוי' },
    ],
    now: () => time,
    oddity,
  });
  const ask = async (path: string, init?: RequestInit) => server.app.request(`${ORIGIN}${path}`, init);
  return {
    ...server,
    ask,
    now: () => time,
    pass: (seconds: number) => {
      time += seconds * 1000;
    },
    authorize: (bend: Bend = {}) => ask(`/auth/authorize?${authorizeQuery(server.beginLaunch(BOUND).launch, bend)}`),
    exchange: (code: string, bend: Bend = {}, headers: Readonly<Record<string, string>> = {}) =>
      ask('/auth/token', form({ ...exchangeForm(code), ...bend }, headers)),
    refresh: (token: string, bend: Bend = {}) =>
      ask('/auth/token', form({ grant_type: 'refresh_token', refresh_token: token, client_id: CLIENT_ID, ...bend })),
    grantFor: (token: string, scheme = 'Bearer') =>
      server.access.grantOf(new Request(`${FHIR}/Patient/pat`, { headers: { authorization: `${scheme} ${token}` } })),
  };
}

export type TestDesk = ReturnType<typeof startDesk>;

export const authorizeQuery = (launch: string | undefined, bend: Bend = {}): string =>
  encode({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT,
    launch,
    scope: SCOPE,
    state: STATE,
    aud: FHIR,
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    nonce: NONCE,
    ...bend,
  });

const exchangeForm = (code: string): Bend => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: REDIRECT,
  client_id: CLIENT_ID,
  code_verifier: VERIFIER,
});

export function encode(parameters: Bend): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return new URLSearchParams(pairs).toString();
}

export const form = (parameters: Bend, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: encode(parameters),
});

/** Where an answer sends the browser, taken apart. Throws when it sends it nowhere. */
export function sentTo(answer: Response): {
  readonly address: string;
  readonly parameters: Readonly<Record<string, string>>;
} {
  const url = new URL(answer.headers.get('location') ?? '(no location)');
  return { address: url.origin + url.pathname, parameters: Object.fromEntries(url.searchParams) };
}

export const readJson = async (answer: Response): Promise<Json> => answer.json();

/** Goes all the way and returns the token reply. */
export async function signIn(desk: TestDesk, bend: Bend = {}): Promise<Json> {
  const { parameters } = sentTo(await desk.authorize(bend));
  return readJson(await desk.exchange(parameters['code'] ?? ''));
}

/** A text value of a token reply. Empty if there is none. */
export const textOf = (reply: Json, key: string): string => {
  const value = reply[key];
  return typeof value === 'string' ? value : '';
};
