// The fixed English labels of the note as text. Changing a label, its order or its meaning needs a new version.
// Patients read them: person first, no codes, no jargon.

import { byRuler, RULER_NAMES } from '../../ruler.ts';
import type { Direction, RaisedBy } from '../../talk/focus.ts';
import type { Side, Strand, Talk } from '../../talk/talk.ts';
import type { StepResult } from '../note.ts';
import type { Ending, TextName } from '../note-facts.ts';

/** Labels of the note's frame. */
export const FRAME = {
  date: 'Date',
  about: 'About',
  sensitive: 'Discreet title',
  direction: 'Direction',
  raisedBy: 'Brought up by',
  permission: 'Fine to talk about it',
  lastStep: 'Last step',
  again: 'Asked again',
  why: 'Why that number',
  raise: 'What would raise it',
  plan: 'Plan',
  planConfidence: 'How sure of this step (0-10)',
  followUp: 'Follow-up',
  minutes: 'Minutes',
  also: 'Also recorded',
  noted: 'Noted as',
  signed: 'Signed',
  replaces: 'Replaces',
  record: 'Record',
} as const;

/** Labels of the texts. The follow-up channel is part of the follow-up line, so it shares that label. */
export const TEXT_LABELS = {
  'change-goal': 'Goal',
  'agenda-item': 'On the agenda',
  strength: 'Strength',
  'who-was-present': 'Who was there',
  'last-step-words': 'About that step',
  'information-given': 'Information shared',
  'information-view': 'What they make of it',
  'plan-not-today-why': 'Why not today',
  'plan-change': 'Change',
  'plan-reason': 'Why it matters',
  'plan-first-step': 'First step',
  'plan-step': 'Further step',
  'plan-support': 'Who can help',
  'plan-sign-working': 'How to tell it works',
  'plan-barrier': 'What could get in the way',
  'plan-if-then': 'If that happens',
  'plan-if-not-working': 'If the plan does not work',
  'plan-commitment': 'In their own words',
  'plan-referral': 'Who else they will see',
  'plan-follow-up-how': FRAME.followUp,
} as const satisfies Record<TextName, string>;

export const RULER_LABELS = byRuler((name) => `${RULER_NAMES[name]} (0-10)`);

export const DIRECTION_WORDS = {
  stop: 'stop',
  'cut-down': 'cut down',
  start: 'start',
  'do-more': 'do more',
  'keep-going': 'keep going',
  'change-how': 'change how or when',
  explore: 'not decided yet',
} as const satisfies Record<Direction, string>;

export const RAISED_WORDS = {
  patient: 'the patient',
  clinician: 'the clinician',
  both: 'both',
} as const satisfies Record<RaisedBy, string>;

export const STEP_WORDS = { done: 'done', partly: 'partly', 'not-yet': 'not yet' } as const satisfies Record<
  StepResult,
  string
>;

export const ENDING_WORDS = {
  agreed: 'agreed',
  'not-today': 'no plan today, the door is open',
} as const satisfies Record<Ending, string>;

const STRAND_WORDS = {
  desire: ' (desire)',
  ability: ' (ability)',
  reason: ' (reason)',
  need: ' (need)',
  commitment: ' (commitment)',
  activation: ' (activation)',
  'taking-steps': ' (taking steps)',
  other: ' (other)',
  unsure: '',
} as const satisfies Record<Strand, string>;

/** The label of a quote in version 1, which is read but no longer written. */
export function talkLabel({ side, strand }: Talk): string {
  return `${side === 'change' ? 'For change' : 'For staying the same'}${STRAND_WORDS[strand]}`;
}

/** The headings over quotes, by side. */
export const SIDE_HEADINGS = {
  change: 'What would be different',
  sustain: 'What keeps things as they are',
} as const satisfies Record<Side, string>;

/** The kind of each quote, in words that fit both sides. */
export const KIND_LABELS = {
  desire: 'Wish',
  ability: 'Ability',
  reason: 'Reason',
  need: 'Need',
  commitment: 'Intention',
  activation: 'Willingness',
  'taking-steps': 'Step taken',
  other: 'Also said',
  unsure: 'Said',
} as const satisfies Record<Strand, string>;
