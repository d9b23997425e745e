// What opens at a press takes the focus, so that a screen reader reads it and the keyboard goes on from there.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives a ref. The element that carries it gets the focus in the same step that draws it. In a later step, a quick key such
 * as F9 could come first. Its focus would then be taken away.
 */
export function useFocusOnMount<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  return element;
}
