// Bundles the schedules' program and runs it in processes of its own. Knows nothing about what it plays.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const FOLDER = join('node_modules', '.evoke-soak');

/** Builds the program. Answers its file. The folder lies where the packages it needs are found. */
export async function buildSoak(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...{ ssr: 'tests/soak/main.ts', outDir: FOLDER, emptyOutDir: true, target: 'node20', minify: false },
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'soak.mjs' } },
    },
  });
  return join(FOLDER, 'soak.mjs');
}

/** How one process ended, with everything it said. */
export interface Soaked {
  readonly good: boolean;
  readonly said: string;
}

/** Plays that many schedules from a seed. With `path` one of them, as it was shrunk. */
export function soak(program: string, runs: number, seed: number, path?: string): Promise<Soaked> {
  const child = spawn(process.execPath, [program, String(runs), String(seed), ...(path === undefined ? [] : [path])]);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
  return new Promise((resolve) => {
    child.on('error', (fault) => resolve({ good: false, said: fault.message }));
    child.on('close', (code) => resolve({ good: code === 0, said: said.join('') }));
  });
}
