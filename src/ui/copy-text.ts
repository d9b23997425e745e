// Copies text to the clipboard. Many EHR frames forbid it. The caller then shows the text selected.

/** Resolves to true if the browser copied the text, and to false if the frame or the user forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
