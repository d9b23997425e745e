import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { CUE_SOURCE, DISCORD_CUES } from '../../src/interview/guide/cues.ts';
import { INFORMATION_STEPS, MENU, optionsFor } from '../../src/interview/guide/information.ts';
import { bannedIn } from '../support/guide-language.ts';

const SAID = [
  MENU.lead.en,
  ...DISCORD_CUES.flatMap((cue) => [cue.does, cue.says.en]),
  ...INFORMATION_STEPS.flatMap((step) => [step.aim, ...step.says.en]),
  ...BEHAVIORS.flatMap(({ key }) => optionsFor(key, 'en')),
];

test.each(SAID)('says "%s" in at most 12 words without arguing or labeling', (text) => {
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(12);
  expect(bannedIn(text)).toEqual([]);
  expect(text).not.toMatch(/resist|difficult|denial|\bstage\b|addict|alcoholic|\bobese\b/i);
});

test.each(BEHAVIORS)('offers five options or more for $key, each once, as facts', ({ key }) => {
  const options = optionsFor(key, 'en');
  expect(options.length).toBeGreaterThanOrEqual(5);
  expect(new Set(options).size).toBe(options.length);
  // No advice, no promise of effect, no dose.
  expect(options.join(' ')).not.toMatch(
    /\b(?:best|works|proven|effective|should|must|always|never|mg|units?|cures?)\b/i,
  );
});

test('offers no menu for free text', () => {
  expect(optionsFor(undefined, 'en')).toEqual([]);
});

test('asks before and after giving information, with permission first', () => {
  expect(INFORMATION_STEPS.map((step) => step.id)).toEqual(['ask', 'offer', 'ask-again']);
  expect(INFORMATION_STEPS[0]?.says.en.join(' ')).toContain('Would it be OK');
  expect(INFORMATION_STEPS[2]?.says.en.every((text) => text.endsWith('?'))).toBe(true);
});

test('answers discord in five ways or more, each with a source', () => {
  expect(DISCORD_CUES.length).toBeGreaterThanOrEqual(5);
  expect(CUE_SOURCE).not.toBe('');
  const ids = DISCORD_CUES.map((cue) => cue.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('offers a menu that fits the behavior, not only its family', () => {
  expect(optionsFor('cannabis', 'en').join()).not.toMatch(/naloxone/);
  expect(optionsFor('safer-use', 'en').join()).toMatch(/naloxone/);
  expect(optionsFor('smoke-free-home', 'en').join()).not.toMatch(/patch|quitline/);
});
