import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { agreedChange } from '../../src/interview/note/agreed-change.ts';
import type { Direction, Target } from '../../src/interview/talk/focus.ts';

const named = (label: string): Target => ({ kind: 'named', label, sensitive: false });

test.each<readonly [Target, Direction | undefined, string]>([
  [named('Alcohol'), 'cut-down', 'Cut down on drinking'],
  [named('Walking'), 'start', 'Start walking'],
  [named('Alcohol'), undefined, ''],
  [named('Alcohol'), 'explore', ''],
  [named(' less salt, mostly '), 'cut-down', 'less salt, mostly'],
  [named(''), 'stop', ''],
  [{ kind: 'not-named' }, 'stop', ''],
])('%o going %s begins a plan with %j', (target, direction, words) => {
  expect(agreedChange({ target, ...(direction ? { direction } : {}) }, BEHAVIORS)).toBe(words);
});
