// One section of the page: a heading that can receive focus, its aim in one line, and its content.

import type { ComponentChildren } from 'preact';
import css from './Section.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What the section is for. '' shows none. */
  readonly aim: string;
  /** On the line of the heading, such as buttons that open what is empty. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Section({ id, title, aim, beside, children }: SectionProps) {
  return (
    <section class={css.section} id={id} aria-labelledby={`${id}-heading`}>
      <div class={css.head}>
        <h2 class={css.heading} id={`${id}-heading`} tabIndex={-1}>
          {title} {aim && <span class={css.aim}>{aim}</span>}
        </h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
