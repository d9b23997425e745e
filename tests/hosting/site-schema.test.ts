// The published JSON Schema: current, and of one mind with the build about shape.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { SCHEMA_FILE, siteJsonSchema, siteJsonSchemaText } from '../../hosting/site-schema.ts';
import { siteJson } from './sites.ts';

const judge = new Ajv2020({ allErrors: true, strictTypes: false }).compile(siteJsonSchema());
const faults = (site: unknown) => (judge(site) ? [] : (judge.errors ?? []).map(({ instancePath }) => instancePath));

test('the published schema is current (npm run site-schema writes it)', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(siteJsonSchemaText());
});

test('takes the file that ships', () => {
  expect(faults(siteJson())).toEqual([]);
});

test.each([
  ['an unknown key', { color: 'red' }, ''],
  ['a missing key', { app: { baseUrl: 'https://evoke.example/' } }, '/app'],
  ['a lock of an hour', { idleLockMinutes: 60 }, '/idleLockMinutes'],
  ['half an hour of drafts', { draftTtlHours: 0.5 }, '/draftTtlHours'],
  ['no EHR', { ehrs: [] }, '/ehrs'],
  ['a word for a flag', { part2Program: 'no' }, '/part2Program'],
  ['a language without texts', { language: 'fr' }, '/language'],
])('refuses %s, as the build does', (_, over, at) => {
  expect(faults({ ...siteJson(), ...over })).toContain(at);
});

test('every key that a person writes has words', () => {
  const wordless: string[] = [];
  const walk = (schema: unknown, path: string): void => {
    const { properties = {}, items, description, type } = schema as Record<string, never>;
    if (path.split('.').length === 1 && path && type !== 'object' && !description) wordless.push(path);
    for (const [key, each] of Object.entries(properties)) walk(each, path ? `${path}.${key}` : key);
    if (items) walk(items, `${path}.0`);
  };
  walk(siteJsonSchema(), '');
  expect(wordless).toEqual([]);
});
