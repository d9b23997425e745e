// Reading a sealed draft back. Fetched only where there is one: most launches find none.

import { readInstant } from '../interview/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { type DraftContent, FORMAT } from './codec.ts';
import { decodeInterview } from './decode-interview.ts';

/** The content from text of this format; another format, or damage, is `unreadable`. */
export function decodeDraft(format: number, text: string): Result<DraftContent, { readonly kind: 'unreadable' }> {
  const unreadable = err({ kind: 'unreadable' as const });
  const json = format === FORMAT ? parse(text) : undefined;
  if (typeof json !== 'object' || json === null) return unreadable;
  const { interview: held, savedAt, attempted, ...unknown }: Record<string, unknown> = { ...json };
  const interview = decodeInterview(held);
  if (!interview.ok || typeof savedAt !== 'number' || Object.keys(unknown).length > 0) return unreadable;
  if (attempted === undefined) return ok({ interview: interview.value, savedAt });
  const at = typeof attempted === 'string' ? readInstant(attempted) : unreadable;
  return at.ok ? ok({ interview: interview.value, savedAt, attempted: at.value }) : unreadable;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
