// The parts of a note that a comparison names, as codes, and their names. It knows neither forms nor servers.

import { byRuler, RULER_NAMES } from '../ruler.ts';

/**
 * Each part that two copies of a note can differ in, with its name for clinicians. Corrections in charts and kept drafts
 * have these names, so they never change.
 */
export const COMPARED_NAMES = {
  date: 'date and time',
  target: 'what it was about',
  sensitive: 'sensitive mark',
  goal: 'goal',
  direction: 'direction',
  'raised-by': 'who brought it up',
  permission: 'permission',
  agenda: 'agenda',
  strengths: 'strengths',
  present: 'who was present',
  'last-step': 'last step',
  information: 'information shared',
  ...byRuler((name) => RULER_NAMES[name].toLowerCase()),
  talk: 'quotes',
  counts: 'counts of what was said',
  plan: 'plan',
  'follow-up': 'follow-up',
  minutes: 'minutes',
  also: 'also recorded',
  language: 'language',
  'signed-at': 'time of signing',
} as const;
export type ComparedPart = keyof typeof COMPARED_NAMES;

/** What is filed along with a note and may be wrong without being lost. `unchecked-entries` could not be read. */
export type EntryPart = 'unchecked-entries' | 'earlier-answers' | 'earlier-goal';

/** What a chart can leave out of a note. `content`: all but the status. `answer-entries`: the rulers' own entries. */
export type LostPart =
  | ComparedPart
  | 'visit'
  | 'coded-parts'
  | 'readable-text'
  | 'security-labels'
  | 'note-number'
  | 'author'
  | 'content'
  | 'answer-entries'
  | EntryPart;

/** What a chart can have with another value than was sent. */
export type ChangedPart = ComparedPart | 'status' | 'author';

const AROUND: readonly LostPart[] = [
  'visit',
  'coded-parts',
  'readable-text',
  'security-labels',
  'note-number',
  'author',
  'signed-at',
  'unchecked-entries',
  'earlier-answers',
  'earlier-goal',
];

/** True if the chart left out something that was typed, and not only a part around it. */
export const losesTyped = (lost: readonly LostPart[]): boolean => lost.some((part) => !AROUND.includes(part));
