// A button that deletes something typed. Undo cannot bring that back, so it asks first, in place.

import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import css from './DiscardButton.module.css';
import { useFocusOnMount } from './keyboard/focus-on-mount.ts';
import { goTo, goToIfLost } from './keyboard/go-to.ts';

interface DiscardButtonProps {
  readonly id: string;
  readonly label: string;
  readonly variant?: 'plain' | 'quiet';
  /** What is lost. Undefined if nothing is, so that the button does not ask. */
  readonly warning: string | undefined;
  /** The answer that discards. */
  readonly answer?: string;
  readonly onDiscard: () => void;
}

export function DiscardButton({ id, label, variant = 'quiet', warning, answer, onDiscard }: DiscardButtonProps) {
  /** The warning that was asked about. If it changes, the question is asked again. */
  const [asked, setAsked] = useState<string>();
  const isAsked = asked !== undefined && asked === warning;
  useLayoutEffect(() => {
    if (asked === undefined || isAsked) return;
    setAsked(undefined);
    goToIfLost(`#${id}`);
  }, [asked, isAsked, id]);
  const keep = (): void => {
    setAsked(undefined);
    requestAnimationFrame(() => goTo(`#${id}`));
  };
  if (isAsked) return <Question warning={asked} answer={answer} onKeep={keep} onDiscard={onDiscard} />;
  return (
    <Button variant={variant} id={id} onPress={() => (warning === undefined ? onDiscard() : setAsked(warning))}>
      {label}
    </Button>
  );
}

interface QuestionProps {
  readonly warning: string;
  readonly answer: string | undefined;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

// A component of its own. Otherwise the answer would be the pressed button, and a second Enter would discard.
function Question({ warning, answer = 'Discard it', onKeep, onDiscard }: QuestionProps) {
  // All of it takes the focus, so that its buttons are scrolled into view with the warning.
  const question = useFocusOnMount<HTMLDivElement>();
  const id = useId();
  return (
    <div
      class={css.question}
      ref={question}
      tabIndex={-1}
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Esc leaves the question, and not the page around it.
        event.preventDefault();
        onKeep();
      }}
    >
      <p id={id}>{warning}</p>
      <div class={css.answers}>
        <Button variant="quiet" onPress={onKeep}>
          Keep it
        </Button>
        <Button variant="quiet" onPress={onDiscard}>
          {answer}
        </Button>
      </div>
    </div>
  );
}
