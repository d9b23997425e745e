// Formats the steps of `npm run servers` as a Markdown table. Knows the shape of Vitest's JSON report and runs nothing.

/** One step and how it ended. */
export interface Step {
  readonly title: string;
  readonly result: 'passed' | 'failed' | 'not offered or not run';
}

interface Report {
  readonly testResults?: readonly {
    readonly assertionResults?: readonly { readonly title?: string; readonly status?: string }[];
  }[];
}

const RESULTS: Readonly<Record<string, Step['result']>> = { passed: 'passed', failed: 'failed' };

/** The steps of a report in their order. Empty if the report is missing or has another shape. */
export function readSteps(report: unknown): readonly Step[] {
  const files = (report as Report | undefined)?.testResults ?? [];
  return files
    .flatMap(({ assertionResults = [] }) => assertionResults)
    .map(({ title = '', status = '' }) => ({ title, result: RESULTS[status] ?? 'not offered or not run' }));
}

/** A table with one row for each step. */
export function stepTable(steps: readonly Step[]): string {
  const rows = steps.map(({ title, result }) => `| ${title.replaceAll('|', '\\|')} | ${result} |\n`);
  return ['| Step | Result |\n', '|---|---|\n', ...rows].join('');
}
