import { expect, test } from 'vitest';
import { CASES } from '../../src/learn/cases/cases.ts';
import type { Move } from '../../src/learn/moves.ts';
import {
  askRuler,
  beginCase,
  type CaseProgress,
  chooseAnswer,
  followRuler,
  offeredChoices,
  type TranscriptLine,
} from '../../src/learn/play-case.ts';
import { summarizeCase } from '../../src/learn/summarize-case.ts';

const caseNamed = (id: string) => {
  const found = CASES.find((each) => each.id === id);
  if (!found) throw new Error(`There is no case "${id}"`);
  return found;
};

/** The patient's line at a turn. */
const heard = (id: string, name: string): TranscriptLine => {
  const said = caseNamed(id).turns[name];
  if (!said) throw new Error(`Nothing is said at "${name}"`);
  return { who: 'patient', said, marked: [] };
};
const you = (move: Move): TranscriptLine => ({ who: 'you', move, says: move, why: '' });

test.each([
  ['persuasion', 'still'],
  ['simple-reflection', 'toward'],
] as const)('after %s, a patient who stops arguing and leaves is shown as "%s"', (move, way) => {
  const lines = [heard('depression', 'not-yet'), you(move), heard('depression', 'thanks-2')];
  expect(summarizeCase({ lines }).turningPoints.map((each) => each.way)).toEqual([way]);
});

test('a line that the learner did not mark is not among the marks that differ', () => {
  const marked = { ...heard('tobacco', 'heard-it'), marked: [{ side: 'change', strand: 'desire' }] } as TranscriptLine;
  const lines = [heard('tobacco', 'start'), you('persuasion'), marked, you('repair'), heard('tobacco', 'came')];
  const { differences } = summarizeCase({ lines });
  expect(differences.map(({ said }) => said)).toEqual([caseNamed('tobacco').turns['heard-it']]);
});

test('turning points skip the rulers asked in between', () => {
  const ray = caseNamed('tobacco');
  const choose = (played: CaseProgress, beginning: string): CaseProgress => {
    const choice = offeredChoices(ray, played).find(([, says]) => says.startsWith(beginning));
    if (!choice) throw new Error(`Nobody offers "${beginning}"`);
    return chooseAnswer(ray, played, choice);
  };
  const came = choose(beginCase(ray), 'You came in ready');
  const asked = followRuler(ray, askRuler(came, 'readiness'), 'readiness', 'What makes it a 5 and not a 3?');
  expect(asked.lines.length).toBe(came.lines.length + 2);
  const summed = (played: CaseProgress) => summarizeCase(choose(played, 'Then let’s pick a quit date')).turningPoints;
  expect(summed(asked)).toEqual(summed(came));
});
