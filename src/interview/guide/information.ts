// The elicit-provide-elicit card: ask first and ask permission, give one neutral fact, ask what it means to the
// patient.

import type { Language } from '../patient/patient-words.ts';
import { IDEAS } from './ideas.ts';
import { OPTIONS } from './options.ts';
import { INFORMATION_ES, MENU_LEAD_ES } from './spanish/cards-es.ts';
import { OPTIONS_ES } from './spanish/options-es.ts';

/** One step of the card: its purpose and words to say. */
export interface InformationStep {
  readonly id: 'ask' | 'offer' | 'ask-again';
  readonly aim: string;
  readonly says: readonly string[];
  readonly source: string;
}

const source = `Elicit-provide-elicit. ${IDEAS.permission}`;

/** The three steps in order. The last one asks for the patient's meaning, not for agreement. */
export const INFORMATION_STEPS: readonly InformationStep[] = [
  {
    id: 'ask',
    aim: 'Ask what they know, and for permission',
    says: [
      'What do you already know about this?',
      'What would you most like to know?',
      'Would it be OK if I shared what has helped others?',
    ],
    source,
  },
  {
    id: 'offer',
    aim: 'Give one neutral piece, then stop',
    says: ['Some people in your situation have tried…', 'You know best what fits your life. One idea is…'],
    source,
  },
  {
    id: 'ask-again',
    aim: 'Ask what it means to them',
    says: ['What does that mean for you?', "How does that fit with what you've seen yourself?"],
    source,
  },
];

/** The words of a step in the language of the visit. */
export const wordsOfStep = ({ id, says }: InformationStep, language: Language): readonly string[] =>
  language === 'es' ? (INFORMATION_ES[id] ?? says) : says;

/** The words before a menu, and the source of every option in it. */
export const MENU = { lead: { en: 'What others have tried:', es: MENU_LEAD_ES }, source: IDEAS.menu } as const;

const OPTIONS_IN = { en: OPTIONS, es: OPTIONS_ES } as const;

/** Neutral options for the behavior with that key, to choose from or add to. Empty for any other topic. */
export function optionsFor(key: string | undefined, language: Language = 'en'): readonly string[] {
  return (key === undefined ? undefined : OPTIONS_IN[language][key]) ?? [];
}
