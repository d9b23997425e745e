// The interview in narrow pieces, so that what is drawn is drawn again only when its own piece changed.
// Knows no more than where a piece stands in the interview.

import { computed, type ReadonlySignal } from '@preact/signals';
import type { Engaging, Evoking, Focusing, Interview, Planning, TalkTime } from '../../interview/interview.ts';

/** Each piece changes its identity only when something in it changed: an event leaves the rest of the interview as it is. */
export interface Parts {
  readonly engage: ReadonlySignal<Engaging>;
  readonly focus: ReadonlySignal<Focusing>;
  readonly rulers: ReadonlySignal<Evoking['rulers']>;
  /** Marks in the order said, one picture after the key that made or changed them. */
  readonly talk: ReadonlySignal<Evoking['talk']>;
  readonly information: ReadonlySignal<Evoking['information']>;
  readonly plan: ReadonlySignal<Planning>;
  readonly time: ReadonlySignal<TalkTime>;
}

/** The pieces of one interview; what was heard is taken from `heard`, the interview as it was drawn last. */
export function createParts(interview: ReadonlySignal<Interview>, heard: ReadonlySignal<Interview>): Parts {
  const piece = <Piece>(of: (whole: Interview) => Piece): ReadonlySignal<Piece> => computed(() => of(interview.value));
  return {
    engage: piece(({ engage }) => engage),
    focus: piece(({ focus }) => focus),
    rulers: piece(({ evoke }) => evoke.rulers),
    talk: computed(() => heard.value.evoke.talk),
    information: piece(({ evoke }) => evoke.information),
    plan: piece(({ plan }) => plan),
    time: piece(({ time }) => time),
  };
}
