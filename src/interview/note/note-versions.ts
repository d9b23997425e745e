// The versions one place in the chart has held, and what was done from one to the next. Knows no server.

import type { HistoryEntry, Standing } from '../history/history.ts';
import type { Instant } from '../ids.ts';
import type { AlsoRecorded } from './note.ts';
import { alsoRecordedKey, differingParts } from './note-change.ts';

/** One version. `recorded` is when the chart took it in, absent where the chart does not say it to the minute. */
export interface NoteVersion {
  readonly entry: HistoryEntry;
  readonly recorded?: Instant;
}

/** What a version says otherwise than the one before it. Nothing of all this: the two say the same. */
export interface VersionStep {
  /** The parts that differ, in a clinician's words and in note order. */
  readonly parts: readonly string[];
  /** What was recorded besides, such as the line of a correction and its reason. */
  readonly lines: readonly AlsoRecorded[];
  /** Its status, where that is another one. */
  readonly standing?: Standing;
}

const missingIn = (some: readonly AlsoRecorded[], others: readonly AlsoRecorded[]): readonly AlsoRecorded[] => {
  const known = new Set(others.map(alsoRecordedKey));
  return some.filter((line) => !known.has(alsoRecordedKey(line)));
};

/** What became of `before`; undefined where one of the two cannot be read, so that nothing can be said. */
export function stepBetween(before: HistoryEntry, after: HistoryEntry): VersionStep | undefined {
  if (before.kind !== 'note' || after.kind !== 'note') return undefined;
  const lines = missingIn(after.note.also, before.note.also);
  const isLineGone = missingIn(before.note.also, after.note.also).length > 0;
  // A line that is new is shown as it was written; one that is gone can only be named.
  const parts = differingParts(before.note, after.note).filter((part) => isLineGone || part !== 'also recorded');
  return { parts, lines, ...(before.standing !== after.standing && { standing: after.standing }) };
}

/** True where the chart may hold versions before this one: a document is never edited, what it replaces stands under it. */
export function mayHaveEarlier(entry: HistoryEntry): boolean {
  const { form, version, resourceId } = entry.filed;
  if (form === 'document' || resourceId === '') return false;
  if (entry.kind === 'note' && ['amended', 'corrected', 'retracted'].includes(entry.standing)) return true;
  return version !== undefined && !/^[01]$/.test(version);
}
