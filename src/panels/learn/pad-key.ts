// F9 brings the focus to the pad, as it does in a visit.

import { useListener } from '../../ui/keyboard/listener.ts';

/** Puts the focus on the pad's current code. */
export function focusLearnPad(): void {
  document.querySelector<HTMLElement>('#capture-pad [tabindex="0"]')?.focus();
}

/** Calls `toPad` at F9 while the component is on the page, from the step that draws it: a quick F9 is not lost. */
export function usePadKey(toPad: () => void): void {
  useListener(document, 'keydown', (event) => {
    if (event.key !== 'F9') return;
    event.preventDefault();
    toPad();
  });
}
