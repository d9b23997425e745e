// The Drafts port: all that the rest of the app knows about drafts on this device.

import type { Attempt, FiledAt, Standing } from '../interview/history/history.ts';
import type { NoteId } from '../interview/ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { ReadinessNote } from '../interview/note/note.ts';
import type { Act, NoteChange } from '../interview/note/note-change.ts';
import type { Binding } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';

/**
 * Why a draft could not be kept or opened. `site`: the site's settings keep nothing on the device. `unnamed`: the
 * sign-in names no clinician, so the draft would have no owner.
 */
export interface DraftFault {
  readonly kind: 'storageBlocked' | 'quota' | 'expired' | 'unreadable' | 'openElsewhere' | 'site' | 'unnamed';
}

/** A draft of this issuer, patient, visit and clinician. `attempted`: creates that were sent to the EHR. */
export interface KeptDraft {
  readonly interview: Interview;
  readonly attempted?: Attempt | undefined;
  /** Milliseconds since the epoch. */
  readonly keptUntil: number;
}

/** Another draft of the same visit. If `isOpenElsewhere`, another Evoke window has it, so it cannot be opened here. */
export interface OtherDraft {
  readonly id: string;
  readonly interview: Interview;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly isOpenElsewhere: boolean;
}

/**
 * A change of a filed note that is not known to be in the chart. It has what the clinician saw, the changed copy, and
 * the text of the change. `id` is the number of a replacement note. `sent` is the change that was sent last, if one was,
 * and the note as it was sent, because more may have been typed since.
 */
export interface ChangeDraft {
  readonly at: FiledAt;
  readonly act: Act;
  readonly base: ReadinessNote;
  readonly standing: Standing;
  readonly note: ReadinessNote;
  readonly words: string;
  readonly id: NoteId;
  readonly sent?: { readonly change: NoteChange; readonly note: ReadinessNote } | undefined;
}

/** Unsent changes of one binding. A panel has one for each note and never writes to that of another panel. */
export interface ChangeDrafts {
  /** Seals and stores it. Returns until when it is kept, in milliseconds since the epoch. */
  readonly keep: (draft: ChangeDraft) => Promise<Result<number, DraftFault>>;
  /** True if the device has a readable change of the note at this place, of this panel or another one. Opens none. */
  readonly has: (at: FiledAt) => Promise<boolean>;
  /**
   * Opens the latest change of the note at this place that no other panel has open. Undefined if there is none that can
   * be read. The next `keep` writes over it.
   */
  readonly find: (at: FiledAt) => Promise<ChangeDraft | undefined>;
  /** Deletes the change that this panel has open. */
  readonly delete: (at: FiledAt) => Promise<void>;
}

/**
 * Drafts of one binding. It cannot open drafts of other patients. The key is derived at each launch from the token
 * response and is never stored. Deleted data may stay in the browser's files for a while, without a key.
 */
export interface Drafts {
  readonly binding: Binding;
  /**
   * Opens the draft with this id, or the latest that no other panel has open. Undefined if there is none. Deletes
   * expired drafts.
   */
  readonly open: (id?: string) => Promise<Result<KeptDraft | undefined, DraftFault>>;
  /** The other drafts of this binding that the last `open` found, newest first. */
  readonly others: () => readonly OtherDraft[];
  /** Seals and stores it. Returns until when it is kept, in milliseconds since the epoch. */
  readonly keep: (interview: Interview, attempted: Attempt | undefined) => Promise<Result<number, DraftFault>>;
  readonly delete: () => Promise<void>;
  /** Repeats deletions that the device refused. Deletes nothing else. */
  readonly finishDeleting: () => Promise<void>;
  /** Unsent changes of filed notes. Their code is loaded at the first call. */
  readonly changes: () => Promise<ChangeDrafts>;
}

/** Options that differ by launch, device and site. */
export interface DraftOptions {
  /** The id token's `sub`. The key is derived from it. It is never stored. */
  readonly subject?: string | undefined;
  /** Milliseconds since the epoch. Default: the device's clock. */
  readonly now?: () => number;
  /** Deletes drafts of other users of this EHR at launch, if no panel has them open. Off unless the site turns it on. */
  readonly shredOnOtherUser?: boolean | undefined;
  /** Aborts when this page can no longer file its draft. Another panel may then open it. */
  readonly release?: AbortSignal | undefined;
  /** Iterations of the key derivation (PBKDF2), for tests. */
  readonly iterations?: number | undefined;
}
