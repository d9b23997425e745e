// How a locking panel ends: it saves what was typed, then stops everything and clears it.

import { beginInterview } from '../../interview/interview.ts';
import type { Store, StorePorts } from '../store.ts';
import { newNoteId, startOfMinute } from './clock.ts';
import { createIdleLock, type IdleLock } from './idle-lock.ts';

type Parts = Pick<Store, 'interviewState' | 'interviewDraft' | 'changes' | 'filing' | 'secondForm' | 'dispose'> & {
  readonly abort: AbortController;
};

/**
 * Creates the idle lock of a panel. When it locks, it ends requests, saves the draft and unsent changes, stops timers
 * and forgets the interview.
 */
export function lockPanel(
  { ehr, clock, policy, onLocked }: StorePorts,
  { interviewState, interviewDraft, changes, filing, secondForm, abort, dispose }: Parts,
): IdleLock {
  return createIdleLock({
    ...{ ehr, clock, minutes: policy.idleLockMinutes },
    isBusy: () => filing.isBusy() || secondForm.isBusy() || changes.isBusy(),
    finish: async () => {
      abort.abort();
      await Promise.all([interviewDraft.flush(), changes.flush()]);
      dispose();
      interviewState.replace(beginInterview(newNoteId(clock), startOfMinute(clock)));
      onLocked?.();
    },
  });
}
