// Compares the note on the screen with the note to be filed. Page translation and highlighters may change the text, and
// a clinician signs what is on the screen.

/** The lines of a note as drawn, in order, without the indent that CSS adds. */
export const drawnLines = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());

/** True if `drawn`, the text of each paragraph on the screen, equals `text` line by line. */
export function isDrawnAs(drawn: readonly string[], text: string): boolean {
  const lines = drawnLines(text);
  return drawn.length === lines.length && lines.every((line, index) => line === drawn[index]);
}
