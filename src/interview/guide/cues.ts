// Private cues for the clinician when there is discord in the conversation. Shown, never filed or stored. The Spanish is
// our own, 28 November 2026, and not yet read by a native clinician.

import type { InLanguages } from '../patient/patient-words.ts';

/** One way to respond: what to do, with words to say. */
export interface Cue {
  readonly id: string;
  readonly does: string;
  readonly says: InLanguages;
}

export const CUE_SOURCE = 'Responding to discord. Common teaching, unverified against the textbook. Own words.';

const cue = (id: string, does: string, en: string, es: string): Cue => ({ id, does, says: { en, es } });

/** Responses to discord, which is a signal to change course and never a fact about the patient. */
export const DISCORD_CUES: readonly Cue[] = [
  cue('discord-back', 'Step back and slow down', 'I got ahead of you there.', 'Me adelanté.'),
  cue('discord-sorry', 'Say sorry, plainly', "I'm sorry. That sounded pushy.", 'Perdón. Eso sonó como presión.'),
  cue(
    'discord-reflect',
    'Say back what you see',
    "This isn't what you came for today.",
    'Usted no vino hoy para esto.',
  ),
  cue('discord-affirm', 'Affirm', 'You know your own life best.', 'Usted conoce su vida mejor que nadie.'),
  cue('discord-choice', 'Affirm their choice', 'Nobody can decide this for you.', 'Esto solo lo puede decidir usted.'),
  cue(
    'discord-shift',
    'Shift the focus',
    'What would be more useful to talk about?',
    '¿De qué le serviría más hablar?',
  ),
];
