// The exact text of a note, folded under its name.

import type { ComponentChildren } from 'preact';
import css from './ExactText.module.css';

interface ExactTextProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

export function ExactText({ title, children }: ExactTextProps) {
  return (
    <details class={css.exact}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
