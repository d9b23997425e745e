import { expect, test } from 'vitest';
import { drawnLines, isDrawnAs } from '../../src/panels/review/drawn-note.ts';

const NOTE = 'Readiness note\n  Importance (0-10): 8\n\nPlan\n  Call on Monday\n';

test('a note is on the screen when every line reads as it will be filed', () => {
  expect(isDrawnAs(drawnLines(NOTE), NOTE)).toBe(true);
});

test('a changed, missing or further line is not the note', () => {
  const lines = drawnLines(NOTE);
  expect(isDrawnAs(lines.with(1, 'Importance (0-10): 3'), NOTE)).toBe(false);
  expect(isDrawnAs(lines.slice(1), NOTE)).toBe(false);
  expect(isDrawnAs([...lines, 'More'], NOTE)).toBe(false);
});
