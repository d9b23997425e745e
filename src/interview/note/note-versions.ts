// The versions of a note at one place in the chart, and the difference between two versions.

import type { HistoryEntry, Standing } from '../history/history.ts';
import type { Instant } from '../ids.ts';
import type { ComparedPart } from './lost-part.ts';
import type { AlsoRecorded } from './note.ts';
import { differingParts, missingIn } from './note-change.ts';

/** One version. `recorded` is when the chart stored it. Absent if the chart does not give it to the minute. */
export interface NoteVersion {
  readonly entry: HistoryEntry;
  readonly recorded?: Instant | undefined;
}

/** How a version differs from the one before. Empty if both say the same. */
export interface VersionStep {
  /** The parts that differ, in note order. */
  readonly parts: readonly ComparedPart[];
  /** New lines that are also recorded, such as the line of a correction with its reason. */
  readonly lines: readonly AlsoRecorded[];
  readonly standing: Standing | undefined;
}

/** The difference from `before` to `after`. Undefined if either cannot be read. */
export function stepBetween(before: HistoryEntry, after: HistoryEntry): VersionStep | undefined {
  if (before.kind !== 'note' || after.kind !== 'note') return undefined;
  const lines = missingIn(after.note.also, before.note.also);
  const isLineGone = missingIn(before.note.also, after.note.also).length > 0;
  // A new line is shown as written. A removed line can only be named.
  const parts = differingParts(before.note, after.note).filter((part) => isLineGone || part !== 'also');
  return { parts, lines, standing: before.standing === after.standing ? undefined : after.standing };
}

/** True if the chart may have earlier versions. A document is never edited: what it replaces is listed under it. */
export function mayHaveEarlier(entry: HistoryEntry): boolean {
  const { form, version, resourceId } = entry.filed;
  if (form === 'document' || resourceId === '') return false;
  if (entry.kind === 'note' && ['amended', 'corrected', 'retracted'].includes(entry.standing)) return true;
  return version !== undefined && !/^[01]$/.test(version);
}
