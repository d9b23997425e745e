// Moves the focus to a part of the page that may be out of sight.

/** Focuses the first match, and scrolls it to `block`. Without `block` the page does not scroll. False if there is none. */
export function goTo(selector: string, block?: ScrollLogicalPosition): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  if (block) found?.scrollIntoView({ block });
  found?.focus({ preventScroll: true });
  return found !== null;
}

/** After the next drawing: focuses the first match if the control that had the focus is gone. The page does not scroll. */
export function goToIfLost(selector: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) goTo(selector);
  });
}
