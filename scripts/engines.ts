// Runs the engine tests, in Firefox and WebKit, and ends with `N passed, N failed`.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { missingPackages } from './engine-programs.ts';
import { readTally } from './tally.ts';

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs every engine test. If a program is missing it says what to install. Tests of the other engine still run. */
export async function main(): Promise<void> {
  const missing = missingPackages();
  if (missing.length > 0) process.stdout.write(`Missing here. Install: apt-get install ${missing.join(' ')}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'evoke-engines-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--project', 'engines', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = spawnSync(join('node_modules', '.bin', 'vitest'), args, {
    stdio: 'inherit',
    timeout: 20 * 60_000,
  });
  const { passed, failures } = readTally('engines', status === 0, readReport(file), (path) =>
    relative(process.cwd(), path),
  );
  rmSync(folder, { recursive: true, force: true });
  for (const failure of failures) process.stdout.write(`- ${failure.replaceAll(/\s+/g, ' ')}\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
}
