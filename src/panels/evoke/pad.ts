// The pad on the page: focuses it, and raises it above the footer while the rest of the page stays in place.

const findPad = (): HTMLElement | null => document.getElementById('capture');

/** Shows the whole pad and focuses the code that was focused last. A raised pad does not scroll the page. */
export function focusPad(): void {
  if (!isRaised()) findPad()?.scrollIntoView({ block: 'nearest' });
  document.querySelector<HTMLElement>('#capture-pad [tabindex="0"]')?.focus({ preventScroll: isRaised() });
}

/** True while the pad is raised above the footer. */
export const isRaised = (): boolean => findPad()?.hasAttribute('popover') ?? false;

// Chrome before 114, Safari before 17 and Firefox before 125 have no top layer for the pad.
const canRaise = (pad: HTMLElement): boolean =>
  typeof pad.showPopover === 'function' && getComputedStyle(pad.parentElement ?? pad).position !== 'sticky';

/**
 * Shows the pad above the footer and focuses it. A pane whose second column shows the pad only gets the focus there,
 * and an older browser scrolls to the pad.
 */
export function raisePad(): void {
  const pad = findPad();
  const footer = document.querySelector('footer');
  if (!pad || !footer || !canRaise(pad)) {
    focusPad();
    return;
  }
  const slot = pad.parentElement;
  if (slot) slot.style.paddingBlockStart = `${pad.getBoundingClientRect().height}px`;
  // A footer that is no longer sticky may be out of sight.
  pad.style.setProperty('--footer', `${Math.max(0, window.innerHeight - footer.getBoundingClientRect().top)}px`);
  // The top layer: no ancestor clips it or becomes the frame it is placed in.
  pad.popover = 'manual';
  pad.showPopover();
  keepClear(pad);
  focusPad();
}

// What Tab reaches from a raised pad stops above it. The pad grows with its words. It loses its size with the page.
function keepClear(pad: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    const isUp = pad.isConnected && pad.hasAttribute('popover');
    const room = isUp ? window.innerHeight - pad.getBoundingClientRect().top : 0;
    document.documentElement.style.setProperty('--bar-raised', `${room}px`);
    if (!isUp) observer.disconnect();
  });
  // A lowered pad has no padding, so its border box always changes.
  observer.observe(pad, { box: 'border-box' });
}

/** Puts the pad back into the page. */
export function lowerPad(): void {
  const pad = findPad();
  if (!pad || !isRaised()) return;
  pad.hidePopover();
  pad.removeAttribute('popover');
  if (pad.parentElement) pad.parentElement.style.paddingBlockStart = '';
}
