// How a panel that locks ends: what was typed is kept first, then everything stops and is let go.

import { beginInterview } from '../../interview/interview.ts';
import type { Store, StorePorts } from '../store.ts';
import { newNoteId, startOfMinute } from './clock.ts';
import { createLocking, type Locking } from './idle-lock.ts';

type Parts = Pick<Store, 'interviewing' | 'drafting' | 'changes' | 'filing' | 'filingBeside' | 'dispose'> & {
  readonly abort: AbortController;
};

/** Watches over a panel; when it locks, requests end, the draft and unsent changes are kept, timers stop and the talk is forgotten. */
export function lockPanel(
  { ehr, clock, policy, onLocked }: StorePorts,
  { interviewing, drafting, changes, filing, filingBeside, abort, dispose }: Parts,
): Locking {
  return createLocking({
    ...{ ehr, clock, minutes: policy.idleLockMinutes },
    isBusy: () => filing.isBusy() || filingBeside.isBusy() || changes.isBusy(),
    finish: async () => {
      abort.abort();
      await Promise.all([drafting.flush(), changes.flush()]);
      dispose();
      interviewing.replace(beginInterview(newNoteId(clock), startOfMinute(clock)));
      onLocked?.();
    },
  });
}
