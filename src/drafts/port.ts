// What the rest of the app knows of unfinished interviews kept on this device.

import type { Interview } from '../interview/interview.ts';
import type { Binding } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';

/** Why a draft could not be kept or opened. */
export type DraftFault =
  | { readonly kind: 'storageBlocked' }
  | { readonly kind: 'quota' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'notYours' }
  | { readonly kind: 'unreadable' };

/** The one draft that belongs to this issuer, patient, visit and clinician. `attempted`: a create left for the EHR. */
export interface KeptDraft {
  readonly interview: Interview;
  readonly attempted: boolean;
  /** Milliseconds since the epoch. */
  readonly keptUntil: number;
}

/** Drafts of one binding. Other patients' drafts cannot be opened through it, nor seen. */
export interface Drafts {
  /** The draft of this binding, or undefined where there is none. */
  readonly open: () => Promise<Result<KeptDraft | undefined, DraftFault>>;
  /** Seals and stores; answers until when it is kept (milliseconds since the epoch). */
  readonly keep: (interview: Interview, attempted: boolean) => Promise<Result<number, DraftFault>>;
  /** Deletes record and key. */
  readonly shred: () => Promise<void>;
}

/** Opens the drafts of one binding. `ttlHours` 0 keeps nothing on the device. */
export type OpenDrafts = (binding: Binding, ttlHours: number) => Drafts;
