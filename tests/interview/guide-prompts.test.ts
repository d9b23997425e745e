import { expect, test } from 'vitest';
import { FAMILIES } from '../../src/interview/guide/families.ts';
import { PROMPTS } from '../../src/interview/guide/prompts/choose-prompt.ts';
import { PROCESSES } from '../../src/interview/talk/process-progress.ts';
import { bannedIn, DIAGNOSIS_WORDS } from '../support/guide-language.ts';

const ALL = PROCESSES.flatMap((process) => PROMPTS[process]);
const CLOSED = /^(?:do|does|did|is|are|was|were|can|could|would|will|have|has|had|shall|should)\b/i;

test('holds enough prompts for each process', () => {
  const least = { engage: 10, focus: 10, evoke: 40, plan: 14 };
  for (const process of PROCESSES) expect(PROMPTS[process].length).toBeGreaterThanOrEqual(least[process]);
  for (const process of PROCESSES) expect(PROMPTS[process].every((one) => one.process === process)).toBe(true);
});

test('gives each prompt its own id and its own text', () => {
  expect(new Set(ALL.map((one) => one.id)).size).toBe(ALL.length);
  expect(new Set(ALL.map((one) => one.text)).size).toBe(ALL.length);
  expect(ALL.filter((one) => !/^[a-z]+(?:-[a-z]+)+$/.test(one.id))).toEqual([]);
});

test.each(ALL)('keeps $id short, open and sourced', ({ text, source, idea }) => {
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(12);
  expect(text).toMatch(/(?:\?|…)$/);
  if (idea !== 'permission') expect(text).not.toMatch(CLOSED);
  expect(source).toMatch(/Own words\.$/);
});

test.each(ALL)('neither argues nor labels in $id', ({ text }) => {
  expect(bannedIn(text)).toEqual([]);
  expect(text.toLowerCase()).not.toMatch(DIAGNOSIS_WORDS);
});

test.each(['desire', 'ability', 'reason', 'need'] as const)(
  'invites %s for any target in three ways or more',
  (strand) => {
    const general = PROMPTS.evoke.filter((one) => one.asks === strand && one.families === undefined);
    expect(general.length).toBeGreaterThanOrEqual(3);
  },
);

test.each(['commitment', 'activation', 'taking-steps'] as const)('invites %s', (strand) => {
  expect(PROMPTS.evoke.filter((one) => one.asks === strand).length).toBeGreaterThanOrEqual(2);
});

test.each(['looking-back', 'looking-ahead', 'extremes', 'values', 'success'] as const)('draws on %s', (idea) => {
  expect(PROMPTS.evoke.filter((one) => one.idea === idea && one.families === undefined).length).toBeGreaterThanOrEqual(
    2,
  );
});

test.each(FAMILIES)('has words of their own for %s, of two strands', (family) => {
  const own = PROMPTS.evoke.filter((one) => one.families?.includes(family));
  expect(new Set(own.map((one) => one.asks)).size).toBeGreaterThanOrEqual(2);
});

test('asks the key question and leaves the door open', () => {
  const texts = PROMPTS.plan.map((one) => one.text);
  expect(texts).toContain('What next, if anything?');
  expect(PROMPTS.plan.filter((one) => one.need === 'door-open').length).toBeGreaterThanOrEqual(3);
});

test('never asks for a for-and-against grid', () => {
  expect(ALL.filter((one) => /\b(?:pros|cons|for and against|upsides?|downsides?)\b/i.test(one.text))).toEqual([]);
});
