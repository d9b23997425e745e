// The text of the 60-second start.

import type { HeardLine } from '../marks.ts';

export const START = {
  change: 'stop smoking',
  hear: '1. Hear it and mark it',
  hearWhy: 'A patient says this about smoking. Tap what you hear, or press its letter. The words can wait.',
  lines: [['I’ve got to quit before the baby’s here.', { '+N': 8, '+R': 2 }, '“I’ve got to” says it must be. That’s need, on the side of change. If the baby is why, some hear a reason. Anything on that side would do while you listen.']],
  ask: '2. Ask one ruler',
  askWhy: 'Ask it aloud, and press the number you hear. This patient says: “A six, I guess.” Then ask why it isn’t lower.',
  // The reply to the question that follows the number.
  reason: 'The patient says: “I want to hold this kid and not smell of smoke.” That’s change talk. It’s theirs, and you didn’t argue for it.',
  end: '3. Say it back, and leave the door open',
  endWhy: 'Reflect before you ask again. A visit may end with a step, or with no plan and an open door. Both are complete.',
  on: 'On to the tour',
} as const satisfies { readonly lines: readonly HeardLine[]; readonly [text: string]: unknown };
