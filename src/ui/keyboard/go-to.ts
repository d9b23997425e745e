// Moves the focus to a part of the page that may be out of sight.

/** Focuses the first match, and scrolls it to `block`. Without `block` the page does not scroll. False if there is none. */
export function goTo(selector: string, block?: ScrollLogicalPosition): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  if (block) found?.scrollIntoView({ block });
  found?.focus({ preventScroll: true });
  return found !== null;
}
