// Changes of a signed note: something is added, corrected, or the whole note is retracted. Each change adds a line with
// its time and text to the note, so that every filed form has it.

import { compareNotes } from '../history/compare-notes.ts';
import type { Instant } from '../ids.ts';
import { cleanText } from './clean-text.ts';
import { COMPARED_NAMES, type ComparedPart } from './lost-part.ts';
import type { AlsoRecorded, ReadinessNote } from './note.ts';
import { readMomentText, writeMoment } from './text/moment.ts';
import { foldedText, plainText } from './text/plain-text.ts';

export const ACTS = ['add', 'correct', 'retract'] as const;
export type Act = (typeof ACTS)[number];

/** One change: what was done, when, and its text (what was added, what was wrong, or why it was retracted). */
export interface NoteChange {
  readonly act: Act;
  readonly at: Instant;
  readonly words: string;
}

/** How each line begins. Charts already have these texts, so they must never change. */
const OPENINGS = { add: 'Added', correct: 'Corrected', retract: 'Entered in error' } as const satisfies Record<
  Act,
  string
>;

/** The line about a change: `Added 23-Nov-2026 10:42 (UTC+01:00)`, with its text. */
export function lineOfChange({ act, at, words }: NoteChange): AlsoRecorded {
  return { label: `${OPENINGS[act]} ${writeMoment(at)}`, value: words };
}

const REMARKS = { add: 'Added to', correct: 'Corrected', retract: 'Entered in error' } as const satisfies Record<
  Act,
  string
>;

/** The remark about a change that an Observation has beside the note. */
export const remarkOfChange = ({ act, words }: NoteChange): string => `${REMARKS[act]}: ${words}`;

/** True for a remark that Evoke filed with this change: that of an Observation, or of a document. */
export const isRemarkOf = (change: NoteChange, remark: string): boolean =>
  remark === remarkOfChange(change) || remark === `${lineOfChange(change).label}: ${change.words}`;

/** The change that a line describes. Undefined for any other line that is also recorded. */
function changeOfLine({ label, value }: AlsoRecorded): NoteChange | undefined {
  for (const act of ACTS) {
    const at = label.startsWith(`${OPENINGS[act]} `)
      ? readMomentText(label.slice(OPENINGS[act].length + 1).replace(/\s+/g, ' '))
      : undefined;
    if (at) return { act, at, words: value };
  }
  return undefined;
}

export const isChange = (line: AlsoRecorded): boolean => changeOfLine(line) !== undefined;

export function changesIn(note: ReadinessNote): readonly NoteChange[] {
  return note.also.flatMap((line) => changeOfLine(line) ?? []);
}

/** The reason that Evoke writes into an extra copy of a note that stays filed. */
export const SECOND_COPY = 'Written twice';

/** True if the note says that it was retracted, and not only as an extra copy. */
export const isRetractedByAuthor = (note: ReadinessNote): boolean =>
  changesIn(note).some(({ act, words }) => act === 'retract' && words !== SECOND_COPY);

/** The note with the line about the change. An addition or correction is a new signing. A retraction is not. */
export function withChange(note: ReadinessNote, change: NoteChange): ReadinessNote {
  const signed = change.act === 'retract' ? {} : { signedAt: change.at };
  return { ...note, ...signed, also: [...note.also, lineOfChange(change)] };
}

/** True if the note lists this change, however a chart wrapped or encoded its lines. */
export function holdsChange(note: ReadinessNote, change: NoteChange): boolean {
  const { label, value } = lineOfChange(change);
  return note.also.some(
    (line) => plainText(line.label) === plainText(label) && plainText(line.value) === plainText(value),
  );
}

/** The parts in which two notes differ, in note order. The time of signing does not count. */
export function differingParts(
  before: ReadinessNote,
  after: ReadinessNote,
  normal = plainText,
): readonly ComparedPart[] {
  const signedAlike = { ...after, signedAt: before.signedAt };
  const [there, back] = [compareNotes(before, signedAlike, normal), compareNotes(signedAlike, before, normal)];
  return [...new Set([...there.changed, ...there.lost, ...back.changed, ...back.lost])];
}

/** The parts in which a person typed something else. Who types `&` in place of `&amp;` means it. */
export const retypedParts = (before: ReadinessNote, after: ReadinessNote): readonly ComparedPart[] =>
  differingParts(before, after, foldedText);

/** The text of a correction: the changed parts, then the clinician's reason, if any. */
export function wordsOfCorrection(before: ReadinessNote, after: ReadinessNote, reason: string): string {
  const said = cleanText(reason);
  const parts = retypedParts(before, after)
    .map((part) => COMPARED_NAMES[part])
    .join(', ');
  return said === '' ? parts : `${parts}. ${said}`;
}

/** The clinician's note on top of a newer version. What was added to the newer version is kept. */
export function onTopOf(theirs: ReadinessNote, mine: ReadinessNote): ReadinessNote {
  return { ...mine, also: [...theirs.also, ...missingIn(mine.also, theirs.also)] };
}

/** The lines that `others` lack. Two lines with the same label and value are the same line. */
export function missingIn(some: readonly AlsoRecorded[], others: readonly AlsoRecorded[]): readonly AlsoRecorded[] {
  const keyOf = ({ label, value }: AlsoRecorded): string => JSON.stringify([label, value]);
  const known = new Set(others.map(keyOf));
  return some.filter((line) => !known.has(keyOf(line)));
}
