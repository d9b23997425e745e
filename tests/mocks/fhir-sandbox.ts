// Starts whole sandboxes for tests and signs in to them as a browser app would, launch to token.
import { createHash } from 'node:crypto';
import type { Resource } from 'fhir/r4';
import { CLIENT_ID, createSandbox, type Sandbox, type SandboxOptions } from '../../mocks/sandbox.ts';
import { PEOPLE } from './fhir-door.ts';

export const APP = 'http://app.example';
const VERIFIER = 'v'.repeat(43);

/** A sandbox with the people of fhir-door.ts and one registered app. */
export const startSandbox = (seed: readonly Resource[] = [], more: Partial<SandboxOptions> = {}): Promise<Sandbox> =>
  createSandbox({ origin: 'http://ehr.example', appOrigins: [APP], seed: [...PEOPLE, ...seed], ...more });

type Ask = (request: Request) => Promise<Response>;

/** An access token for one patient's chart, by a real launch and exchange. `ask` carries the requests. */
export const tokenFor = async (
  sandbox: Sandbox,
  patientId: string,
  scope = 'launch patient/*.cruds',
  ask: Ask = sandbox.fetch,
): Promise<string> => (await signIn(sandbox, patientId, scope, ask)).access_token ?? '';

/** What a sign-in brought. */
export interface SignedIn {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly scope?: string;
  readonly expires_in?: number;
  readonly error?: string;
}

/** The whole token reply of a launch for one patient's chart. */
export async function signIn(
  sandbox: Sandbox,
  patientId: string,
  scope: string,
  ask: Ask = sandbox.fetch,
): Promise<SignedIn> {
  const launch = new URL(sandbox.launch({ patientId })).searchParams.get('launch') ?? '';
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: `${APP}/index.html`,
    launch,
    scope,
    state: crypto.randomUUID(),
    aud: sandbox.base,
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const sent = await ask(new Request(`${sandbox.origin}/auth/authorize?${query}`, { redirect: 'manual' }));
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', code, redirect_uri: `${APP}/index.html`, client_id: CLIENT_ID };
  return askTokens(sandbox, { ...form, code_verifier: VERIFIER }, ask);
}

/** The reply to a refresh. */
export const refresh = (sandbox: Sandbox, token: string): Promise<SignedIn> =>
  askTokens(sandbox, { grant_type: 'refresh_token', refresh_token: token, client_id: CLIENT_ID }, sandbox.fetch);

async function askTokens({ origin }: Sandbox, form: Readonly<Record<string, string>>, ask: Ask): Promise<SignedIn> {
  const body = new URLSearchParams(form);
  return (await ask(new Request(`${origin}/auth/token`, { method: 'POST', body }))).json();
}

/** Headers of a FHIR request with this token, sent by the app's pages. */
export const asApp = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/fhir+json',
  origin: APP,
});
