import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { type Heard, hear } from '../../src/interview/guide/heard.ts';
import { nextPrompts, PROMPTS } from '../../src/interview/guide/prompts/choose-prompt.ts';
import { readEntryId, readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import type { Answer } from '../../src/interview/ruler.ts';
import { PROCESSES } from '../../src/interview/talk/process-progress.ts';
import type { Strand, Talk, Utterance } from '../../src/interview/talk/talk.ts';

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('bad fixture');
  return result.value;
}

const AT = must(readInstant('2026-11-22T10:00:00+01:00'));
const EMPTY = beginInterview(must(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')), AT);

const answered = (score: number): Answer => ({ kind: 'answered', score: must(readScore(score)) });
const marks = (talk: readonly Talk[]): readonly Utterance[] =>
  talk.map((each, at) => ({ id: must(readEntryId(`m${at}`)), at: AT, talk: each, words: { kind: 'mark-only' } }));
const change = (...strands: readonly Strand[]): readonly Talk[] =>
  strands.map((strand) => ({ side: 'change', strand }));
const sustain = (...strands: readonly Strand[]): readonly Talk[] =>
  strands.map((strand) => ({ side: 'sustain', strand }));

interface Case {
  readonly talk?: readonly Talk[];
  readonly importance?: Answer;
  readonly confidence?: Answer;
  readonly named?: boolean | 'without text';
  readonly permission?: boolean;
}

function heardIn(
  { talk = [], importance, confidence, named = true, permission }: Case,
  plan: Partial<Interview['plan']> = {},
): Heard {
  const asked = (answer: Answer | undefined) =>
    answer ? ({ kind: 'asked', answer, why: '', raise: '' } as const) : ({ kind: 'not-asked' } as const);
  return hear(
    {
      ...EMPTY,
      focus: {
        ...EMPTY.focus,
        ...(permission === undefined ? {} : { permission }),
        target: named
          ? { kind: 'named', label: named === true ? 'Alcohol' : ' ', sensitive: true }
          : { kind: 'not-named' },
      },
      evoke: {
        ...EMPTY.evoke,
        talk: marks(talk),
        rulers: { ...EMPTY.evoke.rulers, importance: asked(importance), confidence: asked(confidence) },
      },
      plan: { ...EMPTY.plan, ...plan },
    },
    { key: 'alcohol', family: 'alcohol' },
  );
}

const first = (heard: Heard, count = 1) => nextPrompts('evoke', heard).slice(0, count);

test('lets the four preparatory strands take turns before anything was heard, in the words of the target', () => {
  expect(first(heardIn({}), 4).map((one) => one.asks)).toEqual(['desire', 'ability', 'reason', 'need']);
  expect(first(heardIn({}), 4).filter((one) => one.behaviors?.includes('alcohol'))).toHaveLength(3);
});

test('asks for what was not heard yet, need included', () => {
  expect(first(heardIn({ talk: change('desire', 'reason') }), 2).map((one) => one.asks)).toEqual(['ability', 'need']);
  const noNeed = heardIn({ talk: [...change('desire', 'ability', 'reason'), ...sustain('need')] });
  expect(first(noNeed)[0]?.asks).toBe('need');
});

test('asks what leans into action after three marks with a need, or five of any, without such talk', () => {
  const asked = first(heardIn({ talk: change('desire', 'reason', 'need') }), 3);
  expect(asked.map((one) => one.asks)).toEqual(['commitment', 'activation', 'taking-steps']);
  const five = heardIn({ talk: change('desire', 'reason', 'reason', 'reason', 'other') });
  expect(first(five)[0]?.need).toBe('mobilize');
});

test('looks for past success when importance is high and confidence low', () => {
  expect(first(heardIn({ importance: answered(8), confidence: answered(2) }))[0]?.idea).toBe('success');
});

test('turns to values, looking ahead and concerns when importance is low', () => {
  const asked = first(heardIn({ importance: answered(0), confidence: answered(9) }), 4);
  expect(asked.every((one) => one.need === 'low-importance')).toBe(true);
});

test('reflects both sides while most marks are for staying as things are', () => {
  expect(first(heardIn({ talk: sustain('desire', 'reason') }))[0]?.need).toBe('both-sides');
});

test('offers the bridge to someone ready at minute two', () => {
  expect(first(heardIn({ talk: change('activation', 'taking-steps') }))[0]?.id).toBe('ready-heard');
  expect(first(heardIn({ talk: change('reason'), importance: answered(9), confidence: answered(8) }))[0]?.need).toBe(
    'ready',
  );
});

test('keeps the bridge back until there is a sign of readiness', () => {
  const asked = nextPrompts('evoke', heardIn({ talk: [...change('activation'), ...sustain('activation')] }));
  expect(asked.some((one) => one.need === 'ready')).toBe(false);
});

test('treats a declined ruler as not known, not as low', () => {
  const declined: Answer = { kind: 'declined' };
  expect(nextPrompts('evoke', heardIn({ importance: declined, confidence: declined }))).toEqual(
    nextPrompts('evoke', heardIn({})),
  );
});

test('starts with the agenda until a target is named, then with the direction', () => {
  for (const named of [false, 'without text'] as const)
    expect(nextPrompts('focus', heardIn({ named }))[0]?.idea).toBe('agenda');
  expect(nextPrompts('focus', heardIn({}))[0]?.idea).toBe('direction');
});

test('starts the plan with a summary and the key question, and moves past what is filled', () => {
  expect(
    nextPrompts('plan', heardIn({}))
      .map((one) => one.id)
      .slice(0, 2),
  ).toEqual(['plan-missed', 'plan-next']);
  const begun = heardIn({}, { change: 'no drinks on weeknights', firstStep: 'tonight' });
  expect(nextPrompts('plan', begun)[0]?.fills).toBe('followUp');
});

test('offers a smaller step when the patient is not sure of the plan', () => {
  expect(nextPrompts('plan', heardIn({}, { firstStep: 'stop', confidence: must(readScore(5)) }))[0]?.id).toBe(
    'plan-smaller',
  );
  expect(nextPrompts('plan', heardIn({}, { confidence: must(readScore(8)) }))[0]?.id).not.toBe('plan-smaller');
});

test('leaves the door open without asking for a plan when there is no plan today', () => {
  const asked = nextPrompts('plan', heardIn({}, { ending: 'not-today' }));
  expect(asked[0]?.need).toBe('door-open');
  expect(asked.filter((one) => one.fills !== undefined && one.fills !== 'followUp')).toEqual([]);
});

test.each(PROCESSES)('always has a next prompt while %s, once each, for any topic', (process) => {
  for (const key of [undefined, ...BEHAVIORS.map((each) => each.key)]) {
    const { behavior: _, ...free } = heardIn({ talk: change('need') });
    const asked = nextPrompts(process, key ? { ...free, behavior: key } : free);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThanOrEqual(10);
    expect(asked.filter((one) => one.behaviors && !one.behaviors.includes(key ?? ''))).toEqual([]);
  }
  expect(nextPrompts(process, heardIn({}))).toEqual(nextPrompts(process, heardIn({})));
  expect(PROMPTS[process].length).toBeGreaterThanOrEqual(10);
});

test.each(['focus', 'evoke', 'plan'] as const)(
  'puts the open door first in %s when the answer is not today',
  (process) => {
    const [agreed, notToday] = [heardIn({ permission: true }), heardIn({ permission: false })];
    const asked = nextPrompts(process, notToday);
    expect(asked.slice(0, 4).every((one) => one.need === 'door-open')).toBe(true);
    // Nothing is hidden: every prompt is still there.
    expect(nextPrompts(process, agreed).every((one) => asked.includes(one))).toBe(true);
    expect(nextPrompts(process, agreed)[0]?.need).not.toBe('door-open');
  },
);
