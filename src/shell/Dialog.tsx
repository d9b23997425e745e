// A card over the page: its title, the button that closes it, and its groups.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import css from './Dialog.module.css';

interface DialogProps {
  readonly id: string;
  readonly title: string;
  /** The text of the button that closes it. */
  readonly close?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ id, title, close = 'Close', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const card = dialog.current;
    card?.showModal();
    // Closed also if another card takes its place, so that the focus is back on the opener before that one opens.
    return () => {
      dialog.current = null;
      card?.close();
    };
  }, []);
  return (
    <dialog class={css.card} ref={dialog} aria-labelledby={id} onClose={() => dialog.current && onClose()}>
      <div class={css.head}>
        <h2 class={css.title} id={id}>
          {title}
        </h2>
        <Button onPress={() => dialog.current?.close()}>{close}</Button>
      </div>
      {children}
    </dialog>
  );
}

/** One titled part of a card. */
export function Group({ title, children }: Pick<DialogProps, 'title' | 'children'>) {
  return (
    <section class={css.group}>
      <h3 class={css.name}>{title}</h3>
      {children}
    </section>
  );
}
