import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { PROMPTS } from '../../src/interview/guide/prompts/choose-prompt.ts';
import { PROCESSES } from '../../src/interview/talk/process-progress.ts';
import { bannedIn, DIAGNOSIS_WORDS } from '../support/guide-language.ts';

const ALL = PROCESSES.flatMap((process) => PROMPTS[process]);
const CLOSED = /^(?:do|does|did|is|are|was|were|can|could|would|will|have|has|had|shall|should)\b/i;

test('holds enough prompts for each process', () => {
  const least = { engage: 10, focus: 10, evoke: 40, plan: 14 };
  for (const process of PROCESSES) expect(PROMPTS[process].length).toBeGreaterThanOrEqual(least[process]);
});

test('gives each prompt its own id and its own text', () => {
  expect(new Set(ALL.map((one) => one.id)).size).toBe(ALL.length);
  expect(new Set(ALL.map((one) => one.text)).size).toBe(ALL.length);
  expect(ALL.filter((one) => !/^[a-z]+(?:-[a-z]+)+$/.test(one.id))).toEqual([]);
});

test.each(ALL)('keeps $id short, open and sourced', ({ id, text, source, idea }) => {
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(12);
  expect(text).toMatch(/(?:\?|…)$/);
  if (idea !== 'permission' && id !== 'open-leave') expect(text).not.toMatch(CLOSED);
  expect(source).toMatch(/Own words\.$/);
});

test.each(ALL)('neither argues nor labels in $id', ({ text }) => {
  expect(bannedIn(text)).toEqual([]);
  expect(text.toLowerCase()).not.toMatch(DIAGNOSIS_WORDS);
});

test.each(['desire', 'ability', 'reason', 'need'] as const)(
  'invites %s for any target in three ways or more',
  (strand) => {
    const general = PROMPTS.evoke.filter((one) => one.asks === strand && one.behaviors === undefined);
    expect(general.length).toBeGreaterThanOrEqual(3);
  },
);

test.each(['commitment', 'activation', 'taking-steps'] as const)('invites %s', (strand) => {
  expect(PROMPTS.evoke.filter((one) => one.asks === strand).length).toBeGreaterThanOrEqual(2);
});

test.each(['looking-back', 'looking-ahead', 'extremes', 'values', 'success'] as const)('draws on %s', (idea) => {
  expect(PROMPTS.evoke.filter((one) => one.idea === idea && one.behaviors === undefined).length).toBeGreaterThanOrEqual(
    2,
  );
});

test.each(BEHAVIORS)('has words of their own for $key, of two strands', ({ key }) => {
  const own = PROMPTS.evoke.filter((one) => one.behaviors?.includes(key));
  expect(new Set(own.map((one) => one.asks)).size).toBeGreaterThanOrEqual(2);
});

const CONCERN_OR_GOOD = /\b(?:concerns?|bothers?|nothing changes)\b|\bfeels? (?:good|calm)\b|\bfeeling safe\b/;
const CONCERNS = PROMPTS.evoke.filter(({ text }) => CONCERN_OR_GOOD.test(text));

test.each(CONCERNS)('asks for a reason in $id: a concern and what feels good are reasons, as Learn teaches', (one) => {
  expect(one.asks).toBe('reason');
});

test('knows a prompt about a concern, and counts a wish to protect as desire', () => {
  expect(CONCERNS.length).toBeGreaterThanOrEqual(5);
  expect(PROMPTS.evoke.find(({ id }) => id === 'alcohol-protect')?.asks).toBe('desire');
});

test('asks the key question and leaves the door open', () => {
  const texts = PROMPTS.plan.map((one) => one.text);
  expect(texts).toContain("So what do you think you'll do?");
  expect(PROMPTS.plan.filter((one) => one.need === 'door-open').length).toBeGreaterThanOrEqual(3);
});

test('never asks for a for-and-against grid', () => {
  expect(ALL.filter((one) => /\b(?:pros|cons|for and against|upsides?|downsides?)\b/i.test(one.text))).toEqual([]);
});

const UNCONTRACTED =
  /\b(?<!of )(?:it is|you are|you have (?:done|seen|come)|I am|that is|do not|does not|what is|here is|you will|you would)\b/i;

test.each(ALL)('asks one thing in $id, with contractions, in American words', ({ text }) => {
  expect(text).not.toMatch(/\?.+\?|,? and (?:how|what|why|where|when)\b|\bor what else\b/i);
  expect(text).not.toMatch(UNCONTRACTED);
  expect(text).not.toMatch(/\b(?:quit line|pay day|by post|ringing|whilst)\b/i);
});
