// One section of the page: a heading that can take focus, its aim in one line, its parts.

import type { ComponentChildren } from 'preact';
import css from './Section.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  readonly children: ComponentChildren;
}

export function Section({ id, title, aim, children }: SectionProps) {
  return (
    <section class={css.section} id={id} aria-labelledby={`${id}-heading`}>
      <h2 class={css.heading} id={`${id}-heading`} tabIndex={-1}>
        {title} <span class={css.aim}>{aim}</span>
      </h2>
      {children}
    </section>
  );
}
