// Reads a JSON document from a trusted address of this EHR: keys, discovery or theme. Never sends a token.

import type { EhrEntry } from '../../site.ts';
import { isTrusted } from '../sign-in/launch.ts';
import { parseObject, readBody } from './response-body.ts';

const DOCUMENT_MS = 10_000;
const LIMIT = 256 * 1024;

/**
 * The document. Empty if the address is not trusted, or the response failed or is not an object. If `isFresh`, it comes
 * from the server although the browser has a copy.
 */
export async function readDocument(
  address: string,
  entry: EhrEntry,
  isFresh = false,
): Promise<Readonly<Record<string, unknown>>> {
  if (!isTrusted(address, entry)) return {};
  try {
    const response = await fetch(address, {
      headers: { Accept: 'application/json' },
      cache: isFresh ? 'reload' : 'default',
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(DOCUMENT_MS),
    });
    return response.ok ? (parseObject((await readBody(response, LIMIT)) ?? '') ?? {}) : {};
  } catch {
    return {};
  }
}
