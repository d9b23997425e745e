// What every part of the correction form is given.

import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Store } from '../../store/store.ts';

/** One part of the form for the copy being corrected. */
export interface PartProps {
  readonly store: Store;
  /** The note as it was signed. It decides where a fact is shown, so that no field moves while it is filled. */
  readonly signed: ReadinessNote;
  readonly note: ReadinessNote;
  readonly onEdit: (note: ReadinessNote) => void;
}

/** Which facts a part of the form shows: those that the signed note has, or the others. */
export type Shows = 'filled' | 'missing';
