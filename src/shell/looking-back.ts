// Remembers where the clinician was when earlier notes were opened, and brings them back there.

import { effect } from '@preact/signals';
import type { LookingBack } from '../store/looking-back.ts';
import { goTo } from './going.ts';

/** Follows the opening and closing until the returned function is called. */
export function followLookingBack({ looking }: LookingBack): () => void {
  let from: { readonly element: Element | null; readonly scroll: number } | undefined;
  return effect(() => {
    const isOpen = looking.value.kind === 'open';
    if (isOpen) from ??= { element: document.activeElement, scroll: window.scrollY };
    if (isOpen || !from) return;
    const { element, scroll } = from;
    from = undefined;
    // What was hidden can take the focus only once it is drawn again.
    requestAnimationFrame(() => {
      window.scrollTo(0, scroll);
      if (element instanceof HTMLElement && element.isConnected && element !== document.body) {
        element.focus({ preventScroll: true });
      } else goTo('target-heading', 'stay');
    });
  });
}
