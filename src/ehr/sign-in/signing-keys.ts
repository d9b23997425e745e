// Reads the public keys of an EHR's sign-in server for id-token.ts, only from addresses that the launch checked.

import { textAt } from '../../fhir/datatypes/json.ts';
import type { EhrEntry } from '../../site.ts';
import { readTrustedJson } from '../server/trusted-json.ts';
import type { ReadKeys } from './id-token.ts';

/** Finds the key address by OpenID discovery if SMART discovery named none. */
async function keyAddress(issuer: string, entry: EhrEntry): Promise<string | undefined> {
  const discovery = await readTrustedJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, entry);
  return textAt(discovery, 'jwks_uri');
}

const isKey = (value: unknown): value is JsonWebKey => typeof value === 'object' && value !== null && 'kty' in value;

/**
 * Reads the keys once, and once more when asked again: then past the browser's cache, which may still have the keys from
 * before a rotation. A failure is an empty list, so the token is then refused.
 */
export function keyReader(issuer: string, keys: string | undefined, entry: EhrEntry): ReadKeys {
  let held: Promise<readonly JsonWebKey[]> | undefined;
  const read = async (cache: 'default' | 'reload') => {
    const address = keys ?? (await keyAddress(issuer, entry));
    const found: unknown = address ? (await readTrustedJson(address, entry, cache))['keys'] : undefined;
    return Array.isArray(found) ? found.filter(isKey) : [];
  };
  return (from) => {
    if (from === 'server') held = read('reload');
    held ??= read('default');
    return held;
  };
}
