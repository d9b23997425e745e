// Engage: open invitations, affirmations and reflections, never a series of questions.

import { type Prompt, prompts } from './prompt.ts';

/** In the order in which they are offered. */
export const ENGAGE: readonly Prompt[] = [
  ...prompts({ idea: 'invitation' }, [
    ['engage-talk', 'What would you most like to talk about today?'],
    ['engage-since', "What's been on your mind since we last met?"],
    ['engage-ordinary', 'What does an ordinary day look like for you?'],
  ]),
  ...prompts({ idea: 'reflection' }, [
    ['engage-heart', 'So for you, the heart of it is…'],
    ['engage-weighs', 'Part of what weighs on you is…'],
  ]),
  ...prompts({ idea: 'values' }, [
    ['engage-matters', 'What matters most to you right now?'],
    ['engage-people', 'Who matters most to you?'],
  ]),
  ...prompts({ idea: 'affirmation' }, [
    ['engage-kept', 'You kept at it, even when…'],
    ['engage-came', 'You made time to come in, although…'],
    ['engage-care', 'You care a great deal about…'],
  ]),
  ...prompts({ idea: 'success' }, [
    ['engage-pleased', 'What are you pleased with from the past month?'],
    ['engage-friend', 'What would a good friend say you do well?'],
  ]),
  ...prompts({ idea: 'invitation' }, [
    ['engage-fits', 'How does your health fit into the rest of your life?'],
    ['engage-understand', 'What would help me understand how things are for you?'],
  ]),
];
