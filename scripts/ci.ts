// Runs what continuous integration runs: every command below, one after the other, even if an earlier one failed. Each
// command ends with `N passed, N failed`. The last line printed here is the sum of those lines.

import { spawn } from 'node:child_process';
import { type CommandTally, readLastLine, sumOf } from './last-line.ts';

/** One npm script, and the minutes after which it is stopped and counted as failed. */
interface Row {
  readonly script: string;
  readonly minutes: number;
}

const ROWS: readonly Row[] = [
  { script: 'test', minutes: 30 },
  { script: 'test:all', minutes: 30 },
  { script: 'validate', minutes: 20 },
  { script: 'view-forms', minutes: 10 },
  { script: 'servers', minutes: 20 },
  { script: 'engines', minutes: 15 },
];

/** Runs one npm script, shows what it prints and counts by its last line. */
function runScript({ script, minutes }: Row): Promise<CommandTally> {
  process.stdout.write(`\n==== npm run ${script}\n`);
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  let tail = '';
  child.stdout.on('data', (part: Buffer) => {
    process.stdout.write(part);
    tail = `${tail}${String(part)}`.slice(-1000);
  });
  // The commands run others in groups of their own, and end those at this signal. SIGKILL would leave them running.
  const end = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It ended by itself.
    }
  };
  const timers = [
    setTimeout(() => end('SIGTERM'), minutes * 60_000),
    setTimeout(() => end('SIGKILL'), (minutes + 1) * 60_000),
  ];
  return new Promise((resolve) => {
    const ended = (exitedWell: boolean): void => {
      for (const timer of timers) clearTimeout(timer);
      resolve(readLastLine(tail, exitedWell));
    };
    child.on('error', () => ended(false));
    child.on('close', (code) => ended(code === 0));
  });
}

/** Runs every row, then prints the sum as the last line and sets the exit code. */
export async function main(): Promise<void> {
  const tallies: CommandTally[] = [];
  for (const row of ROWS) tallies.push(await runScript(row));
  const { passed, failed } = sumOf(tallies);
  process.stdout.write('\n==== sum\n');
  ROWS.forEach(({ script }, place) => {
    const tally = tallies[place];
    process.stdout.write(`npm run ${script}: ${tally?.passed} passed, ${tally?.failed} failed\n`);
  });
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
