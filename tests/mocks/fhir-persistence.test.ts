import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { profileOf } from '../../mocks/profiles.ts';
import { observation } from './fhir-door.ts';
import { startSandbox } from './fhir-sandbox.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-chart-'));
});
afterEach(() => rm(folder, { recursive: true }));

const chart = (): string => join(folder, 'kept', 'chart.json');
const start = () => startSandbox([observation('ana', { id: 'seeded' })], { dataFile: chart() });

test('keeps notes, versions and deletions between runs', async () => {
  const first = await start();
  const note = first.store.create(observation('ana'));
  first.store.update({ ...note, language: 'es' });
  first.store.remove('Observation', 'seeded');
  await first.close();
  const second = await start();
  expect(second.store.versions()).toEqual(first.store.versions());
  expect(second.store.read('Observation', note.id)?.meta?.versionId).toBe('2');
  expect(second.store.read('Observation', 'seeded')).toBeUndefined();
  expect(second.notices).toEqual([]);
});

test('keeps which EHR is played, unless the next start names another', async () => {
  const first = await start();
  first.stage.play(profileOf('oracle-like') ?? first.stage.current());
  await first.close();
  expect((await start()).stage.current().id).toBe('oracle-like');
  const named = await startSandbox([], { dataFile: chart(), profile: 'read-only' });
  expect(named.stage.current().id).toBe('read-only');
});

test('plays the open server where an earlier run kept no profile, or one that is gone', async () => {
  for (const profile of [undefined, 'constructor']) {
    const file = join(folder, `${profile}.json`);
    await writeFile(file, JSON.stringify({ format: 'sandbox-chart-1', versions: [], profile }));
    const sandbox = await startSandbox([], { dataFile: file });
    expect([sandbox.stage.current().id, sandbox.notices]).toEqual(['open', []]);
  }
});

test('begins with the seed where nothing is kept, and writes nothing until something changes', async () => {
  const sandbox = await start();
  await sandbox.close();
  expect(sandbox.store.read('Observation', 'seeded')).toBeDefined();
  expect(await readdir(folder)).toEqual([]);
});

test('writes by itself a moment after a change', async () => {
  const sandbox = await start();
  const { id } = sandbox.store.create(observation('ana'));
  await vi.waitFor(async () => expect(await readFile(chart(), 'utf8')).toContain(id), 5000);
});

test('says that it could not write, and writes again once it can', async () => {
  const file = join(folder, 'kept');
  await writeFile(file, 'in the way of a folder');
  const sandbox = await start();
  sandbox.store.create(observation('ana'));
  await expect(sandbox.close()).rejects.toThrow();
  await rm(file);
  sandbox.store.create(observation('ana'));
  await sandbox.close();
  expect(JSON.parse(await readFile(chart(), 'utf8')).versions).toHaveLength(8);
});

test('leaves one whole file, however often it is written', async () => {
  const sandbox = await start();
  for (let round = 0; round < 20; round += 1) {
    sandbox.store.create(observation('ana'));
    await sandbox.close();
  }
  expect(await readdir(join(folder, 'kept'))).toEqual(['chart.json']);
  expect(JSON.parse(await readFile(chart(), 'utf8')).versions).toHaveLength(26);
});

test.each([
  '',
  '{"format":',
  '[]',
  '{"format":"another","versions":[]}',
  '{"format":"sandbox-chart-1","versions":[{}]}',
])('sets a file aside that cannot be read and says so: %s', async (text) => {
  await (await start()).close();
  const kept = await startSandbox([], { dataFile: join(folder, 'chart.json') });
  await kept.close();
  await writeFile(join(folder, 'chart.json'), text);
  const sandbox = await startSandbox([], { dataFile: join(folder, 'chart.json') });
  expect(sandbox.notices).toHaveLength(1);
  expect(sandbox.notices[0]).toContain('starts with a new one');
  expect(sandbox.store.read('Patient', 'ana')).toBeDefined();
  const [aside = ''] = await readdir(folder);
  expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
});
