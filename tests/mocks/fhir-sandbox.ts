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

/** An access token for one patient's chart, by a real launch and exchange. `ask` carries the requests. */
export async function tokenFor(
  sandbox: Sandbox,
  patientId: string,
  scope = 'launch patient/*.cruds',
  ask: (request: Request) => Promise<Response> = sandbox.fetch,
): Promise<string> {
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
  const body = new URLSearchParams({ ...form, code_verifier: VERIFIER });
  const reply = await ask(new Request(`${sandbox.origin}/auth/token`, { method: 'POST', body }));
  return (await reply.json()).access_token;
}

/** Headers of a FHIR request with this token, sent by the app's pages. */
export const asApp = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/fhir+json',
  origin: APP,
});
