// The parts of a note that a comparison names, as codes, and their names. It knows neither forms nor servers.

import type { RulerName } from '../ruler.ts';

/** A part of the note itself, which two copies of it can differ in. */
export type ComparedPart =
  | 'date'
  | 'target'
  | 'sensitive'
  | 'goal'
  | 'direction'
  | 'raised-by'
  | 'permission'
  | 'agenda'
  | 'strengths'
  | 'present'
  | 'last-step'
  | 'information'
  | RulerName
  | 'talk'
  | 'counts'
  | 'plan'
  | 'follow-up'
  | 'minutes'
  | 'also'
  | 'language'
  | 'signed-at';

/** What is filed along with a note and may be wrong without being lost. `unchecked-entries` could not be read. */
export type EntryPart = 'unchecked-entries' | 'earlier-answers' | 'earlier-goal';

/**
 * What a chart can leave out of a note. `content`: all of it but the status. `answer-entries`: ruler answers as entries
 * of their own.
 */
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

/** The name of each compared part, for clinicians. Corrections in charts and kept drafts have these, so they never change. */
export const COMPARED_NAMES: { readonly [Part in ComparedPart]: string } = {
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
  importance: 'importance',
  confidence: 'confidence',
  readiness: 'readiness',
  talk: 'quotes',
  counts: 'counts of what was said',
  plan: 'plan',
  'follow-up': 'follow-up',
  minutes: 'minutes',
  also: 'also recorded',
  language: 'language',
  'signed-at': 'time of signing',
};
