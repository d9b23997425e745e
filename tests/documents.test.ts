// The words for a hospital's IT: every link leads somewhere, every file named exists, every key is explained.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { siteJsonSchema } from '../hosting/site-schema.ts';
import { fetchMessage } from '../src/ui/messages/fault-messages.ts';
import { launchMessage } from '../src/ui/messages/launch-messages.ts';

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'PRIVACY.md',
  'docs/deploying.md',
  'docs/ehr-integration.md',
  'docs/when-something-does-not-work.md',
  'docs/accessibility-conformance.md',
  'docs/accessibility.md',
  'docs/examples/README.md',
  'docs/decisions/README.md',
  'docs/learn/writing-a-case.md',
];

test.each(PAGES)('every link of %s leads to a file of this repository', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
  const dead = links.filter((to) => !/^https?:/.test(to) && !existsSync(join(dirname(page), to)));
  expect(dead).toEqual([]);
});

test.each([
  'SECURITY.md',
  'ARCHITECTURE.md',
  'docs/deploying.md',
  'docs/accessibility-conformance.md',
  'docs/accessibility.md',
])('every file that %s names exists', (page) => {
  const named = [...readFileSync(page, 'utf8').matchAll(/`((?:src|tests|hosting|scripts|mocks)\/[\w./-]+)`/g)];
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
});

test('every file that ARCHITECTURE.md names by its folder in src exists', () => {
  const named = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/`((?:\w+-?)+\/[\w./-]+\.tsx?)`/g)];
  const paths = named.map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(path) && !existsSync(join('src', path)))).toEqual([]);
});

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

const TROUBLE = readFileSync('docs/when-something-does-not-work.md', 'utf8');
const quoted = [...TROUBLE.matchAll(/^\| "([^"]+)"/gm)].map(([, seen = '']) => seen);
const straight = (text: string): string => text.replaceAll('’', "'");

test('the page about faults quotes messages as the interface has them', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const source = straight(
    [...files.map((name) => `src/${name}`), 'launch.html'].map((f) => readFileSync(f, 'utf8')).join(),
  );
  expect(quoted.length).toBeGreaterThan(20);
  expect(quoted.filter((words) => !source.includes(straight(words)))).toEqual([]);
});

test('the page about faults has every refusal of a launch that waiting does not mend', () => {
  const rows = [
    ...(['badSiteConfiguration', 'unknownEhr', 'storageBlocked', 'discoveryFailed', 'notSmart'] as const),
    ...(['weakServer', 'foreignEndpoint', 'staleState', 'exchangeFailed', 'missingScope'] as const),
    ...(['wrongTenant', 'badIdToken', 'wrongClock', 'notAClinician', 'insecurePage', 'otherAddress'] as const),
  ];
  const messages = [
    ...rows.map((kind) => launchMessage(kind === 'storageBlocked' ? { kind, newWindow: '' } : { kind })),
    launchMessage({ kind: 'refusedByEhr', code: 'invalid_scope' }),
    fetchMessage({ kind: 'moved' }, 'device'),
    fetchMessage({ kind: 'sessionEnded' }, 'device'),
  ];
  const missing = messages.filter(
    ({ happened }) => !quoted.some((words) => straight(happened).startsWith(straight(words))),
  );
  expect(missing).toEqual([]);
});
