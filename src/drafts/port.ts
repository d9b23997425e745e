// What the rest of the app knows of unfinished interviews kept on this device.

import type { Attempt, FiledAt, Standing } from '../interview/history/history.ts';
import type { NoteId } from '../interview/ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { ReadinessNote } from '../interview/note/note.ts';
import type { Act, NoteChange } from '../interview/note/note-change.ts';
import type { Binding } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';

/**
 * Why a draft could not be kept or opened. `site`: this site's settings keep nothing on the device; `unnamed`: the sign-in
 * names nobody whose it would be.
 */
export type DraftFault =
  | { readonly kind: 'storageBlocked' }
  | { readonly kind: 'quota' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'notYours' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'openElsewhere' }
  | { readonly kind: 'site' }
  | { readonly kind: 'unnamed' };

/** A draft of this issuer, patient, visit and clinician. `attempted`: creates that left for the EHR. */
export interface KeptDraft {
  readonly interview: Interview;
  readonly attempted?: Attempt;
  /** Milliseconds since the epoch. */
  readonly keptUntil: number;
}

/** A further draft of the same visit. `isOpenElsewhere`: another Evoke window has it, so it cannot be opened here. */
export interface OtherDraft {
  readonly id: string;
  readonly interview: Interview;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly isOpenElsewhere: boolean;
}

/**
 * A change of a filed note that has not been proven sent: what the clinician saw, what they made of it so far, in which
 * words. `id` is the number of a note that replaces; `sent` is the change as it left, if it did.
 */
export interface ChangeDraft {
  readonly at: FiledAt;
  readonly act: Act;
  readonly base: ReadinessNote;
  readonly standing: Standing;
  readonly note: ReadinessNote;
  readonly words: string;
  readonly id: NoteId;
  readonly sent?: NoteChange;
}

/** Unsent changes of one binding, one a note. */
export interface ChangeDrafts {
  /** Seals and stores; answers until when it is kept (milliseconds since the epoch). */
  readonly keep: (draft: ChangeDraft) => Promise<Result<number, DraftFault>>;
  /** The change of the note at this place that was kept last; undefined where there is none that can be read. */
  readonly find: (at: FiledAt) => Promise<ChangeDraft | undefined>;
  readonly shred: (at: FiledAt) => Promise<void>;
}

/**
 * Drafts of one binding. Other patients' drafts cannot be opened through it. The key is derived at each launch from the
 * token response and is never stored. What is deleted may stay in the browser's files for a while, as bytes without a key.
 */
export interface Drafts {
  /** What these drafts are bound to. */
  readonly binding: Binding;
  /**
   * The draft with this id, or the one saved last that no other panel has open; undefined if there is none. Deletes what
   * has expired.
   */
  readonly open: (id?: string) => Promise<Result<KeptDraft | undefined, DraftFault>>;
  /** The other drafts of this binding that the last `open` found, newest first. */
  readonly others: () => readonly OtherDraft[];
  /** Seals and stores; answers until when it is kept (milliseconds since the epoch). */
  readonly keep: (interview: Interview, attempted: Attempt | undefined) => Promise<Result<number, DraftFault>>;
  /** Deletes the record. */
  readonly shred: () => Promise<void>;
  /** Unsent changes of filed notes; their code is loaded at the first call. */
  readonly changes: () => Promise<ChangeDrafts>;
}

/** How the launch, the device and the site differ from the usual. */
export interface DraftOptions {
  /** The id token's `sub`: part of what the key is derived from, and stored nowhere. */
  readonly subject?: string | undefined;
  /** Milliseconds since the epoch; the device's clock unless given. */
  readonly now?: () => number;
  /** Deletes what other users left on this device when this one launches. Off unless the site asks for it. */
  readonly shredOnOtherUser?: boolean;
  /** Aborts when the panel can no longer file its draft although the page stays: another panel may then open it. */
  readonly release?: AbortSignal;
  /** Rounds of key stretching, for tests. */
  readonly rounds?: number;
}

/** Opens the drafts of one binding. `ttlHours` 0 keeps nothing on the device. */
export type OpenDrafts = (binding: Binding, ttlHours: number, options?: DraftOptions) => Drafts;
