// Finds the stored records that belong to this launch and decodes them.

import { err, ok, type Result } from '../lib/result.ts';
import type { DraftContent } from './codec.ts';
import type { DraftFault, KeptDraft } from './port.ts';
import { type Found, LONGEST_MS, type Records } from './records.ts';
import { type DraftKeys, unseal } from './seal.ts';

/** A record of this binding, with its content or the reason why it is unreadable. */
export interface Own extends Found {
  readonly content: Result<DraftContent, DraftFault>;
}

export interface ReadDraft extends Found {
  readonly content: DraftContent;
}

/** The records that these keys decrypt. Those of another patient, visit, user or EHR do not, and stay untouched. */
export async function ownRecords(records: Records, keys: DraftKeys): Promise<readonly Own[]> {
  const tried = await Promise.all(
    (await records.all()).map(async ({ id, record }) => {
      const text = await unseal(record, keys);
      if (text === undefined) return [];
      // After an update of Evoke, this code may no longer load. That is not a storage fault.
      const decoding = await import('./decode-draft.ts').catch(() => undefined);
      const content = decoding?.decodeDraft(record.format, text) ?? err({ kind: 'unreadable' });
      return [{ id, record, content }];
    }),
  );
  return tried.flat();
}

/** The readable drafts, newest first, or the reason why there are none. */
export function readableOf(own: readonly Own[], now: number): Result<readonly ReadDraft[], DraftFault> {
  const live = own.filter(({ record }) => record.until > now);
  const readable = live.flatMap(({ content, ...found }) => (content.ok ? [{ ...found, content: content.value }] : []));
  if (readable.length > 0) return ok(readable.toSorted((one, other) => other.content.savedAt - one.content.savedAt));
  if (live.length > 0) return err({ kind: 'unreadable' });
  return own.length > 0 ? err({ kind: 'expired' }) : ok([]);
}

/** The draft as the panel receives it. `now` is in milliseconds since the epoch. */
export function keptDraft({ record, content: { savedAt: _, ...content } }: ReadDraft, now: number): KeptDraft {
  return { ...content, keptUntil: Math.min(record.until, now + LONGEST_MS) };
}
