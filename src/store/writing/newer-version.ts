// What a newer version of a note in the chart means for the change that was begun over an older one.

import { placeKey } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
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

/** The chart's version with every place that is known of it or of the one that was seen, because a change must reach all. */
export function withPlacesOf(seen: NoteEntry, theirs: NoteEntry): NoteEntry {
  if (placeKey(seen.filed) !== placeKey(theirs.filed)) return { ...theirs, earlier: theirs.earlier ?? [seen] };
  const { alsoFiled = seen.alsoFiled, earlier = seen.earlier, replaces = seen.replaces } = theirs;
  return { ...theirs, alsoFiled, earlier, replaces };
}
