// Earlier notes in one order, each once, whatever forms they were filed in. Knows no server and no search.

import type { FiledAt, HistoryEntry } from './history.ts';

/** The forms in the order of trust: the first that holds a note speaks for it. */
const TRUST = { observation: 0, document: 1, response: 2 } as const satisfies Record<FiledAt['form'], number>;

/**
 * Newest first: by the talk, then by the signature, then by id; entries without a date come last. A note filed in two
 * forms is shown in the more trusted one. Two entries of one form are both kept: that is a double a person must see.
 */
export function mergeNotes(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const best = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'note') continue;
    best.set(entry.note.id, Math.min(TRUST[entry.filed.form], best.get(entry.note.id) ?? TRUST.response));
  }
  return entries
    .filter((entry) => entry.kind !== 'note' || TRUST[entry.filed.form] === best.get(entry.note.id))
    .toSorted(newestFirst);
}

function newestFirst(one: HistoryEntry, other: HistoryEntry): number {
  return (
    momentOf(other) - momentOf(one) ||
    signingOf(other) - signingOf(one) ||
    (one.filed.resourceId < other.filed.resourceId ? -1 : 1)
  );
}

const momentOf = (entry: HistoryEntry) => parsed(entry.kind === 'note' ? entry.note.at : entry.date);
const signingOf = (entry: HistoryEntry) => parsed(entry.kind === 'note' ? entry.note.signedAt : entry.date);

function parsed(moment: string | undefined): number {
  const time = Date.parse(moment ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
