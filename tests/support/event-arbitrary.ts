// Any sequence of events over a few entry ids, so that events often meet the entries they are about.

import fc from 'fast-check';
import { PLAN_TEXTS } from '../../src/interview/interview.ts';
import { STEP_RESULTS } from '../../src/interview/note/note.ts';
import { LANGUAGES } from '../../src/interview/patient/patient-words.ts';
import { RULERS } from '../../src/interview/ruler.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import { DIRECTIONS, RAISED_BY } from '../../src/interview/talk/focus.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';
import { day, entryId, instant, score } from './interviews.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd').map(entryId);
const at = fc.constantFrom('2026-11-22T10:30:00+01:00', '2026-11-22T23:59:59Z').map(instant);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', 'I want to be there for my kids', 'מחר'),
);
const talk = fc.record({ side: fc.constantFrom(...SIDES), strand: fc.constantFrom(...STRANDS) });
const ruler = fc.constantFrom(...RULERS);
const points = fc.integer({ min: 0, max: 10 }).map(score);
const list = fc.constantFrom(
  'steps' as const,
  'supports' as const,
  'barriers' as const,
  'ifThens' as const,
  'strengths' as const,
);
const talkTime = fc.record(
  { startedAt: at, minutes: fc.integer({ min: 0, max: 1440 }) },
  { requiredKeys: ['startedAt'] },
);
const optional = <T>(arbitrary: fc.Arbitrary<T>, key: string): fc.Arbitrary<object> =>
  fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));

const kind = <K extends InterviewEvent['kind']>(
  name: K,
  ...parts: readonly fc.Arbitrary<object>[]
): fc.Arbitrary<InterviewEvent> =>
  fc.tuple(...parts).map((given) => Object.assign({ kind: name }, ...given) as InterviewEvent);
const part = <T>(key: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  arbitrary.map((value) => ({ [key]: value }));
const [anId, aText, aTalk, aRuler, aTime] = [
  part('id', id),
  part('text', text),
  part('talk', talk),
  part('ruler', ruler),
  part('at', at),
];

/** One event of each kind. A kind left out here does not compile. */
const byKind: { readonly [K in InterviewEvent['kind']]: fc.Arbitrary<InterviewEvent> } = {
  'talk-marked': kind('talk-marked', anId, aTime, aTalk),
  'words-typed': kind('words-typed', anId, aText),
  'loose-words-typed': kind('loose-words-typed', aText),
  'talk-recoded': kind('talk-recoded', anId, aTalk),
  'talk-moved': kind('talk-moved', anId, part('by', fc.constantFrom(-1, 1))),
  'talk-removed': kind('talk-removed', anId),
  'talk-became-barrier': kind('talk-became-barrier', anId),
  'ruler-answered': kind('ruler-answered', aRuler, part('score', points)),
  'ruler-declined': kind('ruler-declined', aRuler),
  'ruler-cleared': kind('ruler-cleared', aRuler),
  'ruler-answered-again': kind('ruler-answered-again', aRuler, part('score', points)),
  'ruler-again-cleared': kind('ruler-again-cleared', aRuler),
  'ruler-why-typed': kind('ruler-why-typed', aRuler, aText),
  'ruler-raise-typed': kind('ruler-raise-typed', aRuler, aText),
  'ruler-why-heard': kind('ruler-why-heard', aRuler, anId, aTime),
  'visit-language-chosen': kind('visit-language-chosen', optional(fc.constantFrom(...LANGUAGES), 'language')),
  'topic-typed': kind('topic-typed', anId, aText, part('raisedBy', fc.constantFrom(...RAISED_BY))),
  'topic-removed': kind('topic-removed', anId),
  'present-typed': kind('present-typed', aText),
  'last-step-recorded': kind('last-step-recorded', optional(fc.constantFrom(...STEP_RESULTS), 'result')),
  'last-step-words-typed': kind('last-step-words-typed', aText),
  'target-chosen': kind(
    'target-chosen',
    part(
      'target',
      fc.oneof(
        fc.constant({ kind: 'not-named' }),
        text.map((label) => ({ kind: 'named', label, sensitive: false })),
      ),
    ),
    optional(fc.constantFrom(...RAISED_BY), 'raisedBy'),
    optional(fc.boolean(), 'permission'),
  ),
  'target-typed': kind('target-typed', aText),
  'goal-typed': kind('goal-typed', aText),
  'direction-chosen': kind('direction-chosen', optional(fc.constantFrom(...DIRECTIONS), 'direction')),
  'raised-by-recorded': kind('raised-by-recorded', optional(fc.constantFrom(...RAISED_BY), 'raisedBy')),
  'permission-recorded': kind('permission-recorded', optional(fc.boolean(), 'given')),
  'information-typed': kind('information-typed', anId, aText),
  'information-view-typed': kind('information-view-typed', anId, aText),
  'information-removed': kind('information-removed', anId),
  'line-typed': kind('line-typed', part('list', list), anId, aText),
  'plan-typed': kind('plan-typed', part('part', fc.constantFrom(...PLAN_TEXTS)), aText),
  'plan-reason-chosen': kind('plan-reason-chosen', anId),
  'plan-reason-dropped': kind('plan-reason-dropped', anId),
  'plan-confidence-recorded': kind('plan-confidence-recorded', optional(points, 'score')),
  'follow-up-agreed': kind('follow-up-agreed', optional(fc.constant(day('2026-12-06')), 'day')),
  'plan-postponed': kind('plan-postponed'),
  'plan-resumed': kind('plan-resumed'),
  'start-typed': kind('start-typed', part('time', talkTime)),
  'minutes-typed': kind('minutes-typed', optional(fc.oneof(fc.integer(), fc.double()), 'minutes')),
  'minutes-recorded': kind('minutes-recorded', optional(fc.oneof(fc.integer(), fc.double()), 'minutes')),
};

const talkEvents = ['talk-marked', 'words-typed', 'talk-moved', 'talk-removed', 'talk-recoded'] as const;

// Utterances must never be lost, so they are the most frequent.
export const interviewEvents: fc.Arbitrary<readonly InterviewEvent[]> = fc.array(
  fc.oneof(
    ...Object.values(byKind).map((arbitrary) => ({ weight: 1, arbitrary })),
    ...talkEvents.map((name) => ({ weight: name === 'talk-removed' ? 2 : 6, arbitrary: byKind[name] })),
  ),
  { maxLength: 60, size: 'max' },
);
