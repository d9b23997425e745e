// What is drawn one picture after the key that changed it, so that the answer to the key itself comes first: the name of
// the mark beside its words, and the focus in them, before its row and all that follows from it (docs/decisions/0018).

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';

/** Calls back once what was changed until now has been drawn. */
export type AfterFrame = (then: () => void) => void;

/** A signal that follows another at the next picture; many changes in between are one. */
export interface Following<T> {
  readonly shown: ReadonlySignal<T>;
  /** Ends the waiting: `shown` is its source from then on, and holds nothing of what that let go. */
  readonly dispose: () => void;
}

/** Follows `source`. */
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

// A pane that is scrolled out of sight or covered draws no frame, and may still be worked in by ear.
const NO_PICTURE_MS = 250;

/** In a browser: a task after the frame that is drawn next, or after a quarter of a second where none is. */
export const afterNextFrame: AfterFrame = (then) => {
  const go = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    setTimeout(then);
  };
  const frame = requestAnimationFrame(go);
  const timer = setTimeout(go, NO_PICTURE_MS);
};
