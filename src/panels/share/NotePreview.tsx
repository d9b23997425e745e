// The note as the patient will read it, before anyone signs and while a signed note may be in the chart.

import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import css from './NotePreview.module.css';

interface NotePreviewProps {
  /** Undefined while there is nothing to file. */
  readonly children: ComponentChildren;
  /** True once the note was signed and may be in the chart. */
  readonly isSigned: boolean;
  readonly onLeave: () => void;
}

export function NotePreview({ children, isSigned, onLeave }: NotePreviewProps) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <div class={css.preview}>
      <header class={css.head}>
        <h1 class={css.title} tabIndex={-1} ref={heading}>
          As the patient will read it
        </h1>
        <Button onPress={onLeave} keys="Escape" label="Back to the note">
          Back<span class={css.where}> to the note</span>
        </Button>
      </header>
      <main class={css.main}>
        <p class="quiet-text">
          {isSigned ? 'You have signed this note.' : 'Nothing is filed yet.'} Patients usually see a note in the portal
          within hours.
        </p>
        <article>
          <h2 class={css.name}>Readiness note</h2>
          {children ?? <p>There is nothing to read yet.</p>}
        </article>
      </main>
    </div>
  );
}
