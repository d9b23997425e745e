// `npm run servers`: runs the whole visit in Chromium against a third-party FHIR server. Prints a table of steps. HAPI
// is the default. `-- --base URL` uses a server that already runs. `-- --write` puts HAPI's table into
// docs/ehrs/hapi.md.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.ts';
import { compileHapi, missingForHapi } from './hapi.ts';
import { readSteps, stepTable } from './step-table.ts';
import { readTally } from './tally.ts';

const PAGE = 'docs/ehrs/hapi.md';
/** Less than continuous integration allows, so that its own end is told. */
const LIMIT_MS = 18 * 60_000;
const OPTIONS = { base: { type: 'string' }, write: { type: 'boolean', default: false } } as const;

/** Runs every step and prints the table. The last line is `N passed, N failed`. The exit code is 1 if a step failed. */
export async function main(args: readonly string[]): Promise<void> {
  const { base, write } = parseArgs({ args: [...args], options: OPTIONS }).values;
  const missing = base === undefined ? missingForHapi() : baseFault(base);
  if (missing !== undefined) return end(missing);
  try {
    if (base === undefined) compileHapi();
    const report = await run(ensureChromium(), base?.replace(/\/+$/, ''));
    const table = stepTable(readSteps(report.json));
    process.stdout.write(`\n${table}\n`);
    if (write && base === undefined) writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), table));
    const { passed, failures } = readTally('servers', report.succeeded, report.json);
    process.exitCode = failures.length === 0 ? 0 : 1;
    process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
  } catch (fault) {
    end(fault instanceof Error ? fault.message : String(fault));
  }
}

function end(why: string): void {
  process.exitCode = 1;
  process.stdout.write(`${why}\n0 passed, 1 failed\n`);
}

function baseFault(base: string): string | undefined {
  return /^https?:\/\/[^/]/.test(base) && URL.canParse(base) ? undefined : `${base} is not the address of a FHIR base.`;
}

/** The result of the steps. `json` is Vitest's report. Undefined if there is none. */
interface Report {
  readonly succeeded: boolean;
  readonly json: unknown;
}

/** Runs the steps in a process group of their own. If one hangs, it is ended with everything it started. */
async function run(chromium: string, base: string | undefined): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'evoke-servers-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--project', 'servers', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...process.env, EVOKE_CHROMIUM: chromium, ...(base !== undefined && { EVOKE_FHIR_BASE: base }) };
  const child = spawn(join('node_modules', '.bin', 'vitest'), args, { stdio: 'inherit', env, detached: true });
  const endAll = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  const timer = setTimeout(endAll, LIMIT_MS);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endAll);
  const succeeded = await new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
  clearTimeout(timer);
  const json = readJson(file);
  rmSync(folder, { recursive: true });
  return { succeeded, json };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const TABLE = /(<!-- steps -->\n)[\s\S]*(<!-- end of steps -->)/;

/** The page with a new table between its two markers. */
function withTable(page: string, table: string): string {
  return page.replace(TABLE, (_, start: string, stop: string) => `${start}${table}${stop}`);
}
