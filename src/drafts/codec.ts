// The sealed content of a draft: the interview itself, and when it was saved and perhaps sent. No second shape.

import { type Instant, readInstant } from '../interview/ids.ts';
import type { Interview } from '../interview/interview.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { decodeInterview } from './decode-interview.ts';

/** The format's number. It changes with every change of Interview; a page reads its own number only. */
export const FORMAT = 1;

/** What one draft holds. `savedAt` is in milliseconds since the epoch. */
export interface DraftContent {
  readonly interview: Interview;
  readonly savedAt: number;
  readonly attempted?: Instant;
}

/** The content as text, to be sealed. */
export const encodeDraft = (content: DraftContent): string => JSON.stringify(content);

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
