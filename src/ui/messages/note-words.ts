// How a filed note is named to a clinician: its day and topic, its status, how often the chart has it, and its records.

import type { FiledAt, Standing } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import { clinicalDate } from '../day-and-time/dates.ts';
import { FORM_WORDS } from './destination-text.ts';

/** What became of a note. */
export const STANDING_WORDS: { readonly [S in Standing]: string } = {
  current: 'Final',
  amended: 'Added to since it was signed',
  corrected: 'Corrected since it was signed',
  draft: 'Not final',
  superseded: 'Replaced by a newer one',
  retracted: 'Entered in error',
};

/** A note by its day, as precise as the chart has it, and its topic, never by its patient. */
export const nameOfNote = ({ note, date = note.at }: NoteEntry): string =>
  `${clinicalDate(date)}, ${note.target.label ?? 'no topic named'}`;

const TIMES = ['', 'once', 'twice'] as const;

/** How often the chart has a note: "twice". `count` is 1 or more. */
export const timesOf = (count: number): string => TIMES[count] ?? `${count} times`;

/** The records of a note, for looking them up in the chart. */
export const recordsOf = (places: readonly FiledAt[]): string =>
  places.map(({ form, resourceId }) => `${FORM_WORDS[form]} ${resourceId}`).join(', ');
