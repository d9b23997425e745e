// Reads JSON from a trusted address of this EHR: keys, discovery or theme. Never sends a token.

import type { Fields } from '../../fhir/datatypes/json.ts';
import type { EhrEntry } from '../../site.ts';
import { isTrusted } from './address.ts';
import { parseObject, readBody } from './response-body.ts';

const LONGEST_MS = 10_000;
const LIMIT = 256 * 1024;

/**
 * The object at an address. Empty if the address is not trusted, or the response failed or is not an object. `reload`
 * reads it from the server although the browser has a copy.
 */
export async function readTrustedJson(
  address: string,
  entry: EhrEntry,
  cache: 'default' | 'reload' = 'default',
): Promise<Fields> {
  if (!isTrusted(address, entry)) return {};
  try {
    const response = await fetch(address, {
      headers: { Accept: 'application/json' },
      cache,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    return response.ok ? (parseObject((await readBody(response, LIMIT)) ?? '') ?? {}) : {};
  } catch {
    return {};
  }
}
