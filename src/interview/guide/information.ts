// The elicit-provide-elicit card: ask and ask permission, give one neutral piece, ask what it means to them.

import { IDEAS } from './ideas.ts';
import { OPTIONS } from './options.ts';

/** One step of the card: what it is for, then words that may be said. */
export interface InformationStep {
  readonly id: 'ask' | 'offer' | 'ask-again';
  readonly aim: string;
  readonly says: readonly string[];
  readonly source: string;
}

const source = `Elicit-provide-elicit. ${IDEAS.permission}`;

/** The three steps in order. The last one asks for their meaning, not for agreement. */
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
    says: ['Some people in your place have tried…', 'You know best what fits your life. One idea is…'],
    source,
  },
  {
    id: 'ask-again',
    aim: 'Ask what it means to them',
    says: ['What does that mean for you?', "How does that fit with what you've seen yourself?"],
    source,
  },
];

/** The words before a menu, and the source of every option in it. */
export const MENU = { lead: 'What others have tried:', source: IDEAS.menu } as const;

/** A menu of neutral options for the behavior of that key, to choose from or add to; empty for any other topic. */
export function optionsFor(key: string | undefined): readonly string[] {
  return (key === undefined ? undefined : OPTIONS[key]) ?? [];
}
