// What the rest of the app knows of unfinished interviews kept on this device.

import type { Attempt } from '../interview/history.ts';
import type { Interview } from '../interview/interview.ts';
import type { Binding } from '../interview/visit.ts';
import type { Result } from '../lib/result.ts';

/** Why a draft could not be kept or opened. `site`: this site's settings keep nothing on the device. */
export type DraftFault =
  | { readonly kind: 'storageBlocked' }
  | { readonly kind: 'quota' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'notYours' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'openElsewhere' }
  | { readonly kind: 'site' };

/** The one draft that belongs to this issuer, patient, visit and clinician. `attempted`: creates that left for the EHR. */
export interface KeptDraft {
  readonly interview: Interview;
  readonly attempted?: Attempt;
  /** Milliseconds since the epoch. */
  readonly keptUntil: number;
}

/** Drafts of one binding. Other patients' drafts cannot be opened through it, nor seen. */
export interface Drafts {
  /** What these drafts are bound to. */
  readonly binding: Binding;
  /** The draft of this binding saved last, or undefined where there is none; what has expired is deleted on the way. */
  readonly open: () => Promise<Result<KeptDraft | undefined, DraftFault>>;
  /** Seals and stores; answers until when it is kept (milliseconds since the epoch). */
  readonly keep: (interview: Interview, attempted: Attempt | undefined) => Promise<Result<number, DraftFault>>;
  /** Deletes record and key. */
  readonly shred: () => Promise<void>;
}

/** How the device and the site differ from the usual. */
export interface DraftOptions {
  /** Milliseconds since the epoch; the device's clock unless given. */
  readonly now?: () => number;
  /** Deletes what other users left on this device when this one launches. Off unless the site asks for it. */
  readonly shredOnOtherUser?: boolean;
  /** Aborts when the panel no longer holds its draft although the page goes on: another panel may then open it. */
  readonly letGo?: AbortSignal;
}

/** Opens the drafts of one binding. `ttlHours` 0 keeps nothing on the device. */
export type OpenDrafts = (binding: Binding, ttlHours: number, options?: DraftOptions) => Drafts;
