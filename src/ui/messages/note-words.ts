// How a filed note is named to a clinician: its day and topic, how often the chart has it, and its records.

import type { FiledAt } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { clinicalDate } from '../dates.ts';
import { FORM_WORDS } from './destination-text.ts';

/** A note by its day and its topic, never by its patient. */
export const nameOfNote = ({ at, target }: ReadinessNote): string =>
  `${clinicalDate(at)}, ${target.label ?? 'no topic named'}`;

const TIMES = ['', 'once', 'twice'] as const;

/** How often the chart has a note: "twice". `count` is 1 or more. */
export const timesOf = (count: number): string => TIMES[count] ?? `${count} times`;

/** The records of a note, for looking them up in the chart. */
export const recordsOf = (places: readonly FiledAt[]): string =>
  places.map(({ form, resourceId }) => `${FORM_WORDS[form]} ${resourceId}`).join(', ');
