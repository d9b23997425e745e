// Checks authorization requests, and decides whether a refusal may go back to the app or must be shown here.
import type { Client } from './client.ts';
import type { AuthorizeRequest } from './desk.ts';
import { splitScope } from './scope.ts';

/** A refusal. `page` if the return address is not proven to be the app's (RFC 6749, "Error Response"). */
export type AuthorizeRefusal =
  | { readonly kind: 'page'; readonly reason: string }
  | {
      readonly kind: 'redirect';
      readonly redirectUri: string;
      readonly state?: string;
      readonly error: string;
      readonly reason: string;
    };

/** The outcome of the checks. */
export type CheckedAuthorize = { readonly kind: 'accepted'; readonly request: AuthorizeRequest } | AuthorizeRefusal;

/** The base64url form of a SHA-256 digest: 43 characters. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/** Checks a request against the registered clients and the FHIR base that it must name. */
export function checkAuthorizeRequest(
  parameters: URLSearchParams,
  clients: readonly Client[],
  fhirBase: string,
): CheckedAuthorize {
  const one = (name: string): string | undefined => parameters.get(name) ?? undefined;
  // The client and the return address are checked first: before that, no address may receive an error.
  if (repeats(parameters, 'client_id') || repeats(parameters, 'redirect_uri')) return page('It repeats a parameter.');
  const client = clients.find(({ clientId }) => clientId === one('client_id'));
  if (client === undefined) return page('This app is not registered here.');
  const redirectUri = one('redirect_uri');
  if (redirectUri === undefined || !client.redirectUris.includes(redirectUri)) {
    return page('The app asked for the answer at an address that is not registered for it.');
  }
  const state = repeats(parameters, 'state') ? undefined : one('state');
  const fault = faultOf(parameters, fhirBase);
  if (fault !== undefined) return { kind: 'redirect', redirectUri, ...(state && { state }), ...fault };
  const nonce = one('nonce');
  const launch = one('launch');
  return {
    kind: 'accepted',
    request: {
      client,
      redirectUri,
      state: state ?? '',
      scopes: splitScope(one('scope') ?? ''),
      challenge: one('code_challenge') ?? '',
      ...(nonce !== undefined && { nonce }),
      ...(launch !== undefined && { launch }),
    },
  };
}

type Fault = { readonly error: string; readonly reason: string };

function faultOf(parameters: URLSearchParams, fhirBase: string): Fault | undefined {
  const is = (name: string): string => parameters.get(name) ?? '';
  const scopes = splitScope(is('scope'));
  const invalid = (reason: string): Fault => ({ error: 'invalid_request', reason });
  const repeated = [...parameters.keys()].find((name) => repeats(parameters, name));
  if (repeated !== undefined) return invalid('a parameter is repeated');
  if (is('response_type') === '') return invalid('response_type is missing');
  if (is('response_type') !== 'code') return { error: 'unsupported_response_type', reason: 'only code is offered' };
  if (is('state') === '') return invalid('state is required');
  if (is('aud') !== fhirBase) return invalid('aud is not the FHIR server of this EHR');
  if (is('code_challenge_method') !== 'S256') return invalid('code_challenge_method must be S256');
  if (!CHALLENGE.test(is('code_challenge'))) return invalid('code_challenge is missing or malformed');
  if (scopes.length === 0) return { error: 'invalid_scope', reason: 'scope is missing' };
  if (scopes.includes('launch') && is('launch') === '') return invalid('the launch scope needs a launch parameter');
  if (parameters.has('launch') && !scopes.includes('launch')) return invalid('launch needs the launch scope');
  return undefined;
}

const repeats = (parameters: URLSearchParams, name: string): boolean => parameters.getAll(name).length > 1;

const page = (reason: string): AuthorizeRefusal => ({ kind: 'page', reason });
