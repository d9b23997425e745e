// The examples a site begins from: complete, of the published shape, and each built whole.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { build } from 'vite';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { siteHeaders } from '../../hosting/headers.ts';
import { inlineCode } from '../../hosting/inline-code.ts';
import { loadSite } from '../../hosting/site-file.ts';
import { siteJsonSchema } from '../../hosting/site-schema.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';

afterEach(() => vi.unstubAllEnvs());

const FOLDER = 'docs/examples';
const EXAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const judge = new Ajv2020({ strictTypes: false }).compile(siteJsonSchema());

test('there are three, and the page beside them names each', () => {
  const page = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  expect(EXAMPLES).toHaveLength(3);
  for (const file of EXAMPLES) expect(page).toContain(`(${file})`);
});

test.each(EXAMPLES)('%s has the published shape and no real address', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  expect(judge(JSON.parse(text)), JSON.stringify(judge.errors)).toBe(true);
  const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host);
  const known = ['loinc.org', 'snomed.info'];
  expect(hosts.filter((host) => !host?.endsWith('.example') && !known.includes(host ?? ''))).toEqual([]);
});

test.each(['site.config.json', ...EXAMPLES.map((file) => join(FOLDER, file))])(
  '%s has our own labels for the topics that are ours',
  async (file) => {
    const site = await loadSite(file);
    if (!site.ok) throw new Error(JSON.stringify(site.error));
    const ours = new Map(BEHAVIORS.map(({ key, label }) => [key, label]));
    for (const { key, label } of site.value.behaviours) expect([key, label]).toEqual([key, ours.get(key) ?? label]);
  },
);

test.each(EXAMPLES)('%s is built whole, with its own EHRs in its headers', async (file) => {
  const site = await loadSite(join(FOLDER, file));
  if (!site.ok) throw new Error(JSON.stringify(site.error));
  const dist = mkdtempSync(join(tmpdir(), 'evoke-example-'));
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
  vi.stubEnv('SITE_CONFIG', join(FOLDER, file));
  vi.spyOn(console, 'warn').mockReturnValue();
  await build({ configFile: 'vite.config.ts', logLevel: 'silent', build: { outDir: dist, emptyOutDir: true } });
  const { headers } = JSON.parse(readFileSync(join(dist, 'headers.json'), 'utf8'));
  const pages = ['launch.html', 'learn.html'].map((page) => inlineCode(readFileSync(join(dist, page), 'utf8')));
  const own = { scripts: pages.flatMap(({ scripts }) => scripts), styles: pages.flatMap(({ styles }) => styles) };
  expect(readFileSync(join(dist, 'learn.html'), 'utf8')).not.toContain(site.value.ehrs[0]?.iss);
  expect(headers).toEqual(siteHeaders(site.value, own));
  for (const page of ['launch.html', 'learn.html', 'index.html']) expect(existsSync(join(dist, page))).toBe(true);
  for (const { iss } of site.value.ehrs) expect(readFileSync(join(dist, 'launch.html'), 'utf8')).toContain(iss);
});
