import { expect, test } from 'vitest';
import { readTally, slowestFiles } from '../../scripts/tally.ts';

const file = (status: string, ...statuses: readonly string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `case ${index}` })),
});
const report = (...testResults: readonly object[]) => ({ testResults });

test('counts each passed test and names each failed one', () => {
  const tally = readTally('unit', false, report(file('failed', 'passed', 'failed'), file('passed', 'passed')));
  expect(tally).toEqual({ passed: 2, failures: ['a.test.ts: case 1'] });
});

test('counts a file that does not load as one failure', () => {
  const tally = readTally('unit', false, report(file('failed'), file('passed', 'passed')));
  expect(tally).toEqual({ passed: 1, failures: ['a.test.ts did not run to its end'] });
});

test('leaves skipped tests out of both counts', () => {
  expect(readTally('unit', true, report(file('passed', 'passed', 'skipped', 'todo')))).toEqual({
    passed: 1,
    failures: [],
  });
});

test.each([
  ['no report', false, undefined],
  ['an empty report', true, report()],
  ['a bad exit although every test passed', false, report(file('passed', 'passed'))],
])('calls %s a failure', (_, exitedWell, content) => {
  expect(readTally('unit', exitedWell, content).failures).toEqual(['unit: the run broke off']);
});

test('lists the files that took longest over all reports, longest first', () => {
  const took = (name: string, ms: number) => ({ name, startTime: 1_000, endTime: 1_000 + ms });
  const reports = [report(took('a.test.ts', 5), took('b.test.ts', 90)), undefined, report(took('c.test.ts', 40))];
  expect(slowestFiles(reports, 2)).toEqual([
    { file: 'b.test.ts', ms: 90 },
    { file: 'c.test.ts', ms: 40 },
  ]);
});
