// A message in three parts: what happened, whether the work is safe, what to do now. Only faults interrupt screen
// readers.

import type { ComponentChildren } from 'preact';
import type { Message } from './messages/fault-messages.ts';
import css from './Notice.module.css';

interface NoticeProps {
  readonly tone: 'fault' | 'hint' | 'sure';
  readonly words: Message;
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
