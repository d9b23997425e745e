// Sends one request to a token endpoint (RFC 6749, sections 3.2 and 5). The response brings tokens, a final refusal, or
// a fault that may pass. fhirclient is not used because it does not separate the last two.

import { asObject } from '../../fhir/datatypes/json.ts';
import { dateIn, retryAfterMs } from '../server/retry-after.ts';

export interface TokenClient {
  readonly tokenUri: string;
  readonly clientId: string;
}

/** A token response. Only the access token is decoded. */
export type TokenResponse = Readonly<Record<string, unknown>> & { readonly access_token: string };

/**
 * How one request ended. `serverTime` is the server's clock in milliseconds since the epoch, if the browser may read
 * it. `failed` may succeed later. `retryAfterMs` is what the server asked for.
 */
export type TokenEnd =
  | { readonly kind: 'tokens'; readonly response: TokenResponse; readonly serverTime: number | undefined }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly retryAfterMs?: number | undefined };

/** Final errors (RFC 6749, section 5.2). Every other error may pass. */
const FINAL = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

async function readTokenEnd(response: Response): Promise<TokenEnd> {
  const body = asObject(await response.json().catch(() => undefined));
  const { access_token: token, token_type: type, error } = body;
  // A token of another type cannot be sent as a bearer (RFC 6749, section 7.1). A refresh may leave the type out.
  if (response.ok && type !== undefined && type !== null && String(type).toLowerCase() !== 'bearer')
    return { kind: 'refused' };
  if (response.ok && typeof token === 'string' && token)
    return { kind: 'tokens', response: { ...body, access_token: token }, serverTime: dateIn(response, 'date') };
  if (typeof error === 'string' && FINAL.includes(error)) return { kind: 'refused' };
  return { kind: 'failed', retryAfterMs: retryAfterMs(response) };
}

/** Sends one token request. Never rejects. */
export async function requestTokens(
  { tokenUri, clientId }: TokenClient,
  grant: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<TokenEnd> {
  try {
    const response = await fetch(tokenUri, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...grant, client_id: clientId }).toString(),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return await readTokenEnd(response);
  } catch {
    return { kind: 'failed' };
  }
}
