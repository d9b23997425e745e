// Puts text on the clipboard. Many EHR frames forbid it: then the caller shows the text selected instead.

/** True when the browser took the text; false where the frame or the user forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
