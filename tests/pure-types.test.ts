import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT } from './support/source-files.ts';

const PURE = ['src/lib', 'src/site.ts', 'src/site', 'src/interview', 'src/fhir'];

// Inside the project, so that the copy finds the packages. Ignored by git.
let copy = '';

beforeAll(() => {
  mkdirSync(join(PROJECT, '.cache'), { recursive: true });
  copy = mkdtempSync(join(PROJECT, '.cache', 'pure-'));
  for (const path of PURE.filter((each) => existsSync(join(PROJECT, each)))) {
    cpSync(join(PROJECT, path), join(copy, path), { recursive: true });
  }
  const tsconfig = { extends: '../../tsconfig.pure.json', include: PURE };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(tsconfig));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function check(): string {
  const tsc = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [tsc, '--noEmit', '-p', copy], { encoding: 'utf8' }).stdout;
}

function plant(path: string, code: string): string {
  const file = join(copy, path);
  writeFileSync(file, code);
  const output = check();
  rmSync(file);
  return output;
}

test.each(['fetch', 'window', 'document', 'crypto', 'console', 'localStorage', 'process'])(
  'the pure type check refuses %s',
  (name) => {
    expect(check()).not.toContain('planted');
    const output = plant('src/interview/planted.ts', `export const planted = ${name};\n`);
    expect(output).toMatch(new RegExp(`planted\\.ts.*error TS\\d+: Cannot find name '${name}'`));
  },
);
