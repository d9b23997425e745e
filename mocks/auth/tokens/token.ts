// The token endpoint: takes codes and refresh tokens, returns tokens and the launch context (RFC 6749, RFC 7636).
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { contextParameters } from '../context.ts';
import type { Desk } from '../desk.ts';
import { lay, type Oddity, type Overlay } from '../oddity.ts';
import { splitScope, wantsRefresh } from '../scope.ts';
import { newSecret } from '../ticket.ts';
import { makeIdToken } from './id-token.ts';
import type { TokenFamily } from './token-family.ts';

const ACCESS_LIFE_SECONDS = 600;
/** RFC 7636, 4.1. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

type Answer =
  | { readonly kind: 'tokens'; readonly reply: Overlay }
  | { readonly kind: 'refused'; readonly error: string; readonly reason: string };

/** The route `/auth/token`. */
export function createTokenDoor(desk: Desk): Hono {
  const app = new Hono();
  const isOut = createOutages();
  app.post('/auth/token', async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Pragma', 'no-cache');
    const { tokenOutage, clockAheadSeconds = 0, hidesDate } = desk.oddity();
    if (!hidesDate) {
      c.header('Date', new Date(desk.now() + clockAheadSeconds * 1000).toUTCString());
      c.header('Access-Control-Expose-Headers', 'Date, Retry-After');
    }
    if (tokenOutage && isOut(tokenOutage, await grantOf(c.req.raw))) {
      if (tokenOutage.retryAfterSeconds !== undefined) c.header('Retry-After', `${tokenOutage.retryAfterSeconds}`);
      return c.text('<h1>Service unavailable</h1>', tokenOutage.status);
    }
    const answer = await answerForm(desk, c.req.raw);
    if (answer.kind === 'tokens') return c.json(answer.reply);
    return c.json({ error: answer.error, error_description: answer.reason }, 400);
  });
  return app;
}

type Outage = NonNullable<Oddity['tokenOutage']>;

/** Counts the requests that each outage has answered. */
function createOutages(): (outage: Outage, grant: string | null) => boolean {
  const answered = new WeakMap<Outage, number>();
  return (outage, grant) => {
    const count = answered.get(outage) ?? 0;
    if (grant !== outage.grant || count >= outage.times) return false;
    answered.set(outage, count + 1);
    return true;
  };
}

const grantOf = async (request: Request): Promise<string | null> =>
  new URLSearchParams(await request.clone().text()).get('grant_type');

async function answerForm(desk: Desk, request: Request): Promise<Answer> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/x-www-form-urlencoded') return refused('invalid_request', 'the body must be a form');
  const form = new URLSearchParams(await request.text());
  if (new Set(form.keys()).size !== form.size) return refused('invalid_request', 'a parameter is repeated');
  // A public client has nothing to authenticate with. One that tries is misconfigured, and its secret is public.
  if (request.headers.has('authorization') || form.has('client_secret') || form.has('client_assertion')) {
    return refused('invalid_client', 'clients here are public and do not authenticate');
  }
  if (!desk.clients.some(({ clientId }) => clientId === form.get('client_id'))) {
    return refused('invalid_client', 'client_id is missing or not registered');
  }
  const grantType = form.get('grant_type');
  if (grantType === 'authorization_code') return exchangeCode(desk, form);
  if (grantType === 'refresh_token') return refresh(desk, form);
  return refused(grantType === null ? 'invalid_request' : 'unsupported_grant_type', 'grant_type is not offered');
}

async function exchangeCode(desk: Desk, form: URLSearchParams): Promise<Answer> {
  const taken = desk.codes.take(form.get('code') ?? '');
  if (taken.kind === 'used') {
    // A code that is used twice was stolen or replayed, so the first user loses the session too (RFC 6749,
    // "Authorization Response").
    desk.ledger.revoke(taken.value.family);
    return refused('invalid_grant', 'the code was used before; its tokens are revoked');
  }
  if (taken.kind !== 'fresh') return refused('invalid_grant', `the code is ${taken.kind}`);
  const { family, redirectUri, challenge } = taken.value;
  if (family.clientId !== form.get('client_id')) return refused('invalid_grant', 'the code belongs to another client');
  if (redirectUri !== form.get('redirect_uri'))
    return refused('invalid_grant', 'redirect_uri is not the one asked with');
  const verifier = form.get('code_verifier') ?? '';
  if (!VERIFIER.test(verifier)) return refused('invalid_request', 'code_verifier is missing or malformed');
  if (challengeOf(verifier) !== challenge) return refused('invalid_grant', 'code_verifier does not match');
  const { tokenError } = desk.oddity();
  if (tokenError !== undefined) return refused(tokenError, 'as the sandbox was told');
  const idToken = await makeIdToken({
    issuer: desk.addresses.issuer,
    family,
    user: desk.users.find(({ reference }) => reference === family.context.userReference),
    now: desk.now() + (desk.oddity().clockAheadSeconds ?? 0) * 1000,
    oddity: desk.oddity(),
  });
  const more = { ...contextParameters(family.context), id_token: idToken, refresh_token: firstRefresh(desk, family) };
  return { kind: 'tokens', reply: lay(accessReply(desk, family, family.scopes), more, desk.oddity().tokenReply) };
}

async function refresh(desk: Desk, form: URLSearchParams): Promise<Answer> {
  const oddity = desk.oddity();
  const token = form.get('refresh_token') ?? '';
  const entry = desk.ledger.refresh(token);
  if (entry === undefined) return refused('invalid_grant', 'the refresh token is unknown or revoked');
  const { family } = entry;
  if (entry.spent) {
    desk.ledger.revoke(family);
    return refused('invalid_grant', 'the refresh token was used before; its session is revoked');
  }
  if (family.clientId !== form.get('client_id')) return refused('invalid_grant', 'the token belongs to another client');
  const asked = form.has('scope') ? splitScope(form.get('scope') ?? '') : family.scopes;
  if (!asked.every((scope) => family.scopes.includes(scope))) return refused('invalid_scope', 'more than was granted');
  if (oddity.refreshError !== undefined) return refused(oddity.refreshError, 'as the sandbox was told');
  const reply = lay(accessReply(desk, family, asked), contextParameters(family.context));
  if (oddity.refreshWithoutRotation)
    return { kind: 'tokens', reply: lay(reply, oddity.tokenReply, oddity.refreshReply) };
  desk.ledger.spendRefresh(token);
  const rotated = { refresh_token: desk.ledger.issueRefresh(family) };
  return { kind: 'tokens', reply: lay(reply, rotated, oddity.tokenReply, oddity.refreshReply) };
}

function accessReply(desk: Desk, family: TokenFamily, scopes: readonly string[]): Overlay {
  const { accessTokenLifeSeconds: life = ACCESS_LIFE_SECONDS, dottedAccessToken } = desk.oddity();
  const scope = scopes.join(' ');
  const token = dottedAccessToken ? `${newSecret()}.${newSecret()}` : newSecret();
  desk.ledger.issueAccess(family, scope, life, token);
  return { access_token: token, token_type: 'Bearer', expires_in: life, scope };
}

function firstRefresh(desk: Desk, family: TokenFamily): string | undefined {
  const offers = wantsRefresh(family.scopes) && !desk.oddity().noRefreshToken;
  return offers ? desk.ledger.issueRefresh(family) : undefined;
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const refused = (error: string, reason: string): Answer => ({ kind: 'refused', error, reason });
