import { expect, test } from 'vitest';
import { composeNote } from '../../src/interview/note/compose-note.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import type { Side, Strand } from '../../src/interview/talk/talk.ts';
import { day, entryId, instant, run, score, startedInterview } from '../support/interviews.ts';

const AT = instant('2026-11-22T15:42:00-05:00');
const composed = (...events: readonly InterviewEvent[]) => composeNote(run(startedInterview(), events), AT);
function noteOf(...events: readonly InterviewEvent[]): ReadinessNote {
  const note = composed(...events);
  if (!note.ok) throw new Error('The note is empty');
  return note.value;
}
const heard = (id: string, text: string): readonly InterviewEvent[] => [
  { kind: 'talk-marked', id: entryId(id), at: AT, talk: { side: 'change', strand: 'reason' } },
  { kind: 'words-typed', id: entryId(id), text },
];
const alcohol: InterviewEvent = {
  kind: 'target-chosen',
  target: {
    kind: 'named',
    label: 'Alcohol',
    sensitive: true,
    code: { system: 'http://snomed.info/sct', code: '897148007' },
  },
};

test.each<[string, readonly InterviewEvent[]]>([
  ['nothing at all', []],
  ['a target alone', [alcohol]],
  [
    'a target, a direction and minutes',
    [alcohol, { kind: 'direction-chosen', direction: 'stop' }, { kind: 'minutes-recorded', minutes: 12 }],
  ],
  [
    'blank space in every field',
    [
      { kind: 'goal-typed', text: ' \n ' },
      { kind: 'plan-typed', part: 'firstStep', text: '\t' },
    ],
  ],
  ['words that have no code yet', [{ kind: 'loose-words-typed', text: 'I miss my mornings' }]],
])('refuses %s as empty', (_name, events) => {
  expect(composed(...events)).toEqual({ ok: false, error: { kind: 'emptyNote' } });
});

test.each<[string, InterviewEvent]>([
  ['a declined ruler', { kind: 'ruler-declined', ruler: 'readiness' }],
  [
    'a mark without words',
    { kind: 'talk-marked', id: entryId('m'), at: AT, talk: { side: 'sustain', strand: 'need' } },
  ],
  ['no plan today', { kind: 'plan-postponed' }],
  ['a follow-up day', { kind: 'follow-up-agreed', day: day('2026-12-06') }],
  ['how the last step went', { kind: 'last-step-recorded', result: 'partly' }],
])('takes %s as a note of its own', (_name, event) => {
  expect(composed(event).ok).toBe(true);
});

test('counts a mark without words and files no quote for it', () => {
  const note = noteOf(...heard('a', 'My liver tests scared me'), {
    kind: 'talk-marked',
    id: entryId('b'),
    at: AT,
    talk: { side: 'sustain', strand: 'ability' },
  });
  expect(note.marks).toEqual({ change: 1, sustain: 1 });
  expect(note.talk).toEqual([{ talk: { side: 'change', strand: 'reason' }, text: 'My liver tests scared me' }]);
});

test('names the kinds that were heard without words, each once, and never how often', () => {
  const mark = (id: string, side: Side, strand: Strand): InterviewEvent => ({
    kind: 'talk-marked',
    id: entryId(id),
    at: AT,
    talk: { side, strand },
  });
  const note = noteOf(
    ...heard('a', 'My liver tests scared me'),
    mark('b', 'sustain', 'unsure'),
    mark('c', 'change', 'taking-steps'),
    mark('d', 'change', 'desire'),
    mark('e', 'change', 'taking-steps'),
  );
  expect(note.also).toEqual([
    {
      label: 'Kinds heard without words',
      value: 'for change: taking steps, desire; for staying the same: not sure which',
    },
  ]);
  expect(noteOf(...heard('a', 'My liver tests scared me')).also).toEqual([]);
});

test('keeps quotes in the order they were said after they were moved', () => {
  const note = noteOf(...heard('a', 'first'), ...heard('b', 'second'), {
    kind: 'talk-moved',
    id: entryId('b'),
    by: -1,
  });
  expect(note.talk.map((each) => each.text)).toEqual(['second', 'first']);
});

test('leaves absent what was not said', () => {
  const note = noteOf({ kind: 'ruler-answered', ruler: 'confidence', score: score(0) });
  expect(note.rulers).toEqual({
    importance: { kind: 'not-asked' },
    confidence: { kind: 'asked', answer: { kind: 'answered', score: 0 } },
    readiness: { kind: 'not-asked' },
  });
  expect('goal' in note || 'minutes' in note || 'lastStep' in note).toBe(false);
  expect(note.target).toEqual({ sensitive: false });
});

test('files "no plan today" without the parts typed before, and keeps the follow-up', () => {
  const note = noteOf(
    { kind: 'plan-typed', part: 'firstStep', text: 'no drinks on weeknights' },
    { kind: 'plan-postponed' },
    { kind: 'plan-typed', part: 'notTodayWhy', text: 'I want to talk to my wife first' },
    { kind: 'follow-up-agreed', day: day('2026-12-06') },
  );
  expect(note.plan).toEqual({
    kind: 'not-today',
    why: 'I want to talk to my wife first',
    followUp: { day: '2026-12-06' },
  });
});

test('files chosen reasons in the words they were said in', () => {
  const note = noteOf(...heard('a', ' for my kids '), { kind: 'plan-reason-chosen', id: entryId('a') });
  expect(note.plan).toMatchObject({ kind: 'agreed', reasons: ['for my kids'] });
});

test('files typed text without control characters and halves of emoji, and with its line breaks', () => {
  const note = noteOf(...heard('a', 'one\r\ntwo\u0000\u0007 three\ud83d 👩‍👧'));
  expect(note.talk[0]?.text).toBe('one\ntwo three 👩‍👧');
});
