// Counts one Vitest run from its JSON report. Knows only the report's shape.

/** The result of one check or suite: how many passed, and the names of those that failed. */
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

/** Names each test that failed. A file that failed without one (it did not load, or a hook failed) counts as one. */
function failuresOf(file: TestFile, shorten: (file: string) => string): readonly string[] {
  const name = shorten(file.name ?? 'a test file');
  const failed = (file.assertionResults ?? []).filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [`${name} did not run to its end`];
  return failed.map(({ fullName }) => `${name}: ${fullName ?? 'a test'}`);
}

/**
 * Counts one report. `exitedWell` is Vitest's own verdict. A run counts at least one failure if it exited badly, left
 * no report or ran no test. Skipped tests are not counted.
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

/** The slowest test files over several reports, slowest first. `ms` is the time from a file's start to its end. */
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
