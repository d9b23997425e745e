// A message in three parts: what happened, whether the work is safe, what to do now. Only faults interrupt screen
// readers.

import type { ComponentChildren } from 'preact';
import css from './Notice.module.css';

/** What happened, is the work safe, what to do. */
export interface ThreeParts {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

interface NoticeProps {
  readonly tone: 'fault' | 'hint' | 'sure';
  readonly words: ThreeParts;
  readonly children?: ComponentChildren;
}

export function Notice({ tone, words, children }: NoticeProps) {
  return (
    <div class={`${css.notice} ${css[tone]}`} role={tone === 'fault' ? 'alert' : undefined}>
      <p class={css.title}>{words.happened}</p>
      {words.safe && <p>{words.safe}</p>}
      {words.next && <p>{words.next}</p>}
      {children && <div class={css.actions}>{children}</div>}
    </div>
  );
}
