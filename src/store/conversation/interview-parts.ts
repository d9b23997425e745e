// The interview in separate signals, so that a component redraws only when its own part changed.

import { computed, type ReadonlySignal } from '@preact/signals';
import type { Engaging, Evoking, Focusing, Interview, Planning, TalkTime } from '../../interview/interview.ts';

/** Each part changes its identity only if something in it changed. */
export interface Parts {
  readonly engage: ReadonlySignal<Engaging>;
  readonly focus: ReadonlySignal<Focusing>;
  readonly rulers: ReadonlySignal<Evoking['rulers']>;
  /** Marks in the order said, updated one frame after the key that made or changed them. */
  readonly talk: ReadonlySignal<Evoking['talk']>;
  readonly information: ReadonlySignal<Evoking['information']>;
  readonly plan: ReadonlySignal<Planning>;
  readonly time: ReadonlySignal<TalkTime>;
}

/** The parts of one interview. `drawn` is the interview as it was last drawn. */
export function createParts(interview: ReadonlySignal<Interview>, drawn: ReadonlySignal<Interview>): Parts {
  const piece = <Piece>(of: (whole: Interview) => Piece): ReadonlySignal<Piece> => computed(() => of(interview.value));
  return {
    engage: piece(({ engage }) => engage),
    focus: piece(({ focus }) => focus),
    rulers: piece(({ evoke }) => evoke.rulers),
    talk: computed(() => drawn.value.evoke.talk),
    information: piece(({ evoke }) => evoke.information),
    plan: piece(({ plan }) => plan),
    time: piece(({ time }) => time),
  };
}
