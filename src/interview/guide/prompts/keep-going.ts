// Evoke for a change already made: what it gives, how it is kept up, why it matters. Asking what a change would bring
// would invite reasons to go back.

import { type Prompt, prompts } from './prompt.ts';

const change = 'made';

/** For any behavior, in table order. Offered only if the patient wants to keep going. */
export const KEEP_GOING: readonly Prompt[] = [
  ...prompts({ idea: 'darn', asks: 'desire', change }, [
    ['keep-hold', 'What do you most want to hold on to?'],
    ['keep-enjoy', 'What would you like to go on enjoying?'],
  ]),
  ...prompts({ idea: 'success', asks: 'ability', change }, [
    ['keep-how', 'How have you managed to keep this going?'],
    ['keep-hard-day', 'What helps you stay with it on a hard day?'],
    ['keep-proud', 'What are you most proud of so far?'],
  ]),
  ...prompts({ idea: 'darn', asks: 'reason', change }, [
    ['keep-better', 'What do you get from keeping this going?'],
    ['keep-noticed', 'What, if anything, have others noticed?'],
    ['keep-three', 'What are your three best reasons to keep going?'],
  ]),
  ...prompts({ idea: 'darn', asks: 'need', change }, [
    ['keep-matter', 'What makes it important to you to keep this going?'],
  ]),
  // For one situation, as in the prompts for any target.
  ...prompts({ idea: 'looking-ahead', asks: 'reason', need: 'low-importance', change }, [
    ['keep-next-year', 'If you keep this going, what might next year hold?'],
  ]),
  ...prompts({ idea: 'success', asks: 'ability', need: 'low-confidence', change }, [
    ['keep-through', 'When it got hard, what helped you stay with it?'],
  ]),
  ...prompts({ idea: 'both-sides', need: 'both-sides', change }, [
    ['keep-effort', 'Keeping this up takes effort, and you also notice…'],
    ['keep-part', 'Part of you is tired of keeping this up, and part…'],
  ]),
  ...prompts({ idea: 'mobilizing', asks: 'activation', need: 'mobilize', change }, [
    ['keep-willing', 'What are you willing to do to keep this going?'],
  ]),
  ...prompts({ idea: 'mobilizing', asks: 'taking-steps', need: 'mobilize', change }, [
    ['keep-lately', 'What have you done lately to keep this going?'],
  ]),
];
