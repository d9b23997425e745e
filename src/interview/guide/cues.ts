// Private cues for the clinician when the conversation is tense. Shown, never filed or stored.

import { CUES_ES } from './spanish/cards-es.ts';

/** One way to respond: what to do, with words to say. */
export interface Cue {
  readonly id: string;
  readonly does: string;
  readonly says: string;
  /** The same words in Spanish. */
  readonly saysInSpanish: string;
  readonly source: string;
}

type Row = readonly [id: string, does: string, says: string, source: string];

const cues = (rows: readonly Row[]): readonly Cue[] =>
  rows.map(([id, does, says, source]) => ({ id, does, says, saysInSpanish: CUES_ES[id] ?? says, source }));

const FOR_DISCORD = 'Responding to discord. Common teaching, unverified against the textbook. Own words.';

/** Responses to discord, which is a signal to change course and never a fact about the patient. */
export const DISCORD_CUES: readonly Cue[] = cues([
  ['discord-back', 'Step back and slow down', 'I got ahead of you there.', FOR_DISCORD],
  ['discord-sorry', 'Say sorry, plainly', "I'm sorry. That sounded pushy.", FOR_DISCORD],
  ['discord-reflect', 'Say back what you see', "This isn't what you came for today.", FOR_DISCORD],
  ['discord-affirm', 'Affirm', 'You know your own life best.', FOR_DISCORD],
  ['discord-choice', 'Affirm their choice', 'Nobody can decide this for you.', FOR_DISCORD],
  ['discord-shift', 'Shift the focus', 'What would be more useful to talk about?', FOR_DISCORD],
]);
