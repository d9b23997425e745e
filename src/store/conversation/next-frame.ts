// Delays part of the screen by one frame, so that the response to a key is drawn first (docs/decisions/0018). First
// come the name of the mark and the focus in its words, then its row and everything that follows from it.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';

/** Calls back after the browser has drawn all changes made so far. */
export type AfterFrame = (then: () => void) => void;

/** A signal that follows another one frame later. Several changes in between become one. */
export interface Following<T> {
  readonly shown: ReadonlySignal<T>;
  /** Stops following. `shown` is then its source and keeps no earlier value. */
  readonly dispose: () => void;
}

/** Follows `source` one frame later. */
export function followNextFrame<T>(source: ReadonlySignal<T>, afterFrame: AfterFrame): Following<T> {
  const drawn = signal<{ readonly kind: 'drawn'; readonly value: T } | { readonly kind: 'over' }>({
    kind: 'drawn',
    value: source.peek(),
  });
  let awaited = false;
  const catchUp = (): void => {
    awaited = false;
    if (drawn.peek().kind === 'drawn') drawn.value = { kind: 'drawn', value: source.peek() };
  };
  const stop = effect(() => {
    const { value } = source;
    const before = drawn.peek();
    if (awaited || before.kind === 'over' || value === before.value) return;
    awaited = true;
    afterFrame(catchUp);
  });
  const shown = computed(() => (drawn.value.kind === 'drawn' ? drawn.value.value : source.value));
  const dispose = (): void => {
    stop();
    drawn.value = { kind: 'over' };
  };
  return { shown, dispose };
}

// A panel that is out of sight draws no frame, but a screen reader user may still work in it.
const NO_FRAME_MS = 250;

/** Calls back in a task after the next frame, or after a quarter of a second if there is none. */
export const afterNextFrame: AfterFrame = (then) => {
  const go = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    setTimeout(then);
  };
  const frame = requestAnimationFrame(go);
  const timer = setTimeout(go, NO_FRAME_MS);
};
