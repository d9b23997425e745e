// What a person reads if a command cannot start: Node is too old, or an option is not known.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Runs Node on these arguments, as if it had this version. */
function runs(args: readonly string[], version = process.versions.node) {
  const versions = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;
  return spawnSync('node', ['--import', `data:text/javascript,${versions}`, ...args], { encoding: 'utf8' });
}

test.each(['18.20.8', '22.11.0'])('Node %s is too old for a command, and for a build', (version) => {
  for (const args of [['scripts/run.mjs', 'scripts/check-site.ts'], ['scripts/node-version.mjs']]) {
    const { status, stderr } = runs(args, version);
    expect([status, stderr]).toEqual([1, `Evoke needs Node 20.19, 22.12 or newer. This is Node ${version}.\n`]);
  }
});

test.each(['20.19.0', '22.12.0'])('Node %s is new enough', (version) => {
  expect(runs(['scripts/node-version.mjs'], version)).toMatchObject({ status: 0, stderr: '' });
});

test('the versions are those of package.json, and a build checks them first', () => {
  const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(engines.node).toBe('^20.19.0 || >=22.12.0');
  expect(scripts.prebuild).toBe('node scripts/node-version.mjs');
});

test('an unknown option is named, without a stack', () => {
  const { status, stderr } = runs(['scripts/run.mjs', 'scripts/start.ts', '--frsh']);
  expect([status, stderr]).toEqual([1, "Unknown option '--frsh'. README.md lists the commands.\n"]);
});
