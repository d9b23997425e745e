// A part that is folded under its title until someone opens it.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import css from './Fold.module.css';

interface FoldProps {
  readonly title: string;
  /** True to start open. */
  readonly startsOpen?: boolean;
  readonly children: ComponentChildren;
}

export function Fold({ title, startsOpen = false, children }: FoldProps) {
  // Kept, so that a redraw never opens or closes it.
  const [isOpen] = useState(startsOpen);
  return (
    <details class={css.fold} open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
