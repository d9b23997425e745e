// Focus: one shared direction. The patient's topics first, permission before ours, then one behavior and a direction.

import { type Prompt, prompts } from './prompt.ts';

/** In the order in which they are offered. Those for "no target yet" come first until there is a target. */
export const FOCUS: readonly Prompt[] = [
  ...prompts({ idea: 'agenda', need: 'no-target' }, [
    ['focus-start', 'Which of these topics would you like to start with?'],
    ['focus-else', 'What else belongs on our list today?'],
    ['focus-one-thing', 'If we had time for one thing, what would it be?'],
    ['focus-together', 'Looking at all of this together, what stands out?'],
  ]),
  ...prompts({ idea: 'agenda', need: 'no-target', change: 'ahead' }, [
    ['focus-difference', 'Which one change would make the most difference to you?'],
  ]),
  ...prompts({ idea: 'permission', need: 'no-target' }, [
    ['focus-may-talk', 'Would it be all right to talk a little about…'],
    ['focus-chart', 'Would it be OK if I mentioned something from your chart?'],
    ['focus-room', "There's something I'd like to bring up too. Would that be OK?"],
  ]),
  ...prompts({ idea: 'direction', change: 'ahead' }, [
    ['focus-way', 'What, if anything, would you like to do about it?'],
    ['focus-look', 'What would that look like on an ordinary day?'],
    ['focus-pace', 'What pace would suit you?'],
  ]),
  ...prompts({ idea: 'direction', change: 'made' }, [
    ['focus-keep', 'What do you do on an ordinary day to keep it going?'],
    ['focus-ease', 'What makes it easier to keep this going?'],
  ]),
  ...prompts({ idea: 'direction' }, [['focus-agreed', "So today we'll talk about…"]]),
  ...prompts({ idea: 'autonomy' }, [['focus-yours', "It's your choice where we go from here, so…"]]),
  ...prompts({ idea: 'both-sides', change: 'ahead' }, [['focus-unsure', "You're not sure yet which way to go, and…"]]),
];
