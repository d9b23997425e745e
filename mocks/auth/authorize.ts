// The authorization endpoint: from a checked request to a code, through the launch or the patient picker.

import type { Context } from 'hono';
import { Hono } from 'hono';
import { type AuthorizeRefusal, checkAuthorizeRequest } from './authorize-request.ts';
import type { LaunchContext } from './context.ts';
import type { AuthorizeRequest, Desk } from './desk.ts';
import { PAGE_HEADERS, pickerPage, refusalPage } from './pages.ts';
import { grantableScopes } from './scope.ts';
import type { TokenFamily } from './tokens/token-family.ts';

// Hono renders escaped pages at once or later, so an answer may be a promise.
type Answer = Response | Promise<Response>;

/** The routes under `/auth` that a browser opens. */
export function createAuthorizeDoors(desk: Desk): Hono {
  const app = new Hono();
  app.get('/auth/authorize', (c) => authorize(c, desk, new URL(c.req.url).searchParams));
  // SMART App Launch 2.2 requires GET and POST (capability authorize-post).
  app.post('/auth/authorize', async (c) => authorize(c, desk, new URLSearchParams(await c.req.text())));
  app.post('/auth/pick', async (c) => pick(c, desk, new URLSearchParams(await c.req.text())));
  return app;
}

async function authorize(c: Context, desk: Desk, parameters: URLSearchParams): Promise<Response> {
  const checked = checkAuthorizeRequest(parameters, desk.clients, desk.addresses.issuer);
  if (checked.kind !== 'accepted') return refuse(c, desk, checked);
  const { request } = checked;
  const { authorizeError, authorizeErrorDescription } = desk.oddity();
  if (authorizeError !== undefined) {
    return refuse(c, desk, refusal(request, authorizeError, authorizeErrorDescription ?? 'as the sandbox was told'));
  }
  if (request.launch !== undefined) return answerLaunch(c, desk, request, request.launch);
  if (request.scopes.includes('launch/patient')) return offerPatients(c, desk, request);
  return refuse(c, desk, refusal(request, 'invalid_scope', 'neither launch nor launch/patient was asked for'));
}

// The clinician has already signed in at the chart, so an EHR launch needs no page.
function answerLaunch(c: Context, desk: Desk, request: AuthorizeRequest, ticket: string): Answer {
  const taken = desk.launches.take(ticket);
  if (taken.kind !== 'fresh')
    return refuse(c, desk, refusal(request, 'invalid_request', `the launch is ${taken.kind}`));
  if (taken.value.clientId !== request.client.clientId) {
    return refuse(c, desk, refusal(request, 'invalid_request', 'the launch was made for another app'));
  }
  return sendCode(c, desk, request, taken.value.context);
}

async function offerPatients(c: Context, desk: Desk, request: AuthorizeRequest): Promise<Response> {
  const patients = await desk.patients();
  return c.html(pickerPage(desk.pickers.issue(request), patients, desk.users), 200, PAGE_HEADERS);
}

async function pick(c: Context, desk: Desk, form: URLSearchParams): Promise<Response> {
  const taken = desk.pickers.take(form.get('ticket') ?? '');
  if (taken.kind !== 'fresh') return refuse(c, desk, { kind: 'page', reason: 'This page was used or is too old.' });
  if (form.get('answer') === 'cancel') {
    return refuse(c, desk, refusal(taken.value, 'access_denied', 'the user chose to cancel'));
  }
  const patient = (await desk.patients()).find(({ id }) => id === form.get('patient'));
  const user = desk.users.find(({ reference }) => reference === form.get('user'));
  if (patient === undefined || user === undefined) {
    return refuse(c, desk, { kind: 'page', reason: 'That patient or user is not known here.' });
  }
  return sendCode(c, desk, taken.value, { patientId: patient.id, userReference: user.reference });
}

function sendCode(c: Context, desk: Desk, request: AuthorizeRequest, context: LaunchContext): Answer {
  const grantable = grantableScopes(request.scopes, context.patientId !== undefined);
  const scopes = desk.oddity().grant?.(grantable) ?? grantable;
  if (scopes.length === 0)
    return refuse(c, desk, refusal(request, 'invalid_scope', 'nothing asked for can be granted'));
  const family: TokenFamily = {
    clientId: request.client.clientId,
    context,
    scopes,
    ...(request.nonce !== undefined && { nonce: request.nonce }),
  };
  const code = desk.codes.issue({ family, redirectUri: request.redirectUri, challenge: request.challenge });
  return sendBack(c, desk, request.redirectUri, { code, state: request.state });
}

const refusal = (request: AuthorizeRequest, error: string, reason: string): AuthorizeRefusal => ({
  kind: 'redirect',
  redirectUri: request.redirectUri,
  state: request.state,
  error,
  reason,
});

function refuse(c: Context, desk: Desk, refused: AuthorizeRefusal): Answer {
  if (refused.kind === 'page') return c.html(refusalPage(refused.reason), 400, PAGE_HEADERS);
  const { redirectUri, state, error, reason } = refused;
  return sendBack(c, desk, redirectUri, { error, error_description: reason, state });
}

// `iss` names the server that answered, for errors too (RFC 9207).
function sendBack(
  c: Context,
  desk: Desk,
  redirectUri: string,
  answer: Readonly<Record<string, string | undefined>>,
): Response {
  const url = new URL(redirectUri);
  const parameters = { ...answer, iss: desk.addresses.issuer, ...desk.oddity().authorizeResponse };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(url.href, c.req.method === 'POST' ? 303 : 302);
}
