// Private cues for the clinician: how to answer change talk, sustain talk and discord. Shown, never filed, nothing kept.

import type { Side } from '../talk/talk.ts';
import { IDEAS } from './ideas.ts';

/** One way to answer: what to do, with words that may be said. */
export interface Cue {
  readonly id: string;
  readonly does: string;
  readonly says: string;
  readonly source: string;
}

type Row = readonly [id: string, does: string, says: string, source: string];

const cues = (rows: readonly Row[]): readonly Cue[] =>
  rows.map(([id, does, says, source]) => ({ id, does, says, source }));

/** The one-line cue after a mark of change talk (EARS); can be switched off. */
export const EARS_CUE = 'Ask for more, affirm it, say it back, or gather it up.';

const FOR_SUSTAIN = `Responding to sustain talk. ${IDEAS['both-sides']}`;

/** Answers to talk for staying as things are: the other half of being of two minds, and welcome. */
export const SUSTAIN_CUES: readonly Cue[] = cues([
  ['sustain-reflect', 'Say it back, simply', 'Right now this works for you.', FOR_SUSTAIN],
  ['sustain-both', 'Both sides, ending on the change', 'It suits you for now, and you also wonder…', FOR_SUSTAIN],
  ['sustain-choice', 'Name their choice', 'It is your choice, whatever you decide.', FOR_SUSTAIN],
  ['sustain-reframe', 'Offer another light on it', 'It has helped you through hard days.', FOR_SUSTAIN],
  ['sustain-beside', 'Stand beside it', 'This may not be the time.', FOR_SUSTAIN],
  ['sustain-wait', 'Ask about the rest of the picture', 'What else is part of this for you?', FOR_SUSTAIN],
]);

const FOR_DISCORD = 'Responding to discord. Common teaching, unverified against the textbook. Own words.';

/** Answers to a strain between the two people: a signal to change course, never a fact about the patient. */
export const DISCORD_CUES: readonly Cue[] = cues([
  ['discord-back', 'Step back and slow down', 'I got ahead of you there.', FOR_DISCORD],
  ['discord-sorry', 'Say sorry, plainly', 'I am sorry. That came out as pushing.', FOR_DISCORD],
  ['discord-reflect', 'Say back what you see', 'This is not what you came for today.', FOR_DISCORD],
  ['discord-affirm', 'Affirm', 'You know your own life best.', FOR_DISCORD],
  ['discord-choice', 'Affirm their choice', 'Nobody can decide this for you.', FOR_DISCORD],
  ['discord-shift', 'Shift the focus', 'What would be more useful to talk about?', FOR_DISCORD],
]);

/** The cue after a mark: one line, by its side. `turn` counts earlier marks of that side, so that cues rotate. */
export function cueAfter(side: Side, turn: number): string {
  if (side === 'change') return EARS_CUE;
  const cue = SUSTAIN_CUES[turn % SUSTAIN_CUES.length];
  return cue ? `${cue.does}: "${cue.says}"` : EARS_CUE;
}
