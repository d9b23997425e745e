// Reads and verifies an id token with WebCrypto (OpenID Connect Core, section 3.1.3.7), signed with RS256 or ES256. The
// caller provides the keys. fhirclient's decoder is not used because it throws on names beyond ASCII.

import { type Fields, textAt, textOf } from '../../fhir/datatypes/json.ts';
import { labelText } from '../../fhir/datatypes/label-text.ts';
import { attempt } from '../../lib/attempt.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { parseObject } from '../server/response-body.ts';

/** Why an id token was refused. For tests and diagnostics, never shown. */
export type IdTokenFlaw =
  | 'malformed'
  | 'algorithm'
  | 'unknown-key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'issued-later'
  | 'nonce';

/** The claims Evoke reads. It ignores all others. */
export interface Claims {
  readonly fhirUser?: string | undefined;
  readonly name?: string | undefined;
  /** `sub`: the same at every sign-in of this user (OpenID Connect Core, section 2). */
  readonly subject?: string | undefined;
}

/** The values the claims must have. `now` is in milliseconds since the epoch. */
export interface ClaimsExpected {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly now: number;
}

interface Parts {
  readonly header: Fields;
  readonly claims: Fields;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Bytes of base64url text, or undefined. */
function bytesOf(part: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  const binary = attempt(() => atob(part.replaceAll('-', '+').replaceAll('_', '/')));
  return binary === undefined ? undefined : Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function objectOf(part: string): Fields | undefined {
  const bytes = bytesOf(part);
  const text = bytes && attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  return text === undefined ? undefined : parseObject(text);
}

function takeApart(token: string): Parts | undefined {
  const [first = '', second = '', third = '', ...rest] = token.split('.');
  const [header, claims, signature] = [objectOf(first), objectOf(second), bytesOf(third)];
  if (rest.length || !header || !claims || !signature) return undefined;
  return { header, claims, signature, signed: new TextEncoder().encode(`${first}.${second}`) };
}

const SKEW_SECONDS = 120;

function claimsFlaw(claims: Fields, expected: ClaimsExpected): IdTokenFlaw | undefined {
  const now = expected.now / 1000;
  const audience: readonly unknown[] = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  if (claims['iss'] !== expected.issuer) return 'issuer';
  if (!audience.includes(expected.clientId)) return 'audience';
  if ((audience.length > 1 || claims['azp'] !== undefined) && claims['azp'] !== expected.clientId) return 'audience';
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || typeof iat !== 'number') return 'malformed';
  if (exp + SKEW_SECONDS < now) return 'expired';
  if (iat - SKEW_SECONDS > now) return 'issued-later';
  return claims['nonce'] === expected.nonce ? undefined : 'nonce';
}

function readClaims(claims: Fields): Claims {
  return {
    fhirUser: textOf(claims['fhirUser'] ?? claims['profile']),
    subject: textAt(claims, 'sub'),
    // Filed with the note and printed on the plan.
    name: labelText(textAt(claims, 'name') ?? '', 200) || undefined,
  };
}

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const ALGORITHMS: Readonly<
  Record<string, { kty: string; key: RsaHashedImportParams | EcKeyImportParams; check: EcdsaParams }>
> = {
  RS256: { kty: 'RSA', key: RSA, check: RSA },
  ES256: { kty: 'EC', key: { name: 'ECDSA', namedCurve: 'P-256' }, check: { name: 'ECDSA', hash: 'SHA-256' } },
};

/** Picks the key by `kid`. A token without `kid` takes the only key of its type. */
function pickKey(keys: readonly JsonWebKey[], kid: unknown, kty: string): JsonWebKey | undefined {
  const fitting = keys.filter((key) => key.kty === kty && (key.use ?? 'sig') === 'sig');
  const named = fitting.filter((key) => 'kid' in key && key.kid === kid);
  if (kid !== undefined) return named[0];
  return fitting.length === 1 ? fitting[0] : undefined;
}

async function signatureFlaw(parts: Parts, readKeys: ReadKeys): Promise<IdTokenFlaw | undefined> {
  const algorithm = ALGORITHMS[String(parts.header['alg'])];
  if (!algorithm) return 'algorithm';
  const find = async (from: KeySource) => pickKey(await readKeys(from), parts.header['kid'], algorithm.kty);
  const key = (await find('cache')) ?? (await find('server'));
  if (!key) return 'unknown-key';
  try {
    const { kty, n, e, crv, x, y } = key;
    const bare = algorithm.kty === 'RSA' ? { kty, n, e } : { kty, crv, x, y };
    const usable = await crypto.subtle.importKey('jwk', { ...bare } as JsonWebKey, algorithm.key, false, ['verify']);
    const good = await crypto.subtle.verify(algorithm.check, usable, parts.signature, parts.signed);
    return good ? undefined : 'signature';
  } catch {
    return 'signature';
  }
}

/** Where keys come from. `cache`: as read before, if they were. `server`: read once more, for an unknown `kid`. */
export type KeySource = 'cache' | 'server';

/** Reads the server's public keys. Returns an empty list if they cannot be read. */
export type ReadKeys = (from: KeySource) => Promise<readonly JsonWebKey[]>;

/**
 * Verifies an id token and returns the claims Evoke uses. If `readKeys` is undefined, the signature is not checked
 * (`idToken: 'claims'`), but the algorithm must still be an allowed one. Errors: one IdTokenFlaw.
 */
export async function verifyIdToken(
  token: string,
  expected: ClaimsExpected,
  readKeys: ReadKeys | undefined,
): Promise<Result<Claims, IdTokenFlaw>> {
  const parts = takeApart(token);
  // A receiver must understand every header listed in `crit` (RFC 7515, section 4.1.11). Evoke understands none of
  // them.
  if (!parts || 'crit' in parts.header) return err('malformed');
  if (!Object.hasOwn(ALGORITHMS, String(parts.header['alg']))) return err('algorithm');
  const flaw = claimsFlaw(parts.claims, expected) ?? (readKeys && (await signatureFlaw(parts, readKeys)));
  return flaw ? err(flaw) : ok(readClaims(parts.claims));
}
