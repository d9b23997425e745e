// A card that opens under the marks. It takes the focus, and Esc or its button closes it. Nothing in it is filed.

import type { ComponentChildren } from 'preact';
import type { Store } from '../../../store/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import css from './Cards.module.css';

interface CardProps {
  readonly id: string;
  readonly title: string;
  /** What happens to its content. */
  readonly note: string;
  /** The text of the button. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What a card of the marks is given. */
export interface OpenCardProps {
  readonly store: Store;
  readonly onClose: () => void;
}

export function CardFrame({ id, title, note, close, onClose, children }: CardProps) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <section class={css.card} aria-labelledby={id} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <h4 class={css.heading} id={id} tabIndex={-1} ref={heading}>
        {title}
      </h4>
      {children}
      <p class="quiet-text">{note}</p>
      <Button onPress={onClose}>{close}</Button>
    </section>
  );
}
