// Phrases that several panels say.

import type { StepResult } from '../../interview/note/note.ts';

/** `1 note`, `12 notes`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The text with its first letter as a capital. */
export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Entries of another patient that the chart gave and that were left out. */
export const otherPatientsText = (count: number): string =>
  `${counted(count, 'entry', 'entries')} for another patient ${count === 1 ? 'was' : 'were'} not shown.`;

/** How an agreed step went. */
export const RESULT_WORDS: { readonly [R in StepResult]: string } = {
  done: 'Done',
  partly: 'Partly',
  'not-yet': 'Not yet',
};
