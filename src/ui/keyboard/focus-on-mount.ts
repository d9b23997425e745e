// What opens at a press takes the focus, so that a screen reader reads it and the keyboard goes on from there.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives a ref. The element that carries it gets the focus when the component appears. It gets it in the same step as the
 * drawing: after a later step the next key press, such as F9, could come first and lose the focus that it had moved.
 */
export function useFocusOnMount<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  return element;
}
