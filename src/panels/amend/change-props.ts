// What the parts of a change are given.

import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Store } from '../../store/store.ts';
import type { Edit } from '../../store/writing/change-edit.ts';
import type { ChangeEditor } from '../../store/writing/change-editor.ts';

/** The change of one note. */
export interface ChangeProps {
  readonly store: Store;
  readonly editor: ChangeEditor;
}

/** A change with typed text. */
export interface EditProps extends ChangeProps {
  readonly edit: Edit;
}

/** One part of the form for the copy being corrected. */
export interface PartProps {
  readonly store: Store;
  /** The note as it was signed. It decides where a fact is shown, so that no field moves while it is filled. */
  readonly signed: ReadinessNote;
  readonly note: ReadinessNote;
  readonly onEdit: (note: ReadinessNote) => void;
}

/** A part that shows only the facts that the signed note has, or only the others. */
export interface ShownPartProps extends PartProps {
  readonly shows: 'filled' | 'missing';
}
