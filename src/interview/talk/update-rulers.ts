// Handles events of the three rulers: answered, declined, cleared and explained.

import type { Interview } from '../interview.ts';
import type { Answer, Ruler, RulerName } from '../ruler.ts';
import type { RulerEvent } from './events.ts';
import { type Handlers, within } from './handlers.ts';
import { talkHandlers } from './update-talk.ts';

const withRuler = (interview: Interview, name: RulerName, ruler: Ruler): Interview =>
  within(interview, 'evoke', { rulers: { ...interview.evoke.rulers, [name]: ruler } });

const asked = (interview: Interview, name: RulerName, answer: Answer): Interview => {
  const before = interview.evoke.rulers[name];
  return withRuler(
    interview,
    name,
    before.kind === 'asked' ? { ...before, answer } : { kind: 'asked', answer, why: '', raise: '' },
  );
};

/** A ruler that was asked, with some parts replaced. Any other ruler stays. */
const withParts = (
  interview: Interview,
  name: RulerName,
  parts: { readonly why?: string; readonly raise?: string; readonly again?: Answer | undefined },
): Interview => {
  const before = interview.evoke.rulers[name];
  return before.kind === 'asked' ? withRuler(interview, name, { ...before, ...parts }) : interview;
};

/** Handlers of rulers. Words given with an answer are kept when the number changes. */
export const rulerHandlers: Handlers<RulerEvent['kind']> = {
  'ruler-answered': (interview, { ruler, score }) => asked(interview, ruler, { kind: 'answered', score }),
  // A number given later is not kept beside a refusal.
  'ruler-declined': (interview, { ruler }) =>
    withParts(asked(interview, ruler, { kind: 'declined' }), ruler, { again: undefined }),
  'ruler-cleared': (interview, { ruler }) => withRuler(interview, ruler, { kind: 'not-asked' }),
  'ruler-answered-again': (interview, { ruler, score }) =>
    withParts(interview, ruler, { again: { kind: 'answered', score } }),
  'ruler-again-cleared': (interview, { ruler }) => {
    const before = interview.evoke.rulers[ruler];
    return before.kind === 'asked' && before.again ? withParts(interview, ruler, { again: undefined }) : interview;
  },
  'ruler-why-typed': (interview, { ruler, text }) => withParts(interview, ruler, { why: text }),
  'ruler-raise-typed': (interview, { ruler, text }) => withParts(interview, ruler, { raise: text }),
  // The reason for a number is change talk, so its words become one mark.
  'ruler-why-heard': (interview, { ruler, id, at }) => {
    const before = interview.evoke.rulers[ruler];
    if (before.kind !== 'asked' || before.why.trim() === '') return interview;
    const { loose } = interview.evoke;
    const marked = talkHandlers['talk-marked'](within(interview, 'evoke', { loose: before.why }), {
      kind: 'talk-marked',
      id,
      at,
      talk: { side: 'change', strand: ruler === 'confidence' ? 'ability' : 'reason' },
    });
    return within(marked, 'evoke', { loose });
  },
};
