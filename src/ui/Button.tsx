// A button. A disabled one stays focusable (aria-disabled), so that focus is never lost when it is pressed.

import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import css from './Button.module.css';

interface ButtonProps {
  readonly onPress: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  readonly children: ComponentChildren;
  readonly variant?: 'primary' | 'plain' | 'quiet';
  readonly isDisabled?: boolean;
  readonly label?: string | undefined;
  readonly keys?: string | undefined;
  /** False if Tab passes over it, because a key reaches it from anywhere. */
  readonly tabStop?: boolean;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly id?: string;
}

export function Button({ onPress, children, variant = 'plain', isDisabled = false, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      id={rest.id}
      class={`${css.button} ${variant === 'plain' ? '' : css[variant]}`}
      aria-label={rest.label}
      aria-disabled={isDisabled ? 'true' : undefined}
      aria-keyshortcuts={rest.keys}
      aria-expanded={rest.expanded}
      aria-pressed={rest.pressed}
      tabIndex={rest.tabStop === false ? -1 : undefined}
      onKeyDown={(event) => {
        // A key that is held down presses once, because the button's action may change meanwhile (the next form of a
        // note).
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
      onClick={(event) => {
        if (!isDisabled) onPress(event);
      }}
    >
      {children}
    </button>
  );
}
