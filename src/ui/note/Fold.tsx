// A part that is folded under its title until someone opens it.

import type { ComponentChildren, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useListener } from '../keyboard/listener.ts';
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
  const fold = useRef<HTMLDetailsElement>(null);
  usePrinted(fold);
  return (
    <details class={css.fold} open={isOpen} ref={fold}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

// Paper shows what is folded. The style sheet sees to it where the engine has ::details-content (Chrome 131, Safari 18.4,
// Firefox 143). Elsewhere the part is open while it is printed.
function usePrinted(fold: RefObject<HTMLDetailsElement | null>): void {
  const isForced = useRef(false);
  useListener(window, 'beforeprint', () => {
    if (!fold.current || fold.current.open || CSS.supports('selector(::details-content)')) return;
    isForced.current = true;
    fold.current.open = true;
  });
  useListener(window, 'afterprint', () => {
    if (isForced.current && fold.current) fold.current.open = false;
    isForced.current = false;
  });
}
