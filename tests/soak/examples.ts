// Schedules that once broke a promise, kept so that they never do again. Data only.

import type { Schedule } from './schedule.ts';

const act = (
  name: Extract<Schedule['steps'][number], { does: 'act' }>['act'],
  seat: 0 | 1 = 0,
): Schedule['steps'][number] => ({
  ...{ does: 'act', act: name, seat, patient: 'pat' },
});

const usual = { profile: 'open', renews: false, conditional: 'advertised', history: 'left' } as const;

/** Each with the fault it found. */
export const EXAMPLES: readonly Schedule[] = [
  // The second note of a visit held no lock on its draft: another panel took up the same one.
  { ...usual, steps: [act('begins-another'), act('marks'), { does: 'wait', ms: 61_000 }, act('marks', 1)] },
  // A database that never answers kept the panel from opening at all.
  { ...usual, steps: [{ does: 'shelve', shelf: 'hangs' }, act('marks'), act('signs')] },
  // The device refused to write down that the note had left, and the shredding: the old draft came back, and was sent again.
  {
    ...{ ...usual, conditional: 'never' },
    steps: [
      ...[act('marks'), { does: 'wait', ms: 300 } as const, { does: 'shelve', shelf: 'blocked' } as const],
      ...[act('signs'), act('is-killed'), { does: 'shelve', shelf: 'works' } as const, act('signs')],
    ],
  },
];
