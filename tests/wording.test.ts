import { expect, test } from 'vitest';
import { BANNED_PHRASES } from './support/banned-phrases.ts';
import { readProse } from './support/prose.ts';
import { sourceFiles } from './support/source-files.ts';

const OURS = /^src\/(?:interview\/(?:guide|patient)|panels|shell|ui)\//;
const files = sourceFiles('src').filter(({ path }) => OURS.test(path));

const banned = (text: string) => BANNED_PHRASES.filter(({ pattern }) => pattern.test(text));

test('our own texts argue with nobody and label nobody', () => {
  const found = files.flatMap(({ path, code }) =>
    readProse(path, code).flatMap((text) =>
      banned(text).map(({ name, instead }) => `${path}: "${name}" in "${text.trim()}"; say instead: ${instead}`),
    ),
  );
  expect(found).toEqual([]);
});

test.each([
  ["a = 'You should think about it.'", 'you should'],
  ['a = "You can’t go on."', "you can't"],
  ["a = `If you don't stop, you will ${b}`", "if you don't, you will"],
  ["a = 'Why ' + 'so low?'", 'why so low'],
  ['a = <p>The\n  resistant patient</p>', 'resistant'],
  ['a = <input aria-label="Your score" />', 'score'],
  ["a = 'Obviously'", 'obviously'],
])('a planted phrase is found in %s', (code, name) => {
  const found = readProse('src/panels/plan/A.tsx', code).flatMap(banned);
  expect(found.map((each) => each.name)).toContain(name);
});

test.each([
  "import './score.css';",
  "a = { kind: 'score' }",
  "a = 'You decide what comes next.'",
  'type A = "a score"',
])('nothing is found in %s', (code) => {
  expect(readProse('src/panels/plan/A.tsx', code).flatMap(banned)).toEqual([]);
});
