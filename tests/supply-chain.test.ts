// What Evoke is made of: exact versions, a lock that names no registry, few packages in the browser, each with its license.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';
import { main as writeBills } from '../scripts/sbom.ts';

type Versions = Readonly<Record<string, string>>;
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));
const own = json<{ dependencies: Versions; devDependencies: Versions; allowScripts: Record<string, boolean> }>(
  'package.json',
);
const lock = json<{ packages: Record<string, Locked> }>('package-lock.json').packages;
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The only packages that may be asked for by what ships. The one of our own stands in for a package that must not. */
const SHIPS = ['@preact/signals', 'fhirclient', 'idb-keyval', 'isomorphic-webcrypto', 'preact', 'valibot'];

test('what ships is asked for by name, and nothing else is', () => {
  expect(Object.keys(own.dependencies).sort()).toEqual(SHIPS);
});

test('every version is exact', () => {
  const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
    ([name, version]) =>
      !/^\d+\.\d+\.\d+$/.test(version) && !(name === 'isomorphic-webcrypto' && version.startsWith('file:stubs/')),
  );
  expect(loose).toEqual([]);
});

test('the lock holds those versions, names no registry, and proves what was fetched', () => {
  for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
    if (!version.startsWith('file:')) expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
  }
  const entries = Object.entries(lock).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  // Binaries of other platforms, which the registry in use may lack, are the one exception (scripts/complete-lockfile.ts).
  const unproven = entries.filter(([, { integrity, optional }]) => integrity === undefined && !optional);
  expect(unproven.map(([path]) => path)).toEqual([]);
});

test('no package may run a script when it is installed', () => {
  const asking = Object.entries(lock).filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional);
  expect([...new Set(asking.map(([path]) => nameOf(path)))].filter((name) => own.allowScripts[name] !== false)).toEqual(
    [],
  );
  expect(Object.values(own.allowScripts)).not.toContain(true);
});

let shipped: readonly string[] = [];
let files: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[] = [];

beforeAll(async () => {
  const made = await build({
    configFile: 'vite.config.ts',
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: { launch: 'launch.html' } } },
  });
  if (!('output' in made)) throw new Error('It was not built once');
  files = made.output;
  const modules = files.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  shipped = [...new Set(modules.filter((id) => id.includes('/node_modules/')).map(packageOf))].sort();
});

function packageOf(id: string): string {
  const path = nameOf(id.split('?')[0] ?? '');
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

const NOTICE = readFileSync('NOTICE', 'utf8');
const rows = [...NOTICE.matchAll(/^ {2}(@?[\w./-]+) +(\d[\w.]*) +([\w.-]+) +Copyright/gm)].map(
  ([, name = '', version = '', declared = '']) => ({ name, version, declared }),
);

test('the notice lists exactly the packages whose code is in the built pages, each with its version and license', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(shipped);
  for (const { name, version, declared } of rows) {
    const { version: installed, license } = json<{ version: string; license: string }>(
      `node_modules/${name}/package.json`,
    );
    expect({ name, version, declared }).toEqual({ name, version: installed, declared: license });
  }
});

test('every license named there is in the repository in full', () => {
  const kinds = new Set(rows.map(({ declared }) => declared));
  expect([...kinds].sort()).toEqual(['Apache-2.0', 'MIT']);
  expect(readFileSync('LICENSE', 'utf8')).toContain('Apache License');
  expect(NOTICE).toContain('MIT License');
});

test('a build contains the notice and the license, as they are', () => {
  for (const [name, file] of [
    ['LICENSE.txt', 'LICENSE'],
    ['NOTICE.txt', 'NOTICE'],
  ] as const) {
    const found = files.find(({ fileName }) => fileName === name);
    expect(found?.type === 'asset' && String(found.source)).toBe(readFileSync(file, 'utf8'));
  }
});

/** Names of code systems, specifications and error pages: never asked for. */
const NAMES =
  /^https?:\/\/(?:(?:[\w-]+\.)?hl7\.org|loinc\.org|snomed\.info|unitsofmeasure\.org|[\w.-]+\.example|127\.0\.0\.1|www\.w3\.org|developer\.mozilla\.org|github\.com|(?:docs|fhir-registry)\.smarthealthit\.org)$/;

test('the two pages load from no other host: no address to fetch, in pages, styles or code', () => {
  for (const file of files) {
    const text = file.type === 'chunk' ? file.code : String(file.source);
    if (/\.(?:html|css)$/.test(file.fileName)) {
      const loads = [...text.matchAll(/(?:\bsrc|\bhref)="([^"]+)"|url\(([^)]+)\)|@import\s+"([^"]+)"/g)];
      expect(loads.flatMap(([, ...found]) => found.filter(Boolean)).filter((to) => !to.startsWith('./'))).toEqual([]);
    }
    if (file.fileName.endsWith('.js')) {
      const named = [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address);
      expect(named.filter((address) => !NAMES.test(address))).toEqual([]);
      expect(text).not.toMatch(/import\(["'`]https?:|importScripts|new Worker\(/);
    }
  }
});

test('the bill of materials names what is locked, without asking anybody, and is the same twice', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const folder = mkdtempSync(join(tmpdir(), 'evoke-bill-'));
  await writeBills([folder]);
  const [bill, again] = ['sbom.shipped.json', 'sbom.json'].map((file) => readFileSync(join(folder, file), 'utf8'));
  await writeBills([folder]);
  expect([bill, again]).toEqual(
    ['sbom.shipped.json', 'sbom.json'].map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  rmSync(folder, { recursive: true });
  const { bomFormat, components } = JSON.parse(bill ?? '');
  expect(bomFormat).toBe('CycloneDX');
  const named = components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
  for (const { name, version } of rows) expect(named).toContain(`${name} ${version}`);
});

test('an install that runs no script is what the checks begin with', () => {
  expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci --ignore-scripts');
  expect(spawnSync('npm', ['--version']).status).toBe(0);
});
