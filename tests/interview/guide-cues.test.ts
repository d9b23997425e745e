import { expect, test } from 'vitest';
import { cueAfter, DISCORD_CUES, EARS_CUE, SUSTAIN_CUES } from '../../src/interview/guide/cues.ts';
import { FAMILIES } from '../../src/interview/guide/families.ts';
import { INFORMATION_STEPS, MENU, optionsFor } from '../../src/interview/guide/information.ts';
import { bannedIn } from '../support/guide-language.ts';

const SAID = [
  EARS_CUE,
  MENU.lead,
  ...[...SUSTAIN_CUES, ...DISCORD_CUES].flatMap((cue) => [cue.does, cue.says]),
  ...INFORMATION_STEPS.flatMap((step) => [step.aim, ...step.says]),
  ...FAMILIES.flatMap((family) => optionsFor(family)),
];

test.each(SAID)('says "%s" in at most 12 words without arguing or labelling', (text) => {
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(12);
  expect(bannedIn(text)).toEqual([]);
  expect(text).not.toMatch(/resist|difficult|denial|\bstage\b|addict|alcoholic|\bobese\b/i);
});

test.each(FAMILIES)('offers five options or more for %s, each once, as facts', (family) => {
  const options = optionsFor(family);
  expect(options.length).toBeGreaterThanOrEqual(5);
  expect(new Set(options).size).toBe(options.length);
  // No advice, no promise of effect, no dose.
  expect(options.join(' ')).not.toMatch(
    /\b(?:best|works|proven|effective|should|must|always|never|mg|units?|cures?)\b/i,
  );
});

test('offers no menu for free text', () => {
  expect(optionsFor(undefined)).toEqual([]);
});

test('asks before and after giving information, with permission first', () => {
  expect(INFORMATION_STEPS.map((step) => step.id)).toEqual(['ask', 'offer', 'ask-again']);
  expect(INFORMATION_STEPS[0]?.says.join(' ')).toContain('Would it be OK');
  expect(INFORMATION_STEPS[2]?.says.every((text) => text.endsWith('?'))).toBe(true);
});

test('answers sustain talk and discord in five ways or more, each with a source', () => {
  for (const cues of [SUSTAIN_CUES, DISCORD_CUES]) {
    expect(cues.length).toBeGreaterThanOrEqual(5);
    expect(cues.filter((cue) => cue.source === '')).toEqual([]);
  }
  const ids = [...SUSTAIN_CUES, ...DISCORD_CUES].map((cue) => cue.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('turns through the cues after sustain talk, and keeps one line after change talk', () => {
  const turns = SUSTAIN_CUES.map((_, turn) => cueAfter('sustain', turn));
  expect(new Set(turns).size).toBe(SUSTAIN_CUES.length);
  expect(cueAfter('sustain', SUSTAIN_CUES.length)).toBe(turns[0]);
  expect(cueAfter('change', 3)).toBe(EARS_CUE);
});
