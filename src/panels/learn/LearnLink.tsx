// The way from a visit to Learn, in a window of its own. On a device's first launch it offers the 60-second start, once.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LearnShelf } from '../../learn/memory.ts';
import { checkedUrl } from '../../lib/checked-url.ts';
import button from '../../ui/Button.module.css';

interface LearnLinkProps {
  /** Address of Learn's page. */
  readonly address: string;
  readonly shelf: LearnShelf;
}

export function LearnLink({ address, shelf }: LearnLinkProps) {
  const offer = useSignal<{ readonly kind: 'unknown' | 'learn' | 'start' }>({ kind: 'unknown' });
  useEffect(() => {
    void shelf.open().then((memory) => {
      offer.value = { kind: memory.greeted ? 'learn' : 'start' };
      if (!memory.greeted) void shelf.keep({ ...memory, greeted: true });
    });
  }, []);
  if (offer.value.kind === 'unknown') return null;
  const isStart = offer.value.kind === 'start';
  return (
    <a
      class={`${button.button} ${button.quiet}`}
      href={checkedUrl(isStart ? `${address}#start` : address)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {isStart ? '60-second start' : 'Learn'}
      <span class="visually-hidden"> {isStart ? '(Learn, in a new window)' : '(in a new window)'}</span>
    </a>
  );
}
