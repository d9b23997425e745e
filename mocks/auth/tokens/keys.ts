// The keys that sign id_tokens. Each process makes its own, and they never leave it.
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A signing key with its public part. */
export type SigningKey = { readonly privateKey: CryptoKey; readonly kid: string; readonly publicJwk: JWK };

/** Makes one RS256 key. */
async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, kid, publicJwk: { ...jwk, kid, alg: 'RS256', use: 'sig' } };
}

/** A key that is made at the first request and stays the same. */
function createKeyHolder(): () => Promise<SigningKey> {
  let key: Promise<SigningKey> | undefined;
  return () => {
    key ??= makeKey();
    return key;
  };
}

/** One set of keys for the process: making RSA keys is slow, and tests start many servers. */
export const processKey = createKeyHolder();

/** A key that no server of this process publishes, for forged signatures. */
export const foreignKey = createKeyHolder();
