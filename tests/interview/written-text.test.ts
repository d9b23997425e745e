import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAN_TEXTS } from '../../src/interview/interview.ts';
import { PLAN_LISTS } from '../../src/interview/note/note.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import { writtenTexts } from '../../src/interview/wording/written-text.ts';
import { anyInterview } from '../support/interview-arbitrary.ts';
import { entryId, instant, run, score, startedInterview } from '../support/interviews.ts';

const id = entryId('a');

// Everything the patient says, wherever it can be written.
const THEIRS: readonly InterviewEvent[] = [
  { kind: 'topic-typed', id, text: 'their topic', raisedBy: 'patient' },
  { kind: 'last-step-words-typed', text: 'their account' },
  { kind: 'target-chosen', target: { kind: 'named', label: 'their target', sensitive: false } },
  { kind: 'goal-typed', text: 'their goal' },
  { kind: 'talk-marked', id, at: instant('2026-11-22T10:30:00Z'), talk: { side: 'change', strand: 'need' } },
  { kind: 'words-typed', id, text: 'their words' },
  { kind: 'loose-words-typed', text: 'their loose words' },
  { kind: 'ruler-answered', ruler: 'importance', score: score(7) },
  { kind: 'ruler-why-typed', ruler: 'importance', text: 'their why' },
  { kind: 'ruler-raise-typed', ruler: 'importance', text: 'their raise' },
  { kind: 'information-view-typed', id, text: 'their view' },
  { kind: 'line-typed', list: 'barriers', id, text: 'their barrier' },
  { kind: 'plan-typed', part: 'commitment', text: 'their commitment' },
  { kind: 'plan-typed', part: 'notTodayWhy', text: 'their why not' },
];

test('nothing the patient said is among the clinician’s texts', () => {
  expect(writtenTexts(run(startedInterview(), THEIRS))).toEqual([]);
});

test('every other text of the plan, the strengths, the room and what was given are the clinician’s', () => {
  const theirs = ['commitment', 'notTodayWhy', 'barriers'];
  const parts = PLAN_TEXTS.filter((part) => !theirs.includes(part));
  const lists = PLAN_LISTS.filter((list) => !theirs.includes(list));
  const ours = run(startedInterview(), [
    { kind: 'topic-typed', id, text: 'topic', raisedBy: 'clinician' },
    { kind: 'line-typed', list: 'strengths', id, text: 'strengths' },
    { kind: 'present-typed', text: 'present' },
    { kind: 'information-typed', id, text: 'information' },
    ...parts.map((part): InterviewEvent => ({ kind: 'plan-typed', part, text: part })),
    ...lists.map((list): InterviewEvent => ({ kind: 'line-typed', list, id, text: list })),
  ]);
  const found = writtenTexts(ours).map(({ text }) => text);
  expect(found.toSorted()).toEqual(['topic', 'strengths', 'present', 'information', ...parts, ...lists].toSorted());
});

test('rewording a text changes that text and nothing else', () => {
  fc.assert(
    fc.property(anyInterview, (interview) => {
      const before = writtenTexts(interview);
      for (const [place, written] of before.entries()) {
        const after = writtenTexts(run(interview, [written.reworded('put differently')]));
        expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
        expect(after.filter((each, at) => each.text !== before[at]?.text).map(({ key }) => key)).toEqual(
          written.text === 'put differently' ? [] : [before[place]?.key],
        );
      }
    }),
    { numRuns: 40 },
  );
});
