import { expect, test } from 'vitest';
import { readSteps, stepTable } from '../../scripts/step-table.ts';

const report = (...steps: readonly (readonly [title: string, status: string])[]) => ({
  testResults: [{ assertionResults: steps.map(([title, status]) => ({ title, status })) }],
});

test('lists each step with its result, in the order of the report', () => {
  const steps = readSteps(report(['launch', 'passed'], ['correct', 'failed'], ['restart', 'skipped']));
  expect(stepTable(steps)).toBe(
    '| Step | Result |\n|---|---|\n| launch | passed |\n| correct | failed |\n| restart | not offered or not run |\n',
  );
});

test('keeps a title with a bar in one cell', () => {
  expect(stepTable(readSteps(report(['a | b', 'passed'])))).toContain('| a \\| b | passed |');
});

test.each([undefined, {}, { testResults: [{}] }])('lists no step of a report without steps: %j', (empty) => {
  expect(readSteps(empty)).toEqual([]);
});
