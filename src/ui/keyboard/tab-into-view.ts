// Shows the whole of a text field that Tab reaches. Of such a field browsers show only the line with the caret, unlike of
// other controls. And a ruler above that folds moves the field.

/** Until the signal aborts. A field that is focused in another way leaves the page where it is. */
export function showFieldsReachedByTab(signal: AbortSignal): void {
  let isTab = false;
  const show = (): void => {
    const { activeElement } = document;
    if (isTab && activeElement instanceof HTMLTextAreaElement) activeElement.scrollIntoView({ block: 'nearest' });
  };
  const options = { capture: true, passive: true, signal };
  document.addEventListener('keydown', ({ key }) => (isTab = key === 'Tab'), options);
  document.addEventListener('pointerdown', () => (isTab = false), options);
  document.addEventListener('focusin', () => requestAnimationFrame(show), options);
}
