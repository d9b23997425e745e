import { expect, test } from 'vitest';
import { hear } from '../../src/interview/guide/heard.ts';
import { band, READY_CUE, smallerStepHelps, workOn } from '../../src/interview/guide/hints.ts';
import { readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import { beginInterview } from '../../src/interview/interview.ts';
import type { Answer } from '../../src/interview/ruler.ts';
import type { Strand } from '../../src/interview/talk/talk.ts';
import { bannedIn } from '../support/guide-language.ts';

function answered(value: number): Answer {
  const score = readScore(value);
  if (!score.ok) throw new Error('not a ruler answer');
  return { kind: 'answered', score: score.value };
}
const rulers = (importance: number, confidence: number) => ({
  importance: answered(importance),
  confidence: answered(confidence),
});
const counts = (heard: { readonly [Each in Strand]?: number } = {}) => ({
  desire: 0,
  ability: 0,
  reason: 0,
  need: 0,
  commitment: 0,
  activation: 0,
  'taking-steps': 0,
  other: 0,
  unsure: 0,
  ...heard,
});

test('divides the eleven answers into three bands', () => {
  const bands = Array.from({ length: 11 }, (_, value) => band(answered(value)));
  expect(bands).toEqual([
    ...['low', 'low', 'low', 'low'],
    ...['middle', 'middle', 'middle'],
    ...['high', 'high', 'high', 'high'],
  ]);
});

test.each([
  [0, 0, 'importance'],
  [3, 10, 'importance'],
  [4, 3, 'confidence'],
  [10, 0, 'confidence'],
  [7, 7, 'plan'],
  [10, 10, 'plan'],
  [6, 4, 'both'],
  [4, 10, 'both'],
  [9, 5, 'both'],
] as const)('importance %i with confidence %i points to %s', (importance, confidence, work) => {
  expect(workOn({ rulers: rulers(importance, confidence) }, 'en')?.work).toBe(work);
});

test('names the lower ruler for the lower-number question', () => {
  expect(workOn({ rulers: rulers(9, 5) }, 'en')?.text).toBe(
    'Try: “What makes it a 5 and not a 3?” Then reflect both sides.',
  );
  expect(workOn({ rulers: rulers(6, 9) }, 'en')?.text).toContain('a 6 and not a 4');
});

test('gives no hint when either ruler was declined or not asked', () => {
  const declined: Answer = { kind: 'declined' };
  expect(workOn({ rulers: {} }, 'en')).toBeUndefined();
  expect(workOn({ rulers: { importance: answered(2) } }, 'en')).toBeUndefined();
  expect(workOn({ rulers: { importance: answered(9), confidence: declined } }, 'en')).toBeUndefined();
});

test('suggests a smaller step under 8, and not without a number', () => {
  expect(
    [undefined, 0, 7, 8, 10].map((sure) => smallerStepHelps(sure === undefined ? {} : { planConfidence: sure })),
  ).toEqual([...[false, true, true, false, false]]);
});

test('never labels or pushes in a hint', () => {
  const texts = [0, 4, 9].flatMap((a) => [0, 4, 9].map((b) => workOn({ rulers: rulers(a, b) }, 'en')?.text ?? ''));
  for (const text of [...texts, READY_CUE]) {
    expect(text).not.toBe('');
    expect(bannedIn(text)).toEqual([]);
    expect(text).not.toMatch(/\bstage\b|\bscore\b|motivat/i);
  }
});

test('says what to try in the language of the visit', () => {
  for (const [importance, confidence] of [
    [0, 9],
    [9, 0],
    [9, 9],
    [5, 6],
  ] as const) {
    const text = workOn({ rulers: rulers(importance, confidence) }, 'es')?.text ?? '';
    expect(text).toMatch(/^Try: “[^“”¿?]*¿[^“”¿?]+\?” [A-Z]/);
    expect(text.match(/“(.+)”/)?.[1]).not.toMatch(/\b(?:what|the|you|would)\b/i);
  }
});

test('takes the last answer of a ruler asked twice, and counts both sides', () => {
  const id = readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001');
  const at = readInstant('2026-11-22T10:00:00+01:00');
  if (!id.ok || !at.ok) throw new Error('bad fixture');
  const interview = beginInterview(id.value, at.value);
  const importance = { kind: 'asked', answer: answered(3), again: answered(6), why: '', raise: '' } as const;
  const heard = hear(
    { ...interview, evoke: { ...interview.evoke, rulers: { ...interview.evoke.rulers, importance } } },
    { key: 'smoking', family: 'tobacco' },
  );
  expect(heard.rulers).toEqual({ importance: answered(6) });
  expect(heard.counts).toEqual({ change: counts(), sustain: counts() });
  expect([heard.family, heard.named, heard.filled]).toEqual(['tobacco', false, []]);
});

test('gives no hint while the patient does not want to talk about it today', () => {
  expect(workOn({ rulers: rulers(9, 9), permission: false }, 'en')).toBeUndefined();
});
