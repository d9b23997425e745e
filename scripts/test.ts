// Every check of the house in one run, each judged, none skipped because an earlier one failed.
// Its last printed line is `N passed, N failed`; nothing is printed after it.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { readTally, type Tally } from './tally.ts';

/** One check: the command under node_modules/.bin and its arguments. */
interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly minutes: number;
}

const BEFORE: readonly Check[] = [
  { name: 'types', command: ['tsc', '--noEmit'], minutes: 2 },
  { name: 'pure types', command: ['tsc', '--noEmit', '-p', 'tsconfig.pure.json'], minutes: 2 },
  { name: 'lint and format', command: ['biome', 'ci', '.'], minutes: 2 },
  { name: 'unused code', command: ['knip'], minutes: 2 },
];
const AFTER: readonly Check[] = [
  { name: 'build', command: ['vite', 'build'], minutes: 2 },
  { name: 'size', command: ['size-limit'], minutes: 1 },
];

/** Runs one command with its output shown; true when it ended well within its time. */
function runs(check: Check, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const [bin, ...args] = check.command;
  const child = spawn(join('node_modules', '.bin', bin), args, { stdio: 'inherit', env, detached: true });
  const late = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), check.minutes * 60_000);
  return new Promise((resolve) => {
    const end = (good: boolean) => {
      clearTimeout(late);
      resolve(good);
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

function headline(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

async function judge(check: Check): Promise<Tally> {
  headline(check.name);
  const good = await runs(check);
  return good ? { passed: 1, failures: [] } : { passed: 0, failures: [check.name] };
}

/** Runs one vitest project and counts its tests one by one. */
async function suite(project: string, reports: string, env?: NodeJS.ProcessEnv): Promise<Tally> {
  headline(`tests: ${project}`);
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = ['vitest', 'run', '--project', project, ...reporters] as const;
  const good = await runs({ name: project, command: [...command], minutes: 40 }, env);
  return readTally(project, good, readReport(report), (file) => relative(process.cwd(), file));
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function journeys(reports: string): Promise<Tally> {
  headline('Chromium');
  try {
    const path = ensureChromium();
    return await suite('journeys', reports, { ...process.env, EVOKE_CHROMIUM: path });
  } catch (fault) {
    return { passed: 0, failures: [`journeys: ${fault instanceof Error ? fault.message : 'Chromium did not start'}`] };
  }
}

function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

async function everyCheck(reports: string): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const check of BEFORE) tallies.push(await judge(check));
  tallies.push(await suite('unit', reports));
  for (const check of AFTER) tallies.push(await judge(check));
  tallies.push(await journeys(reports));
  return sum(tallies);
}

/** Runs everything, names what failed, ends with the count, and sets the exit code. */
export async function main(): Promise<void> {
  const reports = mkdtempSync(join(tmpdir(), 'evoke-test-'));
  const { passed, failures } = await everyCheck(reports).finally(() => rmSync(reports, { recursive: true }));
  headline(failures.length === 0 ? 'all passed' : 'failed');
  for (const failure of failures) process.stdout.write(`- ${failure.replaceAll(/\s+/g, ' ')}\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
}
