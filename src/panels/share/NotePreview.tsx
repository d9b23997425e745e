// The note as the patient will read it: the text that is filed, in the plain look of a portal, before anyone signs.

import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import css from './NotePreview.module.css';

interface NotePreviewProps {
  /** Undefined while there is nothing to file. */
  readonly text: string | undefined;
  readonly onLeave: () => void;
}

export function NotePreview({ text, onLeave }: NotePreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class={css.preview}>
      <header class={css.head}>
        <h1 class={css.title} tabIndex={-1} ref={heading}>
          As the patient will read it
        </h1>
        <Button onPress={onLeave} keys="Escape">
          Back to work
        </Button>
      </header>
      <main class={css.main}>
        <p class={css.quiet}>Nothing is filed yet. In a portal the note usually looks like this, within hours.</p>
        <article class={css.note}>
          <h2 class={css.name}>Readiness note</h2>
          {text === undefined ? (
            <p>There is nothing to read yet.</p>
          ) : (
            <p class={css.text} dir="auto">
              {text.trimEnd()}
            </p>
          )}
        </article>
      </main>
    </div>
  );
}
