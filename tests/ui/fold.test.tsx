// @vitest-environment happy-dom
// A folded part on paper.
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Fold } from '../../src/ui/note/Fold.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  [true, 'lacks', false],
  [false, 'has', true],
])('a fold is opened while it is printed (%s) in an engine that %s ::details-content', (opens, _, supports) => {
  vi.stubGlobal('CSS', { supports: () => supports });
  render(<Fold title="Details">Note 7</Fold>);
  const isOpen = () => screen.getByRole<HTMLDetailsElement>('group').open;
  window.dispatchEvent(new Event('beforeprint'));
  expect(isOpen()).toBe(opens);
  window.dispatchEvent(new Event('afterprint'));
  expect(isOpen()).toBe(false);
});

test('a fold that somebody opened stays open after it is printed', () => {
  vi.stubGlobal('CSS', { supports: () => false });
  render(<Fold title="Details">Note 7</Fold>);
  const fold = screen.getByRole<HTMLDetailsElement>('group');
  fold.open = true;
  window.dispatchEvent(new Event('beforeprint'));
  window.dispatchEvent(new Event('afterprint'));
  expect(fold.open).toBe(true);
});
