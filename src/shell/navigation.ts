// Moves focus on the page: to a heading, to the pad, and back.

import type { Interview } from '../interview/interview.ts';
import { RULERS } from '../interview/ruler.ts';
import type { Sheet } from '../store/view.ts';

/** The control that had the focus before the pad. */
export type FocusPlace = { readonly kind: 'nowhere' } | { readonly kind: 'element'; readonly element: HTMLElement };

/** The focused control, unless it is the pad's own or there is none. */
export function rememberPlace(): FocusPlace {
  const element = document.activeElement;
  return element instanceof HTMLElement && element !== document.body && !element.closest('#capture-pad')
    ? { kind: 'element', element }
    : { kind: 'nowhere' };
}

/** Returns focus to the remembered control, once. Does nothing if there is none or it is gone. */
export function returnTo(place: { current: FocusPlace }): void {
  const { current } = place;
  place.current = { kind: 'nowhere' };
  if (current.kind === 'element' && current.element.isConnected) current.element.focus();
}

/** Moves the focus to a heading. With `stay` the page does not scroll. */
export function goTo(id: string, scroll: 'scroll' | 'stay' = 'scroll'): void {
  const heading = document.getElementById(id);
  if (!heading) return;
  if (scroll === 'scroll') heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

/** Scrolls the first match to the middle and focuses it. If there is none, uses the review's heading. */
function goToMiddle(selector: string): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) goTo('review-heading');
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

/** Goes to the sign button. */
export const goToSigning = (): void => goToMiddle('#sign');

/** Goes to the button that copies the note's text. */
export const goToCopying = (): void => goToMiddle('#copy-note button');

/** Goes to the message about how a signing ended. */
export const goToTrouble = (): void => goToMiddle('#filing-trouble');

/** True if the first match is laid out and not hidden. */
export function isShown(selector: string): boolean {
  return document.querySelector(selector)?.checkVisibility?.() ?? true;
}

/** The section with the focus, if any. */
export function sectionInHand(): string | undefined {
  return document.activeElement?.closest('section[id]')?.id;
}

/**
 * The sheet to share first. In the sections of the plan or of the topics it is their sheet. Elsewhere it is the last of
 * the rulers that were asked, in page order, else the topics.
 */
export function firstSheet({ evoke }: Interview, section: string | undefined): Sheet {
  if (section === 'plan') return 'plan';
  if (section === 'engage' || section === 'focus') return 'topics';
  return RULERS.findLast((name) => evoke.rulers[name].kind === 'asked') ?? 'topics';
}
