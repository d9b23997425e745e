// Focus: one shared direction. The patient's topics first, permission before ours, then one behaviour and a way to go.

import { type Prompt, prompts } from './prompt.ts';

/** In the order they are offered; those for "no target yet" come first while it is so. */
export const FOCUS: readonly Prompt[] = [
  ...prompts({ process: 'focus', idea: 'agenda', need: 'no-target' }, [
    ['focus-start', 'Which of these topics would you like to start with?'],
    ['focus-else', 'What else belongs on our list today?'],
    ['focus-one-thing', 'If we had time for one thing, what would it be?'],
    ['focus-together', 'Looking at all of this together, what stands out?'],
    ['focus-difference', 'Which one change would make the most difference to you?'],
  ]),
  ...prompts({ process: 'focus', idea: 'permission', need: 'no-target' }, [
    ['focus-may-talk', 'Would it be all right to talk a little about…'],
    ['focus-chart', 'Something in your chart stood out. May I mention it?'],
    ['focus-room', 'I have one topic too. Is there room for it?'],
  ]),
  ...prompts({ process: 'focus', idea: 'direction' }, [
    ['focus-way', 'Which way feels right: stopping, less, more, or differently?'],
    ['focus-look', 'What would that look like on an ordinary day?'],
    ['focus-pace', 'What pace would suit you?'],
    ['focus-agreed', 'So what we talk about today is…'],
  ]),
  ...prompts({ process: 'focus', idea: 'autonomy' }, [['focus-yours', 'It is your choice where we go from here, so…']]),
  ...prompts({ process: 'focus', idea: 'both-sides' }, [['focus-unsure', 'You are not sure yet which way, and…']]),
];
