// Makes id_tokens (OpenID Connect Core 1.0, "ID Token"), and bad ones on request.
import { SignJWT, UnsecuredJWT } from 'jose';
import type { User } from '../client.ts';
import { lay, type Oddity, type Overlay } from '../oddity.ts';
import { foreignKey, processKey } from './keys.ts';
import type { TokenFamily } from './token-family.ts';

const LIFE_SECONDS = 300;

/** What an id_token is made from. `now` is milliseconds since 1970. */
export type IdTokenInput = {
  readonly issuer: string;
  readonly family: TokenFamily;
  readonly user: User | undefined;
  readonly now: number;
  readonly oddity: Oddity;
};

/** The id_token in compact form. Undefined if the scope or an oddity leaves it out. */
export async function makeIdToken(input: IdTokenInput): Promise<string | undefined> {
  const form = input.oddity.idToken ?? 'signed';
  if (form === 'absent' || !input.family.scopes.includes('openid')) return undefined;
  const claims = lay(idTokenClaims(input), input.oddity.idTokenClaims);
  if (form === 'unsigned') return new UnsecuredJWT({ ...claims }).encode();
  if (form === 'hs256') return signWithSecret(claims);
  const { kid } = await processKey();
  const { privateKey } = form === 'foreign-key' ? await foreignKey() : await processKey();
  const header = { alg: 'RS256', kid: form === 'unknown-kid' ? 'nobody-knows' : kid, typ: 'JWT' };
  const token = await new SignJWT({ ...claims }).setProtectedHeader(header).sign(privateKey);
  return form === 'garbled' ? token.replace('.', '') : token;
}

function idTokenClaims({ issuer, family, user, now }: IdTokenInput): Overlay {
  const { userReference } = family.context;
  const iat = Math.floor(now / 1000);
  const namesUser = family.scopes.includes('fhirUser') || family.scopes.includes('profile');
  const fhirUser = namesUser ? `${issuer}/${userReference}` : undefined;
  return lay({
    iss: issuer,
    aud: family.clientId,
    sub: userReference.replace('/', '-').toLowerCase(),
    iat,
    exp: iat + LIFE_SECONDS,
    nonce: family.nonce,
    fhirUser,
    profile: fhirUser,
    name: user?.name,
  });
}

// The attack of RFC 8725, "Weak Signatures and Insufficient Signature Validation": a verifier that trusts `alg` would
// take the published key for a shared secret.
async function signWithSecret(claims: Overlay): Promise<string> {
  const { kid, publicJwk } = await processKey();
  const secret = new TextEncoder().encode(JSON.stringify(publicJwk));
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', kid, typ: 'JWT' }).sign(secret);
}
