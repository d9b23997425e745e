// The words for a hospital's IT: every link leads somewhere, every file named exists, every key is explained.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { siteJsonSchema } from '../hosting/site-schema.ts';

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'PRIVACY.md',
  'docs/deploying.md',
  'docs/ehr-integration.md',
  'docs/accessibility-conformance.md',
  'docs/accessibility.md',
  'docs/examples/README.md',
];

test.each(PAGES)('every link of %s leads to a file of this repository', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
  const dead = links.filter((to) => !/^https?:/.test(to) && !existsSync(join(dirname(page), to)));
  expect(dead).toEqual([]);
});

test.each(['SECURITY.md', 'docs/deploying.md', 'docs/accessibility-conformance.md', 'docs/accessibility.md'])(
  'every file that %s names exists',
  (page) => {
    const named = [...readFileSync(page, 'utf8').matchAll(/`((?:src|tests|hosting|scripts|mocks)\/[\w./-]+)`/g)];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  },
);

test('SECURITY.md names a test beside every threat', () => {
  const rows = readFileSync('SECURITY.md', 'utf8').match(/^\| (?:T\d+)? \|.*\|$/gm) ?? [];
  expect(rows.length).toBeGreaterThan(13);
  expect(rows.filter((row) => !/\| [^|]*(?:test|`hostile-launch`|`nothing-left`)[^|]*\|$/.test(row))).toEqual([]);
});

/** Every key that holds a value of its own, or a list. */
function keysOf(schema: unknown, at = ''): readonly string[] {
  const { properties = {}, items } = schema as { readonly properties?: object; readonly items?: unknown };
  const own = Object.entries(properties).flatMap(([key, each]) => keysOf(each, key));
  if (items !== undefined) return [...new Set([at, ...keysOf(items, at)])];
  return own.length > 0 ? own : [at];
}

test('docs/deploying.md explains every key of the configuration', () => {
  const page = readFileSync('docs/deploying.md', 'utf8');
  const explained = ['system', 'display', 'en', 'es', 'Observation', 'DocumentReference', 'QuestionnaireResponse'];
  const missing = keysOf(siteJsonSchema()).filter(
    (key) => !explained.includes(key) && !new RegExp(`[\`.]${key.replace('$', '\\$')}\``).test(page),
  );
  expect([...new Set(missing)]).toEqual([]);
});
