// Shows the focus ring after a key press. Browsers handle :focus-visible differently, and some show no ring if a script
// moves the focus after a key that followed a click.

/** Marks the document while the last input was a key. The style sheet draws the ring by this mark. */
export function markKeyboardUse(signal: AbortSignal): void {
  const { dataset } = document.documentElement;
  const options = { capture: true, passive: true, signal };
  document.addEventListener('keydown', () => (dataset['input'] = 'keys'), options);
  document.addEventListener('pointerdown', () => (dataset['input'] = 'pointer'), options);
}
