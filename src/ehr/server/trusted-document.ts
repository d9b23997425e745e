// Reads a JSON document that is no FHIR resource from an address of this EHR: keys, discovery, style. Never with a token.

import type { EhrEntry } from '../../site.ts';
import { isTrusted } from '../sign-in/launch.ts';
import { parseObject, readBody } from './response-body.ts';

const DOCUMENT_MS = 10_000;
const LIMIT = 256 * 1024;

/** The document, or an empty one where the address is not this EHR's or the answer is none. */
export async function readDocument(address: string, entry: EhrEntry): Promise<Readonly<Record<string, unknown>>> {
  if (!isTrusted(address, entry)) return {};
  try {
    const response = await fetch(address, {
      headers: { Accept: 'application/json' },
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
