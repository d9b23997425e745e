import { describe, expect, test } from 'vitest';
import { CASES } from '../../src/learn/cases/cases.ts';
import { checkAnswer, type ToAnswer } from '../../src/learn/check-answer.ts';
import { compareMarks, parseMarks } from '../../src/learn/marks.ts';
import { dayNumber, NOTHING_YET, readMemory, refresherDue, weeksToNextRefresher } from '../../src/learn/memory.ts';
import {
  askRuler,
  beginCase,
  chooseAnswer,
  followRuler,
  markLatest,
  offeredChoices,
  shuffleChoices,
} from '../../src/learn/play-case.ts';
import { summarizeCase } from '../../src/learn/summarize-case.ts';

const change = (strand: 'desire' | 'need' | 'unsure' | 'reason') => ({ side: 'change', strand }) as const;
const sustain = { side: 'sustain', strand: 'desire' } as const;

describe('marks', () => {
  test.each([
    ['+D', change('desire'), 'heard'],
    ['+D', change('need'), 'recoded'],
    ['+D', change('unsure'), 'left-open'],
    ['+D', sustain, 'other-side'],
    ['0', sustain, 'extra'],
    [{ '+D': 6, '+R': 4 }, change('reason'), 'one-view'],
  ] as const)('%j marked as %j is "%s"', (marks, talk, verdict) => {
    expect(compareMarks(parseMarks(marks), [talk]).marked.map((each) => each.verdict)).toEqual([verdict]);
  });

  test('half of a line with two sides is missed', () => {
    expect(compareMarks(parseMarks('+D -A'), [change('desire')]).missed).toEqual([
      { side: 'sustain', strand: 'ability' },
    ]);
  });

  test('letting pass fits where some raters would', () => {
    expect(compareMarks(parseMarks({ '0': 4, '+R': 6 }), []).letPass).toBe(true);
    expect(compareMarks(parseMarks('+R'), []).letPass).toBe(false);
  });
});

const LINE: ToAnswer = {
  says: 'I know I drink too much, but it helps me sleep.',
  about: '',
  asks: 'reflection',
  changeWords: ['drink', 'worr', 'less'],
  models: [
    ['', ''],
    ['', ''],
    ['', ''],
  ],
};
const broken = (line: ToAnswer, words: string) =>
  checkAnswer(line, words).flatMap(({ rule, kept }) => (kept ? [] : [rule]));

describe('written answers', () => {
  test.each([
    ['Sleep comes easier, and you’re worried where it’s going with drink.', []],
    ['You worry about it?', ['statement']],
    ['I know I drink too much but it helps me sleep', ['adds-meaning', 'ends-on-change', 'no-but']],
    ['You should cut down, and worry less about sleep and drinking.', ['no-advice']],
    ['It’s heavy. Try to worry about drinking less.', ['no-advice']],
    ['Nights are long, and make sure you worry less.', ['no-advice']],
    ['Nights are long, and you feel you ought to drink less.', []],
    ['You try to make sure everyone’s fine, and you worry.', []],
    ['Nights are hard, and you must be worried.', []],
  ])('“%s” breaks %j', (words, rules) => {
    expect(broken(LINE, words)).toEqual(rules);
  });

  test.each([
    ['What would a good night look like?', []],
    ['Do you want to stop?', ['open']],
    ['Have you tried tea?', ['open', 'no-advice']],
    ['Tell me about a good night.', []],
    ['So tell me about a day like yours.', []],
    ['If you did talk to somebody, would it help?', ['open']],
    ['If you did talk to somebody, what would help?', []],
    ['Looking ahead, is there anything you want?', ['open']],
    ['And when you picture next year, how are you?', []],
  ])('as a question “%s” breaks %j', (words, rules) => {
    expect(broken({ ...LINE, asks: 'question', changeWords: [] }, words)).toEqual(rules);
  });

  test('no words are judged by no rule', () => {
    expect(checkAnswer(LINE, '  … ')).toEqual([]);
  });
});

describe('a conversation', () => {
  const [each] = CASES;
  if (!each) throw new Error('There is no case');

  const say = (played: ReturnType<typeof beginCase>, beginning: string) => {
    const choice = offeredChoices(each, played).find(([, says]) => says.startsWith(beginning));
    if (!choice) throw new Error(`Nobody offers "${beginning}"`);
    return chooseAnswer(each, played, choice);
  };

  test('arguing brings sustain talk, a reflection brings change talk, a plan too soon brings "whoa"', () => {
    const start = beginCase(each);
    expect(say(start, 'Your daughter has a point').lines.at(-1)).toMatchObject({ said: { marks: '-R' } });
    const came = say(start, 'You came in ready');
    expect(came.lines.at(-1)).toMatchObject({ said: { marks: '+R' } });
    expect(say(came, 'Then let’s pick a quit date').lines.at(-1)).toMatchObject({ said: { marks: '-V' } });
  });

  test('a turn already heard is not offered again', () => {
    const again = say(
      say(say(beginCase(each), 'Your daughter has a point'), 'It’s the only break'),
      'You could try gum',
    );
    expect(offeredChoices(each, say(again, 'White-knuckling')).map(([, , to]) => to)).not.toContain('gum');
  });

  test('the summary counts moves, compares marks and names two turning points', () => {
    let played = say(beginCase(each), 'Your daughter has a point');
    played = markLatest(played, () => [change('desire')]);
    played = say(played, 'I did just what');
    played = askRuler(played, 'importance');
    played = followRuler(each, played, 'importance', 'What makes it a 7 and not a 5?');
    const summary = summarizeCase(played);
    expect(summary).toMatchObject({ reflections: 0, questions: 1, fitting: 2, against: 1 });
    expect(summary.differences[0]).toMatchObject({
      missed: [{ side: 'sustain', strand: 'reason' }],
      extra: [change('desire')],
    });
    expect(summary.turningPoints.map(({ move }) => move)).toContain('persuasion');
  });

  test('a ruler is followed up once', () => {
    const once = followRuler(each, askRuler(beginCase(each), 'readiness'), 'readiness', 'Why?');
    expect(followRuler(each, once, 'readiness', 'Why?')).toBe(once);
  });

  test('answers are shown in the same order each time, whatever order the author chose', () => {
    const { choices } = each.turns.start;
    expect(shuffleChoices([...choices].reverse())).toEqual(shuffleChoices(choices));
  });
});

describe('memory', () => {
  const begun = { ...NOTHING_YET, startedOn: 100 };

  test.each([
    [13, undefined],
    [14, 2],
    [41, 2],
    [42, 6],
    [84, 12],
    [400, 24],
  ])('%i days after the start the refresher of week %s is offered', (days, week) => {
    expect(refresherDue(begun, 100 + days)).toBe(week);
  });

  test.each([
    [0, 2],
    [14, 4],
    [45, 6],
    [84, 12],
    [168, undefined],
  ])('%i days after the start the next refresher comes in %s weeks', (days, weeks) => {
    expect(weeksToNextRefresher({ ...NOTHING_YET, startedOn: 100 }, 100 + days)).toBe(weeks);
  });

  test('a refresher taken or put aside is not offered again', () => {
    expect(refresherDue({ ...begun, done: [2] }, 120)).toBeUndefined();
    expect(refresherDue(NOTHING_YET, dayNumber(0))).toBeUndefined();
  });

  test.each([undefined, null, 7, { done: 'x', tally: { visits: -1 }, startedOn: 'soon' }])(
    '%j on the device reads as nothing kept',
    (stored) => {
      expect(readMemory(stored)).toEqual(NOTHING_YET);
    },
  );

  test('only counts and days are read back', () => {
    const kept = { greeted: true, startedOn: 5, done: [2], tally: { visits: 1, reflections: 3 } };
    expect(readMemory({ ...kept, name: 'Pat' })).toEqual(kept);
  });
});
