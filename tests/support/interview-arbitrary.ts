// Any possible interview, for properties: long quotes, many marks, emoji, other scripts, halves of surrogate pairs.

import fc from 'fast-check';
import { readDay, readEntryId, readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import type { Interview } from '../../src/interview/interview.ts';
import { STEP_RESULTS } from '../../src/interview/note/note.ts';
import { LANGUAGES } from '../../src/interview/patient/patient-words.ts';
import { DIRECTIONS, RAISED_BY } from '../../src/interview/talk/focus.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';
import type { Binding } from '../../src/interview/visit.ts';
import type { Result } from '../../src/lib/result.ts';

function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('the arbitrary made a malformed value');
  return result.value;
}

/** An object whose keys in `optional` may be absent, never undefined. */
const maybe = <T extends object, O extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<T & Partial<O>> =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) as never }) as never;

/** Text as people type, paste and dictate it, and as no one should. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '“I can’t”, she said\n\tand: «mañana»',
    'أريد أن أتوقف',
    '👩‍👧‍👦 für die Kinder',
    '\ud83d',
    '{"kind":"heard"}',
    'x'.repeat(2_000),
  ),
);

export const anyNoteId = fc.uuid().map((text) => sure(readNoteId(text)));
const anyEntryId = fc.uuid().map((text) => sure(readEntryId(text)));
const anyScore = fc.integer({ min: 0, max: 10 }).map((value) => sure(readScore(value)));
const anyDate = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const anyDay = anyDate.map((date) => sure(readDay(date.toISOString().slice(0, 10))));
export const anyInstant = fc
  .tuple(anyDate, fc.constantFrom('Z', '+05:30', '-11:00', '+14:00'))
  .map(([date, zone]) => sure(readInstant(date.toISOString().replace('Z', zone))));

const anyLine = fc.record({ id: anyEntryId, text: anyText });
const anyLines = fc.array(anyLine, { maxLength: 4 });
const anyAnswer = fc.oneof(
  fc.constant({ kind: 'declined' as const }),
  fc.record({ kind: fc.constant('answered' as const), score: anyScore }),
);
const anyRuler = fc.oneof(
  fc.constant({ kind: 'not-asked' as const }),
  maybe({ kind: fc.constant('asked' as const), answer: anyAnswer, why: anyText, raise: anyText }, { again: anyAnswer }),
);
const anyWords = fc.oneof(
  fc.constant({ kind: 'mark-only' as const }),
  maybe({ kind: fc.constant('heard' as const), text: anyText }, { language: fc.constantFrom('en', 'es', 'ar') }),
);
const anyUtterance = fc.record({
  id: anyEntryId,
  at: anyInstant,
  talk: fc.record({ side: fc.constantFrom(...SIDES), strand: fc.constantFrom(...STRANDS) }),
  words: anyWords,
});
const anyTarget = fc.oneof(
  fc.constant({ kind: 'not-named' as const }),
  maybe(
    { kind: fc.constant('named' as const), label: anyText, sensitive: fc.boolean() },
    { code: fc.record({ system: fc.webUrl(), code: anyText }) },
  ),
);

const anyEngage = fc.record({
  agenda: fc.array(fc.record({ id: anyEntryId, text: anyText, raisedBy: fc.constantFrom(...RAISED_BY) }), {
    maxLength: 4,
  }),
  strengths: anyLines,
  present: anyText,
  lastStep: maybe({ words: anyText }, { result: fc.constantFrom(...STEP_RESULTS) }),
});
const anyFocus = maybe(
  { target: anyTarget, goal: anyText },
  {
    direction: fc.constantFrom(...DIRECTIONS),
    raisedBy: fc.constantFrom(...RAISED_BY),
    permission: fc.boolean(),
  },
);
const anyEvoke = fc.record({
  loose: anyText,
  rulers: fc.record({ importance: anyRuler, confidence: anyRuler, readiness: anyRuler }),
  talk: fc.oneof(fc.array(anyUtterance, { maxLength: 8 }), {
    weight: 1,
    arbitrary: fc.array(anyUtterance, { minLength: 100, maxLength: 150 }),
  }),
  information: fc.array(fc.record({ id: anyEntryId, given: anyText, view: anyText }), { maxLength: 3 }),
});
const planTexts = {
  change: anyText,
  firstStep: anyText,
  signWorking: anyText,
  ifNotWorking: anyText,
  commitment: anyText,
  referral: anyText,
  followUpHow: anyText,
  notTodayWhy: anyText,
};
const anyPlan = maybe(
  {
    ending: fc.constantFrom('open' as const, 'not-today' as const),
    reasons: fc.array(anyEntryId, { maxLength: 3 }),
    ...planTexts,
    steps: anyLines,
    supports: anyLines,
    barriers: anyLines,
    ifThens: anyLines,
  },
  { confidence: anyScore, followUpDay: anyDay },
);

/** Any interview, finished or not, in any order of work. */
export const anyInterview: fc.Arbitrary<Interview> = maybe(
  {
    id: anyNoteId,
    time: maybe({ startedAt: anyInstant }, { minutes: fc.nat(600) }),
    engage: anyEngage,
    focus: anyFocus,
    evoke: anyEvoke,
    plan: anyPlan,
  },
  { language: fc.constantFrom(...LANGUAGES) },
);

/** Any binding of a draft to its owner, from few values, so that two of them often agree in part. */
export const anyBinding: fc.Arbitrary<Binding> = maybe(
  {
    issuer: fc.constantFrom('https://a.example/r4', 'https://b.example/r4'),
    patient: fc.constantFrom('1', '2'),
    clinician: fc.constantFrom('Practitioner/1', 'Practitioner/2'),
  },
  {
    tenant: fc.constantFrom('t1', 't2'),
    encounter: fc.constantFrom('1', '2'),
  },
);
