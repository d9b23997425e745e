// When the planning cue may be offered: a table of conversations, written as marks, with what the rule says of each.
// Small letters are change talk, capitals sustain talk: d a r n c v t o.
import { expect, test } from 'vitest';
import { hear, heardForChange } from '../../src/interview/guide/heard.ts';
import { READY_CUE, readyToPlan } from '../../src/interview/guide/hints.ts';
import { readEntryId, readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import { beginInterview } from '../../src/interview/interview.ts';
import type { Strand, Utterance } from '../../src/interview/talk/talk.ts';
import { made } from '../support/arbitraries.ts';
import { bannedIn } from '../support/guide-language.ts';

const LETTERS: { readonly [Letter in string]?: Strand } = {
  d: 'desire',
  a: 'ability',
  r: 'reason',
  n: 'need',
  c: 'commitment',
  v: 'activation',
  t: 'taking-steps',
  o: 'other',
};
const AT = made(readInstant('2026-11-28T10:00:00-05:00'));
const BEGUN = beginInterview(made(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')), AT);

type Numbers = readonly [importance?: number, confidence?: number, readiness?: number];

function heardIn(marks: string, numbers: Numbers = [], permission?: boolean) {
  const talk: readonly Utterance[] = [...marks].map((letter, place) => ({
    id: made(readEntryId(`m${place}`)),
    at: AT,
    talk: {
      side: letter === letter.toLowerCase() ? 'change' : 'sustain',
      strand: LETTERS[letter.toLowerCase()] ?? 'unsure',
    },
    words: { kind: 'mark-only' },
  }));
  const asked = (value: number | undefined) =>
    value === undefined
      ? ({ kind: 'not-asked' } as const)
      : ({ kind: 'asked', answer: { kind: 'answered', score: made(readScore(value)) }, why: '', raise: '' } as const);
  const [importance, confidence, readiness] = numbers;
  const rulers = { importance: asked(importance), confidence: asked(confidence), readiness: asked(readiness) };
  const focus = { ...BEGUN.focus, ...(permission === undefined ? {} : { permission }) };
  return hear({ ...BEGUN, focus, evoke: { ...BEGUN.evoke, talk, rulers } }, undefined);
}

test.each([
  // The four faulty ones.
  ['readiness 1, both others high', 'rr', [9, 9, 1], false],
  ['six doubts and no change mark, both high', 'DRANDR', [9, 9], false],
  ['one single mobilizing mark', 'v', [], false],
  ['one mobilizing mark in the first quarter', 'Rt', [], false],
  // Nothing yet.
  ['nothing said', '', [], false],
  ['nothing said, both high', '', [8, 8], false],
  ['nothing said, all high', '', [8, 8, 9], false],
  ['reasons alone, many', 'rrrrrrrrr', [], false],
  ['wishes and needs, many', 'dndndndn', [5, 5, 5], false],
  ['doubts alone', 'DRAN', [], false],
  // Two mobilizing marks.
  ['two of them', 'vt', [], true],
  ['two of them after doubts long ago', 'DRNrvtr', [], true],
  ['two of them, then a doubt', 'vtA', [], false],
  ['two of them, a doubt two marks ago', 'vtArr', [], false],
  ['two of them, a doubt three marks ago', 'vtArrr', [], true],
  ['two of them, readiness 3', 'vt', [undefined, undefined, 3], false],
  ['two of them, readiness 4', 'vt', [undefined, undefined, 4], true],
  ['two of them, readiness 0', 'ccccc', [10, 10, 0], false],
  ['two of them of one kind', 'cc', [], true],
  // One, and three others.
  ['one and three others', 'rdnv', [], true],
  ['one and two others', 'rdv', [], false],
  ['one and three others, a doubt at the end', 'rdnvR', [], false],
  ['one on the other side and three others', 'rdnV', [], false],
  ['one first, then three others', 'trdn', [], true],
  // Rulers.
  ['both high with one change mark', 'r', [7, 7], true],
  ['both high with one change mark, then a doubt', 'rD', [7, 7], false],
  ['one high, one middle', 'r', [7, 6], false],
  ['both high, readiness 2', 'rrr', [9, 9, 2], false],
  ['both high, readiness 5', 'r', [9, 9, 5], true],
  ['only importance asked', 'rr', [10], false],
  // Ready at minute two.
  ['a commitment with readiness 7', 'c', [undefined, undefined, 7], true],
  ['a step taken with readiness 9', 't', [undefined, undefined, 9], true],
  ['a step taken with readiness 7, after a doubt', 'tD', [undefined, undefined, 7], true],
  ['a step taken with readiness 6', 't', [undefined, undefined, 6], false],
  ['willing with readiness 9', 'v', [undefined, undefined, 9], false],
  ['readiness 10 and nothing said', '', [undefined, undefined, 10], false],
] as readonly (readonly [string, string, Numbers, boolean])[])('%s (%s): the cue', (_name, marks, numbers, ready) => {
  expect(readyToPlan(heardIn(marks, numbers))).toBe(ready);
});

test('stays away without permission, whatever was heard', () => {
  expect(readyToPlan(heardIn('vtc', [9, 9, 9], false))).toBe(false);
  expect(readyToPlan(heardIn('vtc', [9, 9, 9], true))).toBe(true);
});

test('is the same to a dismissed cue until something new is heard for change', () => {
  const dismissed = heardForChange(heardIn('vt'));
  expect(heardForChange(heardIn('vtA'))).toBe(dismissed);
  expect(heardForChange(heardIn('vtr'))).not.toBe(dismissed);
  expect(heardForChange(heardIn('vt', [8]))).not.toBe(dismissed);
});

test('tests the water', () => {
  expect(READY_CUE).toBe('It may be time to ask what, if anything, comes next.');
  expect(bannedIn(READY_CUE)).toEqual([]);
});
