// Phrases that several panels say.

import type { StepResult } from '../../interview/note/note.ts';
import { counted } from '../../lib/english.ts';

/** Entries of another patient that the chart gave and that were left out. */
export const otherPatientsText = (count: number): string =>
  `${counted(count, 'entry', 'entries')} for another patient ${count === 1 ? 'was' : 'were'} not shown.`;

/** How an agreed step went. */
export const RESULT_WORDS: { readonly [R in StepResult]: string } = {
  done: 'Done',
  partly: 'Partly',
  'not-yet': 'Not yet',
};
