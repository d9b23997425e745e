// The elicit-provide-elicit card: ask first and ask permission, give one neutral fact, ask what it means to the
// patient. The Spanish is our own, 28 November 2026, and not yet read by a native clinician.

import type { Language } from '../patient/patient-words.ts';
import type { Direction } from '../talk/focus.ts';
import { IDEAS } from './ideas.ts';
import { OPTIONS } from './options.ts';

/** One step of the card: its purpose and words to say. */
export interface InformationStep {
  readonly id: 'ask' | 'offer' | 'ask-again';
  readonly aim: string;
  readonly says: { readonly [L in Language]: readonly string[] };
}

export const INFORMATION_SOURCE = `Elicit-provide-elicit. ${IDEAS.permission}`;

/** The three steps in order. The last one asks for the patient's meaning, not for agreement. */
export const INFORMATION_STEPS: readonly InformationStep[] = [
  {
    id: 'ask',
    aim: 'Ask what they know, and for permission',
    says: {
      en: [
        'What do you already know about this?',
        'What would you most like to know?',
        'Would it be OK if I shared what has helped others?',
      ],
      es: [
        '¿Qué sabe ya de esto?',
        '¿Qué le gustaría saber?',
        '¿Le parece bien si le cuento qué les ha servido a otras personas?',
      ],
    },
  },
  {
    id: 'offer',
    aim: 'Give one neutral piece, then stop',
    says: {
      en: ['Some people in your situation have tried…', 'You know best what fits your life. One idea is…'],
      es: [
        'Algunas personas en su situación han probado…',
        'Usted sabe mejor que nadie qué va con su vida. Una idea es…',
      ],
    },
  },
  {
    id: 'ask-again',
    aim: 'Ask what it means to them',
    says: {
      en: ['What does that mean for you?', "How does that fit with what you've seen yourself?"],
      es: ['¿Qué significa eso para usted?', '¿Cómo encaja eso con lo que usted ha visto?'],
    },
  },
];

/** The words before a menu, and the source of every option in it. */
export const MENU = {
  lead: { en: 'What others have tried:', es: 'Lo que otras personas han probado:' },
  source: IDEAS.menu,
} as const;

/** Neutral options for the behavior with that key and a direction, to choose from or add to. Empty for other topics. */
export function optionsFor(key: string | undefined, language: Language, direction?: Direction): readonly string[] {
  const options = OPTIONS.get(key ?? '') ?? [];
  const fits = options.filter(([, , not]) => !direction || !not?.includes(direction));
  return fits.map(([en, es]) => ({ en, es })[language]);
}
