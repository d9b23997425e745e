// Runs every check, even after an earlier one failed. The last printed line is `N passed, N failed`.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { readTally, slowestFiles, type Tally } from './tally.ts';

/** One check: the command under node_modules/.bin and its arguments. */
interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly minutes: number;
}

const STATIC: readonly Check[] = [
  { name: 'types', command: ['tsc', '--noEmit'], minutes: 5 },
  { name: 'pure types', command: ['tsc', '--noEmit', '-p', 'tsconfig.pure.json'], minutes: 5 },
  { name: 'lint and format', command: ['biome', 'ci', '.'], minutes: 5 },
  { name: 'unused code', command: ['knip'], minutes: 5 },
];
/** Where a build is checked. dist/ stays as the last `npm run build` made it. */
const DIST = join('.cache', 'test-dist');
const BUILT: readonly Check[] = [
  { name: 'build', command: ['vite', 'build', '--outDir', DIST, '--emptyOutDir'], minutes: 5 },
  { name: 'size', command: ['size-limit'], minutes: 2 },
];

interface Run {
  readonly succeeded: boolean;
  readonly output: string;
}

/** Ends a command with everything it started. */
function endAll({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) endAll(child);
    process.exit(1);
  });
}

/** Runs one command and keeps or shows its output. A command that takes too long is killed and has failed. */
function run(check: Check, stdio: 'pipe' | 'inherit'): Promise<Run> {
  const [bin, ...args] = check.command;
  const env = { ...process.env, EVOKE_DIST: DIST };
  const child = spawn(join('node_modules', '.bin', bin), args, { stdio, env, detached: true });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(String(part)));
  running.add(child);
  const timeout = setTimeout(() => endAll(child), check.minutes * 60_000);
  return new Promise((resolve) => {
    const end = (succeeded: boolean) => {
      clearTimeout(timeout);
      running.delete(child);
      resolve({ succeeded, output: output.join('') });
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

function print(title: string, output: string): void {
  process.stdout.write(`\n== ${title}\n${output}`);
}

/** Commands run in parallel, so the output of each is printed when it has ended. */
async function judge(check: Check): Promise<Tally> {
  const { succeeded, output } = await run(check, 'pipe');
  print(check.name, output);
  return succeeded ? { passed: 1, failures: [] } : { passed: 0, failures: [check.name] };
}

/** The result of one Vitest run. */
interface Suite {
  readonly tally: Tally;
  /** What it printed. Empty if that was shown. */
  readonly output: string;
  readonly report: unknown;
}

/** The projects of `vitest.config.ts` that each suite runs. */
const PROJECTS = { unit: ['unit', 'unit-isolated'], journeys: ['journeys'] } as const;

/** Runs one suite, or some of its files, and counts its tests one by one. */
async function suite(
  name: keyof typeof PROJECTS,
  reports: string,
  files: readonly string[] = [],
  stdio: 'pipe' | 'inherit' = 'inherit',
): Promise<Suite> {
  const file = join(reports, `${name}.json`);
  const projects = PROJECTS[name].flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  if (stdio === 'inherit') print(`tests: ${name}`, '');
  const { succeeded, output } = await run(
    { name, command: ['vitest', 'run', ...projects, ...reporters, ...files], minutes: 60 },
    stdio,
  );
  const report = readReport(file);
  return { report, output, tally: readTally(name, succeeded, report, (path) => relative(process.cwd(), path)) };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function journeys(reports: string, files: readonly string[] = []): Promise<Suite> {
  try {
    ensureChromium();
    return await suite('journeys', reports, files);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : 'Chromium did not start';
    return { report: undefined, output: '', tally: { passed: 0, failures: [`journeys: ${why}`] } };
  }
}

const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, tally) => total + tally.passed, 0),
  failures: tallies.flatMap((tally) => tally.failures),
});

/** The result of a whole run: the count, and the report of each test file. */
interface Outcome {
  readonly tally: Tally;
  readonly reports: readonly unknown[];
}

async function builtChecks(): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const check of BUILT) tallies.push(await judge(check));
  return tallies;
}

/** Journeys often wait for a page, so the unit tests run beside them. What those printed comes when both have ended. */
async function everyCheck(reports: string): Promise<Outcome> {
  const checked = await Promise.all(STATIC.map((check) => judge(check)));
  const built = await builtChecks();
  const [walked, unit] = await Promise.all([journeys(reports), suite('unit', reports, [], 'pipe')]);
  print('tests: unit', unit.output);
  return { tally: sum([...checked, ...built, unit.tally, walked.tally]), reports: [unit.report, walked.report] };
}

/** The test files of which `npm test` runs a sample, and Lighthouse, which it leaves out. */
function sampledFiles(): readonly string[] {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).map((path) => join('tests', path));
  const isSampled = (path: string): boolean =>
    /\.test\.tsx?$/.test(path) && /\/support\/(?:sample|looks)\.ts'/.test(readFileSync(path, 'utf8'));
  return [...files.filter(isSampled), join('tests', 'journeys', 'lighthouse.test.ts')];
}

async function everyCase(reports: string): Promise<Outcome> {
  process.env['EVOKE_WHOLE'] = '1';
  const isJourney = (path: string): boolean => path.startsWith(join('tests', 'journeys'));
  const files = sampledFiles();
  const unit = await suite(
    'unit',
    reports,
    files.filter((path) => !isJourney(path)),
  );
  const walked = await journeys(reports, files.filter(isJourney));
  return { tally: sum([unit.tally, walked.tally]), reports: [unit.report, walked.report] };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`;

/**
 * Runs everything, prints what failed and the count, and sets the exit code. `whole` runs the sampled tests in full.
 */
export async function main([mode]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'evoke-test-'));
  const outcome = await (mode === 'whole' ? everyCase(folder) : everyCheck(folder)).finally(() =>
    rmSync(folder, { recursive: true }),
  );
  const { passed, failures } = outcome.tally;
  const slowest = slowestFiles(outcome.reports, 10, (path) => relative(process.cwd(), path));
  print('slowest files', slowest.map(({ file, ms }) => `${seconds(ms)}  ${file}\n`).join(''));
  const failed = failures.map((failure) => `- ${failure.replaceAll(/\s+/g, ' ')}\n`).join('');
  print(failures.length === 0 ? 'all passed' : 'failed', failed);
  process.exitCode = failures.length === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
}
