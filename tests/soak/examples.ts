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
  // The device refused to write down that the note had left, and the deletion: the old draft came back, and was sent again.
  {
    ...{ ...usual, conditional: 'never' },
    steps: [
      ...[act('marks'), { does: 'wait', ms: 300 } as const, { does: 'shelve', shelf: 'blocked' } as const],
      ...[act('signs'), act('is-killed'), { does: 'shelve', shelf: 'works' } as const, act('signs')],
    ],
  },
  // A document whose words could not be read was taken for absent, and sent once more.
  {
    ...{ ...usual, profile: 'oracle-like' },
    steps: [
      ...[act('marks'), { does: 'mishap', mishap: 'unheard', arrives: false } as const],
      ...[{ does: 'fail', fault: 'read-500', times: 9, reads: true } as const, act('signs')],
      ...[{ does: 'wait', ms: 21_000 } as const, act('signs'), act('checks-again'), act('signs')],
    ],
  },
  // Search answers that name another patient are no proof that the note is not there.
  {
    ...{ ...usual, conditional: 'never' },
    steps: [
      ...[act('marks'), { does: 'mishap', mishap: 'unheard', arrives: false } as const, act('signs')],
      ...[{ does: 'fail', fault: 'search-other-patient', times: 9, reads: false } as const],
      ...[{ does: 'wait', ms: 21_000 } as const, act('signs')],
    ],
  },
  // A draft thrown out when its time was over was still expected after the clock had been set back.
  {
    ...usual,
    steps: [
      ...[act('marks'), act('plans'), { does: 'wait', ms: 250 } as const, act('is-killed')],
      ...[{ does: 'jump', minutes: 541 } as const, act('marks'), { does: 'jump', minutes: -90 } as const],
    ],
  },
  // After a new sign-in, the form offered for the missing parts was one in which the note had arrived. Nobody searched it.
  {
    ...{ ...usual, conditional: 'never' },
    steps: [
      ...[act('marks'), { does: 'fail', fault: 'stores-without-encounter', times: 1, reads: false } as const],
      ...[act('signs'), { does: 'fail', fault: 'reads-other-patient', times: 1, reads: false } as const],
      ...[act('files-beside'), act('signs-in-again'), act('marks'), act('files-beside')],
    ],
  },
  // Stored, answered 403, and in no search yet when the next form is signed. The double is reported.
  {
    ...{ ...usual, conditional: 'never' },
    steps: [
      ...[act('marks'), act('rates'), { does: 'fail', fault: 'create-stored-403', times: 1, reads: false } as const],
      ...[act('signs-twice'), { does: 'fail', fault: 'search-lags-3s', times: 3, reads: false } as const],
      ...[act('signs-twice'), act('marks'), { does: 'wait', ms: 100 } as const],
    ],
  },
];
