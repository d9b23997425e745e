// What a newer version of a note in the chart means for the change that was begun over an older one.

import { type FiledAt, type HistoryEntry, placeKey, placesOf } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';
import { isLive, type NoteEntry } from '../../interview/history/visits.ts';
import type { ChangeState, Edit } from './change-edit.ts';

/** A retraction that the chart has without its reason. The clinician can only copy the reason. */
export function doneWithoutReason(edit: Edit, entry: NoteEntry): ChangeState | undefined {
  if (edit.lastSent?.change.act !== 'retract' || entry.standing !== 'retracted') return undefined;
  const end = { kind: 'filed', at: entry.filed, entry, lost: ['also'], unreached: [] } as const;
  return { kind: 'done', act: 'retract', end, kept: edit, when: Date.parse(edit.lastSent.change.at) };
}

/** True for the same version of a note at the same place. */
export const sameVersion = (one: NoteEntry, other: NoteEntry): boolean =>
  placeKey(one.filed) === placeKey(other.filed) &&
  one.filed.version === other.filed.version &&
  one.standing === other.standing &&
  one.note.signedAt === other.note.signedAt;

/**
 * The chart's version with every place that is known of it or of the one that was seen, because a change must reach all.
 * If a new list has one that replaced it, that one.
 */
export function withPlacesOf(seen: NoteEntry, theirs: NoteEntry, listed: readonly HistoryEntry[]): NoteEntry {
  const isTheirs = (at: FiledAt): boolean => placeKey(at) === placeKey(theirs.filed);
  const { alsoFiled, earlier, replaces } = seen;
  // Only the places count of a version that is no more in the chart.
  const before = isTheirs(seen.filed) ? { ...theirs, alsoFiled, earlier, replaces } : seen;
  const merged = mergeNotes([...listed, theirs, before]);
  const newest = merged.find((one) => one.earlier?.flatMap(placesOf).some(isTheirs));
  if (newest && isLive(newest)) return newest;
  const known = [...merged, before].find(({ filed }) => isTheirs(filed)) ?? theirs;
  return { ...theirs, alsoFiled: known.alsoFiled, earlier: known.earlier, replaces: known.replaces };
}
