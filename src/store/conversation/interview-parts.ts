// The interview in separate signals, so that a component redraws only when its own part changed.

import { computed, type ReadonlySignal } from '@preact/signals';
import type { Interview } from '../../interview/interview.ts';

/**
 * The parts of one interview. Each changes its identity only if something in it changed. `drawn` is the interview as it
 * was last drawn.
 */
export function createParts(interview: ReadonlySignal<Interview>, drawn: ReadonlySignal<Interview>) {
  const piece = <Piece>(of: (whole: Interview) => Piece): ReadonlySignal<Piece> => computed(() => of(interview.value));
  return {
    engage: piece(({ engage }) => engage),
    focus: piece(({ focus }) => focus),
    rulers: piece(({ evoke }) => evoke.rulers),
    /** Marks in the order said, updated one frame after the key that made or changed them. */
    talk: computed(() => drawn.value.evoke.talk),
    information: piece(({ evoke }) => evoke.information),
    plan: piece(({ plan }) => plan),
    time: piece(({ time }) => time),
  };
}
