// One measured number with its goal, for the table and for the JSON output.

/** A result. `goal` is the highest value that passes, in the same unit. A row without a goal cannot fail. */
export interface Row {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
  readonly pass: boolean | null;
}

const DECIMALS: Readonly<Record<string, number>> = { s: 1, ms: 1, trips: 2, times: 2, KiB: 2, MiB: 2 };

/** A result, rounded as its unit is printed and judged as printed. */
export function row(id: string, value: number, unit: string, goal: number | null): Row {
  const rounded = Number(value.toFixed(DECIMALS[unit] ?? 0));
  return { id, value: rounded, unit, goal, pass: goal === null ? null : rounded <= goal };
}

/** The value below which a share of the samples lies, by the nearest rank. NaN if there are no samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

const VERDICT = { true: 'pass', false: 'short', null: '' } as const;

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, value, unit, goal, pass }) => [
    `\`${id}\``,
    `${value} ${unit}`,
    goal === null ? '' : `at most ${goal}`,
    VERDICT[`${pass}`],
  ]);
  const cells = [['id', 'measured', 'goal', ''], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [draw(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(draw)].join('\n');
}
