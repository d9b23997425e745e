// Counts the checks of a command by the last line it prints, `N passed, N failed`. Knows no command.

/** How many checks of one command passed and failed. */
export interface CommandTally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Reads the count from the last printed line. A command without that line counts as at least one failure. So does one
 * that exits with an error and names no failure.
 */
export function readLastLine(printed: string, exitedWell: boolean): CommandTally {
  const last = printed.trimEnd().split('\n').at(-1) ?? '';
  const counts = /^(\d+) passed, (\d+) failed$/.exec(last.trim());
  const passed = Number(counts?.[1] ?? 0);
  const failed = Number(counts?.[2] ?? 1);
  return { passed, failed: exitedWell ? failed : Math.max(failed, 1) };
}

/** Adds the counts of several commands. */
export function sumOf(tallies: readonly CommandTally[]): CommandTally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  };
}
