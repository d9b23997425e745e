// Compares the note on the screen with the note that will be filed. Page translation and highlighters rewrite text behind
// our back, and a clinician signs what is on the screen.

/** The lines of a note as they are drawn, in order, without the indent that style gives them. */
export const drawnLines = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());

/** True when `drawn`, the text of each paragraph on the screen, is `text` line by line. */
export function isDrawnAs(drawn: readonly string[], text: string): boolean {
  const lines = drawnLines(text);
  return drawn.length === lines.length && lines.every((line, place) => line === drawn[place]);
}
