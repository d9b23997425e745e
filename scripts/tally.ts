// Counts one vitest run from its JSON report. Knows the report's shape and nothing of how it was made.

/** What one check or suite brought: how many passed, and the names of those that did not. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly string[];
}

interface Assertion {
  readonly status?: string;
  readonly fullName?: string;
}
interface TestFile {
  readonly name?: string;
  readonly status?: string;
  readonly assertionResults?: readonly Assertion[];
  readonly startTime?: number;
  readonly endTime?: number;
}

const filesOf = (report: unknown): readonly TestFile[] =>
  (report as { readonly testResults?: readonly TestFile[] } | undefined)?.testResults ?? [];

/** A test that failed is named; a file that failed without one (it did not load, a hook broke) counts as one. */
function failuresOf(file: TestFile, shorten: (file: string) => string): readonly string[] {
  const name = shorten(file.name ?? 'a test file');
  const failed = (file.assertionResults ?? []).filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [`${name} did not run to its end`];
  return failed.map(({ fullName }) => `${name}: ${fullName ?? 'a test'}`);
}

/**
 * Tallies one report. `exitedWell` is vitest's own verdict: a run that it calls bad, or that left no report or no
 * test, holds at least one failure. Skipped tests count neither way.
 */
export function readTally(
  suite: string,
  exitedWell: boolean,
  report: unknown,
  shorten: (file: string) => string = (file) => file,
): Tally {
  const files = filesOf(report);
  const passed = files
    .flatMap((file) => file.assertionResults ?? [])
    .filter(({ status }) => status === 'passed').length;
  const failures = files.flatMap((file) => failuresOf(file, shorten));
  const silent = failures.length === 0 && (!exitedWell || passed === 0);
  return { passed, failures: silent ? [`${suite}: the run broke off`] : failures };
}

/** The test files that took longest over several reports, longest first. `ms` is the time from a file's start to its end. */
export function slowestFiles(
  reports: readonly unknown[],
  count: number,
  shorten: (file: string) => string = (file) => file,
): readonly { readonly file: string; readonly ms: number }[] {
  return reports
    .flatMap(filesOf)
    .map(({ name = 'a test file', startTime = 0, endTime = 0 }) => ({ file: shorten(name), ms: endTime - startTime }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, count);
}
