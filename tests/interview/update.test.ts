import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryId } from '../../src/interview/ids.ts';
import type { Interview } from '../../src/interview/interview.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import { update } from '../../src/interview/talk/update.ts';
import { createInterviewState } from '../../src/store/conversation/interview-state.ts';
import { interviewEvents } from '../support/event-arbitrary.ts';
import { entryId, instant, run, score, startedInterview } from '../support/interviews.ts';

const mark = (id: string, side: 'change' | 'sustain' = 'change'): InterviewEvent => ({
  kind: 'talk-marked',
  id: entryId(id),
  at: instant('2026-11-22T10:30:00+01:00'),
  talk: { side, strand: 'reason' },
});
const idsOf = (interview: Interview): readonly EntryId[] => interview.evoke.talk.map((each) => each.id);

test('keeps every marked utterance with its words, whatever else happens, until it is removed', () => {
  fc.assert(
    fc.property(interviewEvents, (events) => {
      const marked = new Map<EntryId, string>();
      let interview = startedInterview();
      for (const event of events) {
        const loose = interview.evoke.loose;
        const known = idsOf(interview);
        interview = update(interview, event);
        if (event.kind === 'talk-marked' && !known.includes(event.id)) marked.set(event.id, loose);
        if (event.kind === 'words-typed' && marked.has(event.id)) marked.set(event.id, event.text);
        if (event.kind === 'talk-removed') marked.delete(event.id);
        if (event.kind === 'talk-became-barrier' && !idsOf(interview).includes(event.id)) marked.delete(event.id);
        if (event.kind === 'ruler-why-heard' && !known.includes(event.id) && idsOf(interview).includes(event.id)) {
          const { why } = interview.evoke.rulers[event.ruler] as { why: string };
          marked.set(event.id, why);
        }
      }
      const kept = interview.evoke.talk.map(
        (each) => [each.id, each.words.kind === 'heard' ? each.words.text : ''] as const,
      );
      const expected = [...marked].map(([id, text]) => [id, text.trim() === '' ? '' : text] as const);
      expect(new Map(kept)).toEqual(new Map(expected));
    }),
  );
});

test('takes any event in any state and answers with an interview that survives JSON', () => {
  fc.assert(
    fc.property(interviewEvents, (events) => {
      const interview = run(startedInterview(), events);
      expect(JSON.parse(JSON.stringify(interview))).toEqual(interview);
    }),
  );
});

test('never plans with a reason that was removed', () => {
  fc.assert(
    fc.property(interviewEvents, (events) => {
      const { evoke, plan } = run(startedInterview(), events);
      expect(evoke.talk.map((each) => each.id)).toEqual(expect.arrayContaining([...plan.reasons]));
    }),
  );
});

test('undo brings back exactly the interview before the last step, and redo the one after', () => {
  fc.assert(
    fc.property(interviewEvents, (events) => {
      const held = createInterviewState(startedInterview());
      for (const event of events) {
        const before = held.interview.value;
        const undoable = held.undoSteps.value.undo;
        held.dispatch(event);
        const after = held.interview.value;
        if (after === before || held.undoSteps.value.undo === undoable) continue;
        held.undo();
        expect(held.interview.value).toBe(before);
        held.redo();
        expect(held.interview.value).toBe(after);
      }
    }),
  );
});

test('goes back twenty steps and no further', () => {
  const held = createInterviewState(startedInterview());
  for (let n = 0; n < 25; n += 1) held.dispatch(mark(`m${n}`));
  for (let n = 0; n < 30; n += 1) held.undo();
  expect(idsOf(held.interview.value)).toHaveLength(5);
});

test('takes back a typed sentence in one step, not letter by letter', () => {
  const held = createInterviewState(startedInterview());
  held.dispatch(mark('m1'));
  for (const text of ['I', 'I w', 'I want to']) held.dispatch({ kind: 'words-typed', id: entryId('m1'), text });
  held.undo();
  expect(held.interview.value.evoke.talk[0]?.words).toEqual({ kind: 'mark-only' });
});

test('keeps a mark that has no words', () => {
  expect(run(startedInterview(), [mark('m1')]).evoke.talk[0]?.words).toEqual({ kind: 'mark-only' });
});

test('gives words typed before a code to the first mark made after them', () => {
  const { evoke } = run(startedInterview(), [
    { kind: 'loose-words-typed', text: 'I miss my mornings' },
    mark('m1'),
    mark('m2'),
  ]);
  expect(evoke.talk.map((each) => each.words)).toEqual([
    { kind: 'heard', text: 'I miss my mornings' },
    { kind: 'mark-only' },
  ]);
  expect(evoke.loose).toBe('');
});

test('keeps the reason for a number when the number changes or is declined', () => {
  const { rulers } = run(startedInterview(), [
    { kind: 'ruler-answered', ruler: 'importance', score: score(7) },
    { kind: 'ruler-why-typed', ruler: 'importance', text: 'because of the kids' },
    { kind: 'ruler-declined', ruler: 'importance' },
  ]).evoke;
  expect(rulers.importance).toEqual({
    kind: 'asked',
    answer: { kind: 'declined' },
    why: 'because of the kids',
    raise: '',
  });
});

test('a declined ruler keeps no number that was given later', () => {
  const { rulers } = run(startedInterview(), [
    { kind: 'ruler-answered', ruler: 'confidence', score: score(6) },
    { kind: 'ruler-answered-again', ruler: 'confidence', score: score(7) },
    { kind: 'ruler-declined', ruler: 'confidence' },
  ]).evoke;
  expect(rulers.confidence).toMatchObject({ answer: { kind: 'declined' }, again: undefined });
});

test('a reason for the change that turns out to be sustain talk is no reason any more', () => {
  const events: readonly InterviewEvent[] = [
    mark('a'),
    { kind: 'plan-reason-chosen', id: entryId('a') },
    { kind: 'talk-recoded', id: entryId('a'), talk: { side: 'change', strand: 'need' } },
  ];
  const recoded: InterviewEvent = { kind: 'talk-recoded', id: entryId('a'), talk: { side: 'sustain', strand: 'need' } };
  expect(run(startedInterview(), events).plan.reasons).toEqual([entryId('a')]);
  expect(run(startedInterview(), [...events, recoded]).plan.reasons).toEqual([]);
});

test('clearing a ruler makes it not asked again, never zero', () => {
  const { rulers } = run(startedInterview(), [
    { kind: 'ruler-answered', ruler: 'readiness', score: score(0) },
    { kind: 'ruler-cleared', ruler: 'readiness' },
  ]).evoke;
  expect(rulers.readiness).toEqual({ kind: 'not-asked' });
});

test('moves an obstacle voiced as sustain talk to the barriers, in the same words', () => {
  const after = run(startedInterview(), [
    mark('m1', 'sustain'),
    { kind: 'words-typed', id: entryId('m1'), text: 'weekends are hard, my brother drinks' },
    { kind: 'talk-became-barrier', id: entryId('m1') },
  ]);
  expect(after.evoke.talk).toEqual([]);
  expect(after.plan.barriers.map((line) => line.text)).toEqual(['weekends are hard, my brother drinks']);
});

test.each<InterviewEvent>([
  { kind: 'plan-resumed' },
  { kind: 'follow-up-agreed' },
  { kind: 'permission-recorded' },
  { kind: 'minutes-recorded', minutes: -1 },
  { kind: 'present-typed', text: '' },
])('an event that changes nothing ($kind) leaves the same interview, so that no step is empty', (event) => {
  const before = startedInterview();
  expect(run(before, [event])).toBe(before);
});

test('leaving the plan open keeps every part already typed', () => {
  const after = run(startedInterview(), [
    { kind: 'plan-typed', part: 'firstStep', text: 'no drinks on weeknights' },
    { kind: 'plan-postponed' },
    { kind: 'plan-resumed' },
  ]);
  expect(after.plan.firstStep).toBe('no drinks on weeknights');
});

test('a mark made before a target is named stays when the target is chosen', () => {
  const after = run(startedInterview(), [
    mark('m1'),
    { kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } },
  ]);
  expect(idsOf(after)).toEqual(['m1']);
});
