// How a panel that locks ends: what was typed is kept first, then everything stops and is let go.

import { beginInterview } from '../../interview/interview.ts';
import type { Store, StorePorts } from '../store.ts';
import { newNoteId, startOfMinute } from './clock.ts';
import { createIdleLock, type IdleLock } from './idle-lock.ts';

type Parts = Pick<Store, 'interviewState' | 'interviewDraft' | 'changes' | 'filing' | 'secondForm' | 'dispose'> & {
  readonly abort: AbortController;
};

/** Watches over a panel; when it locks, requests end, the draft and unsent changes are kept, timers stop and the talk is forgotten. */
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
