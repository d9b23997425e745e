// Readiness notes for properties: every legal shape, with texts that break codecs. These are 2,000 characters, emoji,
// quotation marks, right-to-left script, line breaks, and words that look like our own labels.

import fc from 'fast-check';
import { readDay, readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import { saysNotNamed } from '../../src/interview/note/fact-kinds.ts';
import { type NotePlan, type NoteRuler, type ReadinessNote, STEP_RESULTS } from '../../src/interview/note/note.ts';
import type { Answer } from '../../src/interview/ruler.ts';
import { DIRECTIONS, RAISED_BY } from '../../src/interview/talk/focus.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';
import type { Result } from '../../src/lib/result.ts';

/** The value of a constructor that must succeed. Throws if a test builds an invalid one. */
export function made<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(`The test built something malformed: ${result.error.kind}`);
  return result.value;
}

const SNIPPETS = [
  "I can't sleep without it",
  'My liver tests scared me: “three times the limit”',
  'Change: No drinks on weeknights',
  'Plan: agreed',
  'Record: 3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e11, marks 7/3',
  'End of readiness note, check 1A2B3C4D',
  'READINESS NOTE (Evoke text 1)',
  "In Pat's own words",
  '| not a new line',
  'a < b && c > d; &amp; &lt;script&gt;',
  '<script>alert(1)</script>',
  'أريد أن أكون هنا من أجل أطفالي',
  'אני רוצה להפסיק',
  '👨‍👩‍👧‍👦 😀 é e\u0301',
  '孩子们需要我',
  '{897148007}',
  '{}',
  '06-Dec-2026',
  'no day, then',
  'written as: 7',
  '"quotes" and \\backslashes\\ and \u2028 separators',
] as const;

/** Any character but a surrogate alone. `unit: 'binary'` draws the same and takes most of a second to begin. */
const anyCharacter = fc
  .nat({ max: 0x10_f7ff })
  .map((rank) => String.fromCodePoint(rank < 0xd800 ? rank : rank + 0x800));

/** Legal text of a note: trimmed, not empty, no control characters but line breaks. */
export const words: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
    { weight: 2, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 40 }) },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.constantFrom(...SNIPPETS, '\n', '  ', '\n  '), { minLength: 1, maxLength: 6 })
        .map((parts) => parts.join(' ')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...SNIPPETS).map((text) => `${text} `.repeat(200).slice(0, 2_000)) },
  )
  .map((text) => text.replace(/[^\n\P{Cc}]/gu, '').trim())
  .filter((text) => text !== '');

const score = fc.integer({ min: 0, max: 10 }).map((value) => made(readScore(value)));
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => made(readDay(date.toISOString().slice(0, 10))));
const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
const zone = fc.oneof(
  fc.constant('Z'),
  fc.tuple(fc.constantFrom('+', '-'), two(13), two(59)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const fraction = fc.constantFrom('', '', '.5', '.000', '.123456789');

/** A time with any offset and any precision of seconds. */
const instant = fc
  .tuple(day, two(23), two(59), two(59), fraction, zone)
  .map(([date, hours, minutes, seconds, part, offset]) =>
    made(readInstant(`${date}T${hours}:${minutes}:${seconds}${part}${offset}`)),
  );

const code = fc.oneof(
  fc
    .constantFrom('897148007', '229819007', '228272008')
    .map((value) => ({ system: 'http://snomed.info/sct', code: value })),
  fc.constantFrom('a|b', '{x} %25', 'walk').map((value) => ({ system: 'urn:example:{codes}', code: value })),
);
/** "Not named yet" as a label is the same fact as no label, so it is never made here. */
const target = fc.record(
  { label: words.filter((label) => !saysNotNamed(label)), code, sensitive: fc.boolean() },
  { requiredKeys: ['label', 'sensitive'] },
);
const noTarget = fc.record({ sensitive: fc.boolean() });

const answer: fc.Arbitrary<Answer> = fc.oneof(
  score.map((value): Answer => ({ kind: 'answered', score: value })),
  fc.constant<Answer>({ kind: 'declined' }),
);
const asked: fc.Arbitrary<NoteRuler> = fc.record(
  { kind: fc.constant('asked' as const), answer, again: answer, why: words, raise: words },
  { requiredKeys: ['kind', 'answer'] },
);
const notAsked = fc.constant<NoteRuler>({ kind: 'not-asked' });
/** As composed by us: asked, or not asked. */
const composedRuler = fc.oneof(asked, notAsked);
/** As read from any chart. A whole number would have been read as an answer. */
const anyRuler: fc.Arbitrary<NoteRuler> = fc.oneof(
  { weight: 4, arbitrary: composedRuler },
  { weight: 1, arbitrary: fc.constant<NoteRuler>({ kind: 'not-recorded' }) },
  {
    weight: 1,
    arbitrary: words
      .filter((written) => !/^\s*\d{1,2}\s*$/.test(written))
      .map((written): NoteRuler => ({ kind: 'unreadable', written })),
  },
);

const followUp = fc
  .record({ day, how: words }, { requiredKeys: [] })
  .filter(({ day: on, how }) => on !== undefined || how !== undefined);
const list = fc.array(words, { maxLength: 3 });
const plan: fc.Arbitrary<NotePlan> = fc.oneof(
  fc.constant<NotePlan>({ kind: 'none' }),
  fc.record({ kind: fc.constant('not-today' as const), why: words, followUp }, { requiredKeys: ['kind'] }),
  fc.record(
    {
      kind: fc.constant('agreed' as const),
      change: words,
      reasons: list,
      firstStep: words,
      steps: list,
      supports: list,
      signWorking: words,
      barriers: list,
      ifThens: list,
      ifNotWorking: words,
      confidence: score,
      commitment: words,
      referral: words,
      followUp,
    } satisfies Record<keyof Extract<NotePlan, { readonly kind: 'agreed' }>, fc.Arbitrary<unknown>>,
    { requiredKeys: ['kind', 'reasons', 'steps', 'supports', 'barriers', 'ifThens'] },
  ),
);

const lastStep = fc
  .record({ result: fc.constantFrom(...STEP_RESULTS), words }, { requiredKeys: [] })
  .filter(({ result, words: said }) => result !== undefined || said !== undefined);

/** Every readiness note that can exist, composed or read. */
export const readinessNote: fc.Arbitrary<ReadinessNote> = fc.record(
  {
    id: fc.uuid().map((id) => made(readNoteId(id))),
    at: instant,
    signedAt: instant,
    language: fc.constantFrom('en', 'es', 'es-419', 'zh-Hant'),
    target: fc.oneof({ weight: 4, arbitrary: target }, { weight: 1, arbitrary: noTarget }),
    goal: words,
    direction: fc.constantFrom(...DIRECTIONS),
    raisedBy: fc.constantFrom(...RAISED_BY),
    permission: fc.boolean(),
    agenda: list,
    strengths: list,
    present: words,
    lastStep,
    information: fc.array(fc.record({ given: words, view: words }, { requiredKeys: ['given'] }), { maxLength: 3 }),
    rulers: fc.record({ importance: anyRuler, confidence: anyRuler, readiness: anyRuler }),
    talk: fc.array(
      fc.record({
        talk: fc.record({ side: fc.constantFrom(...SIDES), strand: fc.constantFrom(...STRANDS) }),
        text: words,
      }),
      { maxLength: 6 },
    ),
    marks: fc.record({ change: fc.nat({ max: 999 }), sustain: fc.nat({ max: 999 }) }),
    plan,
    minutes: fc.nat({ max: 600 }),
    also: fc.array(fc.record({ label: words, value: words }), { maxLength: 2 }),
    // A part that is not here would be read and written without a test.
  } satisfies Record<keyof ReadinessNote, fc.Arbitrary<unknown>>,
  {
    noNullPrototype: true,
    requiredKeys: [
      'id',
      'at',
      'signedAt',
      'target',
      'agenda',
      'strengths',
      'information',
      'rulers',
      'talk',
      'marks',
      'plan',
      'also',
    ],
  },
);

/** Every note the app itself can compose: the three rulers are asked or not asked, and nothing is unknown. */
export const composedNote: fc.Arbitrary<ReadinessNote> = fc
  .tuple(readinessNote, fc.record({ importance: composedRuler, confidence: composedRuler, readiness: composedRuler }))
  .map(([note, rulers]) => ({ ...note, rulers, also: [] }));
