// Moves focus on the page: to a heading, to the pad, and back.

import type { Interview } from '../interview/interview.ts';
import { isAnswered, RULERS } from '../interview/ruler.ts';
import type { Sheet } from '../store/view.ts';

/** Buttons in the sections that open a view instead of the work. */
const OPENERS: readonly string[] = ['preview-button', 'take-home-button', 'quiet-button'];

/** The focused control, unless it is the pad's own or there is none. */
export function rememberPlace(): HTMLElement | undefined {
  const element = document.activeElement;
  const isPlace = element instanceof HTMLElement && element !== document.body && !element.closest('#capture-pad');
  return isPlace ? element : undefined;
}

/**
 * Keeps the control with the focus where it is while the page above it changes in this frame. The heading that has the
 * focus of the launch is no such control: nothing was pressed yet.
 */
export function keepPlace(): void {
  const element = document.activeElement;
  if (!element || element === document.body || element.id === 'target-heading') return;
  const before = element.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    if (element.isConnected) window.scrollBy(0, element.getBoundingClientRect().top - before);
  });
}

/** True if the first match is laid out and not hidden, or if there is none: a part that was not fetched yet. */
export function isShown(selector: string): boolean {
  const found = document.querySelector(selector);
  // Safari before 17.4 has no checkVisibility.
  return !found || (found.checkVisibility?.() ?? found.getClientRects().length > 0);
}

/** The id of the section with the focus. Undefined if it is in none. */
export function focusedSection(): string | undefined {
  return document.activeElement?.closest('section[id]')?.id;
}

/** The id of the focused button if it opens a view for the patient, else the id of the button that shares the screen. */
export function focusedOpener(): string {
  const id = document.activeElement?.id ?? '';
  return OPENERS.includes(id) ? id : 'share-button';
}

/**
 * The sheet to share first. In the sections of the plan or of the topics it is their sheet. Elsewhere it is the last of
 * the rulers that were answered, in page order, else the topics. A question the patient declined does not come up again.
 */
export function firstSheet({ evoke }: Interview, section: string | undefined): Sheet {
  if (section === 'plan') return 'plan';
  if (section === 'engage' || section === 'focus') return 'topics';
  return RULERS.findLast((name) => isAnswered(evoke.rulers[name])) ?? 'topics';
}
