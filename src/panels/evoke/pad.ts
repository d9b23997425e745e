// Where the hands live: the capture pad on the page.

/** Gives the pad the focus, on the code it was left at. */
export function focusPad(): void {
  document.querySelector<HTMLElement>('#capture-pad [tabindex="0"]')?.focus();
}
