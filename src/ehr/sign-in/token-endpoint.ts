// Sends one request to a token endpoint (RFC 6749, sections 3.2 and 5). The response brings tokens, a final refusal, or
// a fault that may pass. fhirclient is not used because it does not separate the last two.

/** The token endpoint and client of one launch. */
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
  | { readonly kind: 'tokens'; readonly response: TokenResponse; readonly serverTime?: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly retryAfterMs?: number };

/** Final errors (RFC 6749, section 5.2). Every other error may pass. */
const FINAL = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

const dateIn = (response: Response, name: string): number | undefined => {
  const time = Date.parse(response.headers.get(name) ?? '');
  return Number.isFinite(time) ? time : undefined;
};

/** Seconds, or a date (RFC 9110, section 10.2.3), as milliseconds from now. */
function retryAfter(response: Response): number | undefined {
  const said = response.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const at = dateIn(response, 'retry-after');
  return at === undefined ? undefined : Math.max(0, at - (dateIn(response, 'date') ?? Date.now()));
}

async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

async function readTokenEnd(response: Response): Promise<TokenEnd> {
  const body = await bodyOf(response);
  const { access_token: token, error } = body;
  if (response.ok && typeof token === 'string' && token) {
    const serverTime = dateIn(response, 'date');
    return {
      kind: 'tokens',
      response: { ...body, access_token: token },
      ...(serverTime !== undefined && { serverTime }),
    };
  }
  if (typeof error === 'string' && FINAL.includes(error)) return { kind: 'refused' };
  const retryAfterMs = retryAfter(response);
  return { kind: 'failed', ...(retryAfterMs !== undefined && { retryAfterMs }) };
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
