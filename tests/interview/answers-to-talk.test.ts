import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LineToSay, linesAfterMarks, stemsFor } from '../../src/interview/guide/answers-to-talk.ts';
import { readEntryId, readInstant } from '../../src/interview/ids.ts';
import { LANGUAGES, type Language } from '../../src/interview/patient/patient-words.ts';
import type { Direction } from '../../src/interview/talk/focus.ts';
import { SIDES, type Side, STRANDS, type Strand, type Utterance } from '../../src/interview/talk/talk.ts';
import { made } from '../support/arbitraries.ts';
import { bannedIn } from '../support/guide-language.ts';
import { fleschKincaid } from '../support/readability.ts';

const PAIRS = SIDES.flatMap((side) => STRANDS.map((strand) => ({ side, strand })));
const AT = made(readInstant('2026-11-28T10:00:00-05:00'));
const mark = (side: Side, strand: Strand, text: string, place: number): Utterance => ({
  id: made(readEntryId(`m${place}`)),
  at: AT,
  talk: { side, strand },
  words: text === '' ? { kind: 'mark-only' } : { kind: 'heard', text },
});

/** A conversation of 40 marks about drinking, as one hears it: doubts first, reasons in runs, steps late. */
const TALK: readonly (readonly [Side, Strand, string])[] = [
  ['sustain', 'desire', 'Honestly, I like my evening beers'],
  ['sustain', 'reason', "It's the only break I get"],
  ['change', 'other', "It's gotten out of hand"],
  ['sustain', 'reason', 'All my friends drink'],
  ['sustain', 'reason', 'It takes the edge off'],
  ['change', 'reason', 'I wake up foggy'],
  ['change', 'reason', 'It costs us a fortune'],
  ['change', 'reason', "My daughter's started to count"],
  ['change', 'reason', 'My sleep is bad'],
  ['change', 'reason', 'My doctor was worried'],
  ['sustain', 'need', 'I need it to sleep'],
  ['change', 'desire', "I'd love a clear morning"],
  ['change', 'desire', 'I wish it were easier'],
  ['sustain', 'ability', "I've no willpower"],
  ['sustain', 'ability', 'I tried twice'],
  ['sustain', 'ability', 'Weekends are impossible'],
  ['change', 'ability', 'I did nine weeks last spring'],
  ['change', 'ability', 'I can skip Mondays'],
  ['change', 'unsure', ''],
  ['sustain', 'unsure', ''],
  ['sustain', 'other', 'My granddad drank to ninety'],
  ['change', 'need', 'Something has to change'],
  ['change', 'need', "I've got to sort this out"],
  ['change', 'need', 'It matters, for the kids'],
  ['sustain', 'commitment', "I'm not stopping for good"],
  ['sustain', 'activation', "I'm not ready to talk about never"],
  ['sustain', 'taking-steps', 'I picked up a case on the way'],
  ['change', 'reason', 'I had a great weekend without'],
  ['change', 'desire', ''],
  ['change', 'ability', ''],
  ['change', 'activation', "I'd be willing to try weeknights"],
  ['change', 'activation', 'I could give it a go'],
  ['change', 'taking-steps', 'I poured the last bottle away'],
  ['change', 'taking-steps', 'I told my brother'],
  ['change', 'taking-steps', 'I bought soda water'],
  ['change', 'commitment', "I'm going to start tonight"],
  ['change', 'commitment', "I'll call you Friday"],
  ['change', 'commitment', "I won't buy any"],
  ['sustain', 'ability', 'Football night will be hard'],
  ['change', 'commitment', "I'll drive that night"],
];
const marks = TALK.map(([side, strand, text], place) => mark(side, strand, text, place));
const lines = linesAfterMarks(marks, 'en');
const isQuestion = ({ kind }: LineToSay): boolean => kind === 'ask';

test.each(PAIRS)('has four reflections or more for $side $strand, each once', ({ side, strand }) => {
  const { simple, complex, ask } = stemsFor({ side, strand }, 'en');
  expect(Math.min(simple.length, complex.length, ask.length)).toBeGreaterThanOrEqual(2);
  expect(new Set([...simple, ...complex, ...ask]).size).toBe(simple.length + complex.length + ask.length);
});

test('says each stem of a side for one strand only', () => {
  const all = PAIRS.flatMap(({ side, strand }) => {
    const { simple, complex, affirm, ask } = stemsFor({ side, strand }, 'en');
    return [...simple, ...complex, ...affirm, ...ask];
  });
  expect(all.length - new Set(all).size).toBe(0);
  expect(all.length).toBeGreaterThan(120);
});

test.each(PAIRS)('keeps the lines for $side $strand short, plain and without argument', ({ side, strand }) => {
  const { simple, complex, affirm, ask } = stemsFor({ side, strand }, 'en');
  for (const stem of [...simple, ...complex, ...affirm]) expect(stem).toMatch(/^[A-Z].*…$/);
  for (const question of ask) expect(question).toMatch(/^(?:What|How|When|Where|In what)\b.*\?$/);
  for (const text of [...simple, ...complex, ...affirm, ...ask]) {
    expect(text.split(' ').length).toBeLessThanOrEqual(12);
    expect([text, bannedIn(text)]).toEqual([text, []]);
    expect(text).not.toMatch(/\b(?<!of )(?:you are|it is|you have|you would|do not|cannot)\b/i);
  }
  expect(fleschKincaid([...simple, ...complex, ...affirm, ...ask].join('\n').replaceAll('…', '.'))).toBeLessThanOrEqual(
    6,
  );
});

test('offers two reflections or affirmations, or more, for each question', () => {
  for (const offered of lines) {
    expect(offered.filter((line) => !isQuestion(line)).length).toBeGreaterThanOrEqual(2);
    expect(offered.filter(isQuestion).length).toBeLessThanOrEqual(1);
    expect(offered.findIndex(isQuestion)).toBe(offered.some(isQuestion) ? offered.length - 1 : -1);
  }
  const all = lines.flat();
  expect(all.filter((line) => !isQuestion(line)).length / all.filter(isQuestion).length).toBeGreaterThanOrEqual(2);
});

test('repeats no line within ten', () => {
  const texts = lines.flat().map(({ text }) => text);
  const repeated = texts.filter((text, place) => texts.slice(Math.max(0, place - 10), place).includes(text));
  expect(repeated).toEqual([]);
});

/** Sayings of both sides, so that a stem about both sides is offered too. */
const SAYINGS = ['', 'It helps', 'I like it'];
/** Few kinds at a time: a patient stays with a few kinds of talk, and that is where lines run out. */
const narrow = fc
  .uniqueArray(fc.constantFrom(...PAIRS), { minLength: 1, maxLength: 4 })
  .chain((pairs) => fc.array(fc.tuple(fc.constantFrom(...pairs), fc.constantFrom(...SAYINGS))));
/** Conversations of 40 marks with any kinds of talk, those without a kind included. */
const wide = fc.array(fc.tuple(fc.constantFrom(...PAIRS), fc.constantFrom(...SAYINGS)), {
  minLength: 40,
  maxLength: 40,
});
const scripted = (talk: readonly (readonly [(typeof PAIRS)[number], string])[]): readonly Utterance[] =>
  talk.map(([{ side, strand }, text], place) => mark(side, strand, text, place));

/** What is wrong with the lines offered in a conversation, in words. */
function faultsIn(
  talk: readonly Utterance[],
  offered: readonly (readonly LineToSay[])[],
  language: Language = 'en',
  direction?: Direction,
): string[] {
  const texts = offered.flat().map(({ text }) => text);
  const asked = offered.flat().filter(isQuestion).length;
  const afterEach = offered.flatMap((each, place) => {
    const kinds = each.map(({ kind }) => kind).join();
    const { side, strand } = talk[place]?.talk ?? { side: 'change', strand: 'unsure' };
    const fits = ({ kind, text }: LineToSay) =>
      kind === 'both' ||
      [strand, 'unsure' as const].some((each) =>
        stemsFor({ side, strand: each }, language, direction)[kind].includes(text),
      );
    return [
      ...(/^simple,complex(?:,affirm)?(?:,both)?(?:,ask)?$/.test(kinds) ? [] : [`order: ${kinds}`]),
      ...each.filter((line) => !fits(line)).map(({ text }) => `not for ${side} ${strand}: ${text}`),
    ];
  });
  return [
    ...afterEach,
    ...texts.filter((text, place) => texts.slice(Math.max(0, place - 10), place).includes(text)),
    ...(texts.length - asked < 2 * asked ? [`${asked} questions in ${texts.length} lines`] : []),
  ];
}

test.each(
  LANGUAGES.flatMap((language) => [undefined, 'keep-going' as const].map((direction) => ({ language, direction }))),
)(
  'reflects twice a question, repeats nothing within ten and fits every mark ($language, $direction)',
  ({ language, direction }) => {
    const faults = (talk: readonly Utterance[]) =>
      faultsIn(talk, linesAfterMarks(talk, language, direction), language, direction);
    for (const pair of PAIRS) expect(faults(scripted(Array.from({ length: 40 }, () => [pair, ''])))).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(narrow, wide), (talk) => {
        expect(faults(scripted(talk))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  },
);

test('finds a line that repeats, does not fit its mark or asks too often', () => {
  const talk = [mark('change', 'desire', '', 0), mark('change', 'need', '', 1)];
  const [first = [], second = []] = linesAfterMarks(talk, 'en');
  expect(faultsIn(talk, [first, first]).some((fault) => fault.startsWith('not for change need'))).toBe(true);
  expect(faultsIn(talk, [first, first])).toContain(first[0]?.text);
  expect(faultsIn(talk, [first, second.toReversed()])).toContainEqual(expect.stringMatching(/^order/));
  expect(faultsIn(talk, [first.slice(1), second])).toContain('2 questions in 5 lines');
});

test('offers only lines of the side and strand of the mark, or ones that fit the whole side', () => {
  const fitting = lines.filter((offered, place) => {
    const { side, strand } = marks[place]?.talk ?? { side: 'change', strand: 'unsure' };
    return stemsFor({ side, strand }, 'en').simple.includes(offered[0]?.text ?? '');
  });
  expect(fitting.length).toBeGreaterThanOrEqual(34);
  for (const [place, offered] of lines.entries()) {
    const { side, strand } = marks[place]?.talk ?? { side: 'change', strand: 'unsure' };
    const [own, any] = [stemsFor({ side, strand }, 'en'), stemsFor({ side, strand: 'unsure' }, 'en')];
    for (const { kind, text } of offered) {
      if (kind === 'both') continue;
      expect([...own[kind], ...any[kind]]).toContain(text);
    }
  }
});

test('puts both sides in the patient’s own words, change last', () => {
  const both = lines.flat().filter(({ kind }) => kind === 'both');
  expect(both[0]?.text).toBe(
    "On the one hand, “It's the only break I get”, and at the same time, “It's gotten out of hand”…",
  );
  expect(lines[0]?.some(({ kind }) => kind === 'both')).toBe(false);
});

test('cuts long words at a blank', () => {
  const long = 'I keep thinking about my kids and how they look at me when I open the next one in the evening';
  const [, offered] = linesAfterMarks(
    [mark('sustain', 'desire', 'I like it', 0), mark('change', 'reason', long, 1)],
    'en',
  );
  expect(offered?.find(({ kind }) => kind === 'both')?.text).toContain('they look at me when I open the next one…”');
});

test('affirms only where a strength was heard', () => {
  const affirmed = lines.flatMap((offered, place) =>
    offered.some(({ kind }) => kind === 'affirm') ? [TALK[place]] : [],
  );
  expect(affirmed.length).toBeGreaterThan(5);
  expect(affirmed.every((row) => row?.[0] === 'change')).toBe(true);
});
