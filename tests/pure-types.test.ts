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

const FORBIDDEN = ['fetch', 'window', 'document', 'crypto', 'console', 'localStorage', 'process'];

test('the pure type check refuses every global of a browser or of Node, and nothing else', () => {
  expect(check()).toBe('');
  for (const name of FORBIDDEN)
    writeFileSync(join(copy, `src/interview/planted-${name}.ts`), `export const planted = ${name};\n`);
  const output = check();
  for (const name of FORBIDDEN)
    expect(output).toMatch(new RegExp(`planted-${name}\\.ts.*error TS\\d+: Cannot find name '${name}'`));
});
