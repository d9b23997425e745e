// The pages about each EHR: one a profile, and every entry in them one that the build would take.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROFILES } from '../../mocks/profiles.ts';
import { readSite } from '../../src/site.ts';

const page = (id: string): string => readFileSync(`docs/ehrs/${id}.md`, 'utf8');
const shipped = JSON.parse(readFileSync('site.config.json', 'utf8'));

test('every profile has its page, and every page its profile', () => {
  // docs/ehrs/hapi.md is about a server that others wrote, and is written by `npm run servers`.
  const pages = readdirSync('docs/ehrs').filter((file) => file !== 'hapi.md');
  expect(pages.sort()).toEqual(PROFILES.map(({ id }) => `${id}.md`).sort());
  for (const { id, name } of PROFILES) expect(page(id)).toContain(`**${name}**`);
});

test.each(PROFILES.map(({ id }) => id))('the entry on the page of %s is one the build takes', (id) => {
  const [, text = ''] = /```json\n([\s\S]*?)```/.exec(page(id)) ?? [];
  const app = { ...shipped.app, baseUrl: 'https://evoke.example/' };
  const site = readSite({ ...shipped, app, allowHttpLoopback: false, ehrs: [JSON.parse(text)] });
  expect(site.ok ? [] : site.error).toEqual([]);
});

test.each(PROFILES.map(({ id }) => id))('the page of %s says that a site may differ from what is published', (id) => {
  expect(page(id)).toMatch(/may\s+permit\s+less|may\s+differ|decided\s+by\s+its\s+policy/);
});
