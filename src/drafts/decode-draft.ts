// Decodes a sealed draft. Loaded only if there is a draft, because most launches find none.

import { type Attempt, FORMS } from '../interview/history/history.ts';
import { readInstant } from '../interview/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { asFields, type DraftContent, FORMAT, fieldsIn } from './codec.ts';
import { decodeInterview } from './decode-interview.ts';

/** Formats that this version reads: its own and the previous one, which did not store what was signed. */
const READ: readonly number[] = [2, FORMAT];

/** The content from text of a known format. Damaged text or an unknown format is `unreadable`. */
export function decodeDraft(format: number, text: string): Result<DraftContent, { readonly kind: 'unreadable' }> {
  const unreadable = err({ kind: 'unreadable' as const });
  if (!READ.includes(format)) return unreadable;
  const { interview: held, savedAt, attempted, ...unknown } = fieldsIn(text);
  const interview = decodeInterview(held);
  if (!interview.ok || typeof savedAt !== 'number' || Object.keys(unknown).length > 0) return unreadable;
  const attempt = attempted === undefined ? undefined : decodeAttempt(attempted);
  if (attempted !== undefined && !attempt) return unreadable;
  return ok({ interview: interview.value, savedAt, attempted: attempt });
}

/** An attempt, or undefined if it names forms that this version does not know and cannot search. */
function decodeAttempt(value: unknown): Attempt | undefined {
  const { at: written, forms, taken, signed: held, ...unknown } = asFields(value);
  const at = readInstant(typeof written === 'string' ? written : '');
  if (!at.ok || !Array.isArray(forms) || Object.keys(unknown).length > 0) return undefined;
  const known = FORMS.filter((form) => forms.includes(form));
  if (known.length === 0 || known.length !== forms.length || (taken !== undefined && taken !== true)) return undefined;
  const signed = held === undefined ? undefined : decodeInterview(held);
  if (signed && !signed.ok) return undefined;
  return { at: at.value, forms: known, taken, signed: signed?.value };
}
