import { expect, test } from 'vitest';
import { isEnding } from '../../src/learn/case.ts';
import { CASES } from '../../src/learn/cases/cases.ts';
import { checkAnswer, type ToAnswer } from '../../src/learn/check-answer.ts';
import { HEARING_SETS } from '../../src/learn/hearing/sets.ts';
import { type FittingMarks, parseMarks } from '../../src/learn/marks.ts';
import { fitsMethod } from '../../src/learn/moves.ts';
import * as WORDS from '../../src/learn/page-text.ts';
import { TO_ANSWER } from '../../src/learn/saying/lines.ts';
import { START } from '../../src/learn/tour/start.ts';
import { TOUR } from '../../src/learn/tour/tour.ts';
import { BANNED_PHRASES } from '../support/banned-phrases.ts';
import { fleschKincaid } from '../support/readability.ts';

const LINES = HEARING_SETS.flatMap(({ lines }) => lines);
const ACTIVITY_LINES = TOUR.flatMap(({ activity }) => (activity.kind === 'hear' ? activity.lines : []));
const TURNS = CASES.flatMap(({ turns, rulers }) => [...Object.values(turns), ...Object.values(rulers)]);
const CHOICES = CASES.flatMap(({ turns }) =>
  Object.values(turns).flatMap((turn) => (isEnding(turn) ? [] : turn.choices)),
);
const WRITTEN: readonly ToAnswer[] = [
  ...TO_ANSWER,
  ...TOUR.flatMap(({ activity }) => (activity.kind === 'say' ? [activity.line] : [])),
];
const words = (text: string): number => text.match(/[\p{L}\d’'-]+/gu)?.length ?? 0;

/** Every string of a nested value. */
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** The sentences of a nested value, without names, codes and single words. */
const readable = (value: unknown): readonly string[] => textsOf(value).filter((text) => words(text) > 3);

test('at least 150 lines are there to hear, and none comes twice', () => {
  expect(LINES.length).toBeGreaterThanOrEqual(150);
  expect(new Set(LINES.map(([says]) => says)).size).toBe(LINES.length);
});

test('a fifth of the lines would split raters, and a few hold two marks', () => {
  expect(LINES.filter(([, marks]) => typeof marks === 'object').length).toBeGreaterThan(30);
  expect(LINES.filter(([, marks]) => typeof marks === 'string' && marks.includes(' ')).length).toBeGreaterThan(8);
});

test('every line has a reason, and every split adds up to ten raters', () => {
  const all: readonly (readonly [string, FittingMarks, string])[] = [
    ...LINES,
    ...ACTIVITY_LINES,
    ...START.lines,
    ...TURNS.map(({ says, marks, why }) => [says, marks, why] as const),
  ];
  const wrong = all.filter(([, marks, why]) => {
    const expected = parseMarks(marks);
    const raters = expected.kind === 'split' ? expected.views.reduce((sum, view) => sum + view.raters, 0) : 10;
    return words(why) < 2 || raters !== 10;
  });
  expect(wrong).toEqual([]);
});

test('a reason grants another reading only if the marks grant it', () => {
  const granting =
    /\b(?:adding|marking that|fair (?:first|second)|some (?:hear|would|add)|some raters|many answers)\b/i;
  const all: readonly (readonly [string, FittingMarks, string])[] = [
    ...LINES,
    ...ACTIVITY_LINES,
    ...START.lines,
    ...TURNS.map(({ says, marks, why }) => [says, marks, why] as const),
  ];
  expect(all.filter(([, marks, why]) => typeof marks === 'string' && granting.test(why))).toEqual([]);
});

test('coping well so far is not coded as doubt about being able to change', () => {
  const coping = LINES.filter(([says]) => /hold my liquor|handled it for/.test(says));
  expect(coping).toHaveLength(2);
  expect(coping.filter(([, marks]) => JSON.stringify(marks).includes('-A'))).toEqual([]);
});

test('a need that names what it is for is coded alike everywhere: some hear a reason', () => {
  const dated = [...LINES, ...START.lines].filter(([says]) => /\b(?:got|have) to\b.* before /.test(says));
  expect(dated).toHaveLength(5);
  expect(dated.filter(([, marks]) => JSON.stringify(marks) !== '{"+N":8,"+R":2}')).toEqual([]);
});

test('the tour has ten stops, each with at most 150 words, a labeled dialogue and an activity', () => {
  expect(TOUR).toHaveLength(10);
  for (const { description, demonstration } of TOUR) {
    expect(words(description.join(' '))).toBeLessThanOrEqual(150);
    expect(demonstration.length).toBeGreaterThanOrEqual(7);
    expect(demonstration.every((line) => line.every((part) => part.trim() !== ''))).toBe(true);
  }
});

test('the dialogues are about drinking, smoking, depression, anxiety, diabetes, asthma, activity and blood pressure', () => {
  const scenes = TOUR.map(
    ({ scene, demonstration }) => `${scene} ${demonstration.map(([, says]) => says).join(' ')}`,
  ).join(' ');
  for (const about of [/drink/, /smok/, /vap/, /depression/, /diabetes/, /asthma/, /walk/, /blood pressure/, /panic/])
    expect(scenes).toMatch(about);
});

test('everything a learner reads is at grade 8 or below', () => {
  const pieces: readonly (readonly [string, string])[] = [
    ...TOUR.map(({ id, description }) => [`tour ${id}`, description.join(' ')] as const),
    ...TOUR.map(
      ({ id, demonstration }) =>
        [`demonstration ${id}`, demonstration.map(([, says, , why]) => `${says} ${why}`).join(' ')] as const,
    ),
    ...HEARING_SETS.map(
      ({ id, lines }) => [`hearing ${id}`, lines.map(([says, , why]) => `${says} ${why}`).join(' ')] as const,
    ),
    ...CASES.map(
      ({ id, turns }) =>
        [`case ${id}`, textsOf(Object.values(turns).map(({ says, why }) => [says, why])).join(' ')] as const,
    ),
    ...CASES.map(
      ({ id, turns }) =>
        [
          `answers ${id}`,
          Object.values(turns)
            .flatMap((turn) =>
              isEnding(turn) ? [turn.after] : turn.choices.map(([, says, , why]) => `${says} ${why}`),
            )
            .join(' '),
        ] as const,
    ),
    ...TOUR.map(({ id, scene, activity }) => [`activity ${id}`, `${scene} ${readable(activity).join(' ')}`] as const),
    ...CASES.map(({ id, setting, rulers }) => [`setting ${id}`, `${setting} ${readable(rulers).join(' ')}`] as const),
    ['60-second start', readable(START).join(' ')],
    ['saying', textsOf(TO_ANSWER.map(({ says, models }) => [says, models])).join(' ')],
    [
      'pages',
      textsOf(WORDS)
        .filter((text) => words(text) > 6)
        .join(' '),
    ],
  ];
  expect(
    pieces
      .map(([name, text]) => [name, Math.round(fleschKincaid(text) * 10) / 10] as const)
      .filter(([, grade]) => grade > 8),
  ).toEqual([]);
});

const banned = (texts: readonly string[]) =>
  texts.flatMap((text) =>
    BANNED_PHRASES.filter(({ pattern }) => pattern.test(text)).map(({ name }) => `${name}: ${text}`),
  );

test('no move that fits uses a phrase that argues or labels', () => {
  expect(banned(CHOICES.filter(([move]) => fitsMethod(move)).map(([, says]) => says))).toEqual([]);
  expect(banned(WRITTEN.flatMap(({ models }) => models.map(([says]) => says)))).toEqual([]);
});

test('no move that fits asks two questions at once', () => {
  const asked = [
    ...CHOICES.filter(([move]) => fitsMethod(move)).map(([, says]) => says),
    ...WRITTEN.flatMap(({ models }) => models.map(([says]) => says)),
  ];
  const twice = /\?.*\?|\b(?:what|how|where|who|when|which)\b[^?.]*,? and (?:what|how|where|who|when|which)\b[^.]*\?/i;
  expect(asked.filter((says) => twice.test(says))).toEqual([]);
});

test('permission is asked for and awaited', () => {
  const asked = CHOICES.flatMap(([move, says]) => (move === 'permission' ? [says] : []));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((says) => !says.endsWith('?'))).toEqual([]);
  const informing = CHOICES.flatMap(([move, says]) => (move === 'information' ? [says] : []));
  expect(informing.filter((says) => /\b(?:may I|could I|can I|would it be)\b/i.test(says))).toEqual([]);
});

test('a question called open cannot be answered with yes or no, or by naming one of two', () => {
  const open = CHOICES.flatMap(([move, says]) => (move === 'open-question' ? [says] : []));
  expect(open.filter((says) => !/\b(?:what|how|why|tell me)\b/i.test(says))).toEqual([]);
});

test('a clinician in a dialogue argues only in a line that says it is a counter-example', () => {
  const spoken = TOUR.flatMap(({ demonstration }) => demonstration)
    .filter(([who, , , why]) => who === 'clinician' && !why.includes('counter-example'))
    .map(([, says]) => says);
  expect(banned(spoken)).toEqual([]);
});

test('the pages name no grade, no streak and no place in a ranking', () => {
  expect(
    textsOf(WORDS).filter((text) =>
      /\b(?:scor(?:e|ed|ing)|streak|badge|level \d|rank(?:ed|ing)?|points)\b/i.test(text),
    ),
  ).toEqual([]);
});

test('the models of every written answer keep the rules the page checks', () => {
  const broken = WRITTEN.flatMap((line) =>
    line.models.flatMap(([says], place) =>
      checkAnswer(line, says)
        // The plainest reflection repeats on purpose.
        .filter(({ rule, kept }) => !kept && !(place === 0 && rule === 'adds-meaning'))
        .map(({ rule }) => `${rule}: ${says}`),
    ),
  );
  expect(broken).toEqual([]);
});

test('the same page has no straight apostrophes, and spells the American way', () => {
  const all = [...textsOf(TOUR), ...textsOf(CASES), ...textsOf(HEARING_SETS), ...textsOf(TO_ANSWER), ...textsOf(WORDS)];
  expect(
    all.filter((text) =>
      /[a-z]'[a-z]|\b(?:behaviour|colour|counsell|practise|labell|programme|favour|centre)/i.test(text),
    ),
  ).toEqual([]);
});
