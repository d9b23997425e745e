// What happens to a note after it was signed: something is added, something was wrong, or all of it was. Each change
// leaves a line of its own in the note, with its moment and its words, so that every filed form carries it.

import { compareNotes } from '../history/compare-notes.ts';
import type { Instant } from '../ids.ts';
import { cleanText } from './clean-text.ts';
import type { AlsoRecorded, ReadinessNote } from './note.ts';
import { readMomentText, writeMoment } from './text/moment.ts';

/** The three things that can be done to a note that is filed. */
export const ACTS = ['add', 'correct', 'retract'] as const;
export type Act = (typeof ACTS)[number];

/** One change: what was done, when, and in which words (what was added, what was wrong, why it was taken back). */
export interface NoteChange {
  readonly act: Act;
  readonly at: Instant;
  readonly words: string;
}

/** How each line begins. They stand in charts: never renamed. */
const OPENINGS = { add: 'Added', correct: 'Corrected', retract: 'Entered in error' } as const satisfies Record<
  Act,
  string
>;

/** The line a change leaves: `Added 23-Nov-2026 10:42 (UTC+01:00)`, with its words. */
export function lineOfChange({ act, at, words }: NoteChange): AlsoRecorded {
  return { label: `${OPENINGS[act]} ${writeMoment(at)}`, value: words };
}

/** The change a line stands for; undefined for anything else that is also recorded. */
function changeOfLine({ label, value }: AlsoRecorded): NoteChange | undefined {
  for (const act of ACTS) {
    const at = label.startsWith(`${OPENINGS[act]} `)
      ? readMomentText(label.slice(OPENINGS[act].length + 1).replace(/\s+/g, ' '))
      : undefined;
    if (at) return { act, at, words: value };
  }
  return undefined;
}

/** Every change a note tells of, in the order they were made. */
export function changesIn(note: ReadinessNote): readonly NoteChange[] {
  return note.also.flatMap((line) => changeOfLine(line) ?? []);
}

/** The note with the change's line. What is added or corrected is signed again at that moment; a retraction signs nothing. */
export function withChange(note: ReadinessNote, change: NoteChange): ReadinessNote {
  const signed = change.act === 'retract' ? {} : { signedAt: change.at };
  return { ...note, ...signed, also: [...note.also, lineOfChange(change)] };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** True when the note tells of this very change, however a chart wrapped its lines. */
export function holdsChange(note: ReadinessNote, change: NoteChange): boolean {
  const { label, value } = lineOfChange(change);
  return note.also.some((line) => flat(line.label) === flat(label) && flat(line.value) === flat(value));
}

/** The parts in which two notes differ, in a clinician's words and in note order; what each was signed does not count. */
export function differingParts(before: ReadinessNote, after: ReadinessNote): readonly string[] {
  const signedAlike = { ...after, signedAt: before.signedAt };
  const [there, back] = [compareNotes(before, signedAlike), compareNotes(signedAlike, before)];
  return [...new Set([...there.changed, ...there.lost, ...back.changed, ...back.lost])];
}

/** What a correction says of itself: the parts that were changed, then the clinician's own words, if any. */
export function wordsOfCorrection(before: ReadinessNote, after: ReadinessNote, reason: string): string {
  const said = cleanText(reason);
  const parts = differingParts(before, after).join(', ');
  return said === '' ? parts : `${parts}. ${said}`;
}

/**
 * The clinician's note on top of a newer version: theirs stays as the version before it, and what was added or recorded
 * there meanwhile is carried along.
 */
export function onTopOf(theirs: ReadinessNote, mine: ReadinessNote): ReadinessNote {
  const known = new Set(theirs.also.map(alsoRecordedKey));
  return { ...mine, also: [...theirs.also, ...mine.also.filter((line) => !known.has(alsoRecordedKey(line)))] };
}

/** Two lines with the same label and value are the same line. */
export const alsoRecordedKey = ({ label, value }: AlsoRecorded): string => JSON.stringify([label, value]);
