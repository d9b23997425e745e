// Names the parts of a note that a chart left out or changed. Says which entries beside a note somebody has to look at.
// A part without words does not compile.

import { type ChangedPart, COMPARED_NAMES, type EntryPart, type LostPart } from '../../interview/note/lost-part.ts';

/** A part that a list names. What is said about entries beside a note is a sentence. */
type NamedPart = Exclude<LostPart, EntryPart> | ChangedPart;

const NAMES: { readonly [Part in NamedPart]: string } = {
  ...COMPARED_NAMES,
  visit: 'visit',
  'coded-parts': 'coded parts',
  'readable-text': 'readable text as it was signed',
  'security-labels': 'security labels',
  'note-number': 'note number',
  author: 'author',
  content: 'content',
  'answer-entries': 'ruler answers as entries of their own',
  status: 'status',
};

const ENTRIES: { readonly [Part in EntryPart]: string } = {
  'unchecked-entries': 'Evoke could not check the ruler answers and the goal that are entries of their own.',
  'earlier-answers': 'The ruler answers of the earlier note are still in the chart as entries of their own.',
  'earlier-goal': 'The goal of the earlier note is still active.',
};

/** What to do about entries beside a note. */
export const LOOK_BESIDE = 'Look at these entries in the chart.';

const isEntry = (part: LostPart): part is EntryPart => part in ENTRIES;

/** The names of some parts, with commas. `also` is another name for lines that are also recorded. */
export const partNames = (parts: readonly NamedPart[], also = NAMES.also): string =>
  parts.map((part) => (part === 'also' ? also : NAMES[part])).join(', ');

/** The parts of a note that the chart left out, without what is said about entries beside it. */
export const leftOut = (lost: readonly LostPart[]): readonly NamedPart[] =>
  lost.flatMap((part) => (isEntry(part) ? [] : [part]));

/** Sentences about everything in `lost`. Empty if it is empty. */
export function lostWords(lost: readonly LostPart[], also?: string): string {
  const parts = leftOut(lost);
  const said = parts.length > 0 ? [`The chart left out: ${partNames(parts, also)}.`] : [];
  return [...said, ...lost.filter(isEntry).map((part) => ENTRIES[part])].join(' ');
}
