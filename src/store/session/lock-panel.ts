// How a locking panel ends: it saves what was typed, then stops everything and clears it.

import { beginInterview } from '../../interview/interview.ts';
import type { InterviewState } from '../conversation/interview-state.ts';
import type { StorePorts } from '../store-ports.ts';
import type { FilingSlice } from '../writing/filing.ts';
import type { InterviewDraft } from '../writing/interview-draft.ts';
import type { NoteChanges } from '../writing/note-changes.ts';
import type { SecondForm } from '../writing/second-form.ts';
import { newNoteId, startOfMinute } from './clock.ts';
import { createIdleLock, type IdleLock } from './idle-lock.ts';

/** What stops and is cleared. */
interface Parts {
  readonly interviewState: InterviewState;
  readonly interviewDraft: InterviewDraft;
  readonly changes: NoteChanges;
  readonly filing: FilingSlice;
  readonly secondForm: SecondForm;
  readonly abort: AbortController;
  readonly dispose: () => void;
}

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
