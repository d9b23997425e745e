// Moving focus about the page: to a heading, to the pad, and back to where the clinician was.

import type { Interview } from '../interview/interview.ts';
import { RULERS } from '../interview/ruler.ts';
import type { Sheet } from '../store/view.ts';

/** Where the clinician was before the pad. */
export type Place = { readonly kind: 'nowhere' } | { readonly kind: 'element'; readonly element: HTMLElement };

/** The control in focus now, unless it is the pad's own or none at all. */
export function rememberPlace(): Place {
  const element = document.activeElement;
  return element instanceof HTMLElement && element !== document.body && !element.closest('#capture-pad')
    ? { kind: 'element', element }
    : { kind: 'nowhere' };
}

/** Back to the remembered control, once; does nothing where there is none or it is gone. */
export function returnTo(place: { current: Place }): void {
  const { current } = place;
  place.current = { kind: 'nowhere' };
  if (current.kind === 'element' && current.element.isConnected) current.element.focus();
}

/** Gives a heading the focus; `stay` leaves the page where it is. */
export function goTo(id: string, scroll: 'scroll' | 'stay' = 'scroll'): void {
  const heading = document.getElementById(id);
  if (!heading) return;
  if (scroll === 'scroll') heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

/** Brings the first of these that is on the page to the middle, with the focus; where none is, the review's heading. */
function goToMiddle(selector: string): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) goTo('review-heading');
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

/** To the sign button. */
export const goToSigning = (): void => goToMiddle('#sign');

/** To the button that copies the note's text. */
export const goToCopying = (): void => goToMiddle('#copy-note button');

/** To the words on how a signature ended. */
export const goToTrouble = (): void => goToMiddle('#filing-trouble');

/** True when the first element a selector finds is laid out, not hidden behind something else that is read. */
export function isShown(selector: string): boolean {
  return document.querySelector(selector)?.checkVisibility?.() ?? true;
}

/** The section that holds the focus, if any. */
export function sectionInHand(): string | undefined {
  return document.activeElement?.closest('section[id]')?.id;
}

/** What is shared first: what is being talked about in that section, else the next ruler not asked, else the plan. */
export function firstSheet({ evoke }: Interview, section: string | undefined): Sheet {
  if (section === 'plan') return 'plan';
  if (section === 'engage' || section === 'focus') return 'topics';
  return RULERS.find((name) => evoke.rulers[name].kind === 'not-asked') ?? 'plan';
}
