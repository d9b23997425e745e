// Knows the keys that id_tokens are signed with. They are made again for each process and never leave it.
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A signing key with what the world may know of it. */
export type SigningKey = { readonly privateKey: CryptoKey; readonly kid: string; readonly publicJwk: JWK };

/** Makes one RS256 key. */
async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, kid, publicJwk: { ...jwk, kid, alg: 'RS256', use: 'sig' } };
}

/** A key that is made when it is first asked for and stays the same from then on. */
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
