import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, type CaseEnding, isEnding, type Turn } from '../../src/learn/case.ts';
import { CASES } from '../../src/learn/cases/cases.ts';
import { beginCase, chooseAnswer, currentTurn, markLatest, offeredChoices } from '../../src/learn/play-case.ts';
import { summarizeCase } from '../../src/learn/summarize-case.ts';
import { checkCase } from '../support/check-case.ts';

const [TOBACCO] = CASES;
if (!TOBACCO) throw new Error('There is no case');

test('there are six topics or more, and one case is a teenager’s', () => {
  const topics = ['tobacco', 'alcohol', 'depression', 'anxiety', 'diabetes', 'asthma'];
  expect(CASES.map(({ id }) => id)).toEqual(expect.arrayContaining(topics));
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  expect(CASES.find(({ id }) => id === 'asthma')?.setting).toMatch(/\b1[2-7]\b/);
});

describe.each(CASES.map((each) => [each.id, each] as const))('%s', (_, each) => {
  test('the checker finds nothing wrong', () => {
    expect(checkCase(each).map(({ turn: name, problem }) => `${name}: ${problem}`)).toEqual([]);
  });

  test('1,000 random paths come to an ending, and each can be summed up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (picks) => {
        let played = beginCase(each);
        for (const pick of picks) {
          const turn = currentTurn(each, played);
          if (isEnding(turn)) break;
          const choices = offeredChoices(each, played);
          const choice = choices[pick % choices.length];
          if (choice) played = chooseAnswer(each, played, choice);
          played = markLatest(played, () => [{ side: 'change', strand: 'desire' }]);
        }
        expect(isEnding(currentTurn(each, played))).toBe(true);
        const summary = summarizeCase(played);
        const mine = played.lines.filter(({ who }) => who === 'you').length;
        expect(summary.fitting + summary.neutral + summary.against).toBe(mine);
        expect(summary.turningPoints.length).toBe(Math.min(2, mine));
      }),
      { numRuns: 1000 },
    );
  });
});

const planted = (turns: Record<string, Turn | CaseEnding>): Case => ({
  ...TOBACCO,
  turns: { ...TOBACCO.turns, ...turns },
});
const turn = (to: string): Turn => ({
  says: 'Hm.',
  marks: '0',
  why: 'Nothing.',
  choices: [
    ['open-question', 'What else?', to, 'It asks.'],
    ['simple-reflection', 'Hm.', 'door', 'It waits.'],
  ],
});
const ending = (part: Partial<CaseEnding>): CaseEnding => ({
  says: 'I’ll start Monday.',
  marks: '+C',
  why: 'A promise.',
  end: 'step',
  after: 'A first step.',
  ...part,
});

test.each<[string, Record<string, Turn | CaseEnding>, RegExp]>([
  ['a way to nowhere', { knows: turn('nowhere') }, /"nowhere", which does not exist/],
  ['a turn nobody comes to', { lonely: turn('door') }, /cannot be reached/],
  [
    'a turn from which everything leads back',
    {
      knows: {
        ...turn('ready'),
        choices: [
          ['open-question', 'And?', 'ready', 'A'],
          ['summary', 'So.', 'ready', 'B'],
        ],
      },
    },
    /no fitting answer that leads on/,
  ],
  ['a step nobody voices', { step: ending({ marks: '+D' }) }, /does not voice/],
  ['a promised outcome', { step: ending({ after: 'He will quit for good.' }) }, /promises an outcome/],
  ['a good end to a bad move', { gone: ending({ end: 'open-door' }) }, /ends well after a move that does not fit/],
  ['a bad end to a good move', { door: ending({ end: 'withdrawn' }) }, /pulls back after a move that fits/],
])('the checker finds %s', (_, turns, problem) => {
  expect(
    checkCase(planted(turns))
      .map((each) => each.problem)
      .join('\n'),
  ).toMatch(problem);
});
