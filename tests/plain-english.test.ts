// Holds the English of the project to docs/design/plain-english.md. Counts per folder may only fall.

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { britishNames, type Fault, faultsOf } from './support/plain-english.ts';
import { ALLOWED } from './support/plain-english-allowance.ts';
import { PROJECT } from './support/source-files.ts';
import { commentsOf, paragraphsOf, stringsOf, writtenTexts } from './support/written-texts.ts';

const FOLDERS = ['docs', 'fhir', 'hosting', 'kit', 'mocks', 'scripts', 'servers', 'src', 'tests'];

/** Pages that a program makes from labels and displays, which keep their words. */
const GENERATED = /^docs\/(?:content|fhir\/elements-[\w-]+)\.md$/;

const isRead = (path: string): boolean =>
  /\.(?:tsx?|mjs|js|md)$/.test(path) &&
  !/(?:^|\/)(?:node_modules|target|generated)\//.test(path) &&
  !GENERATED.test(path);

const FILES = [
  ...readdirSync(PROJECT),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(sep).join('/')}`,
    ),
  ),
].filter(isRead);

/** The folder that has an allowance: two levels of docs, src and tests, else one. */
function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/').slice(0, -1);
  return second && /^(?:docs|src|tests)$/.test(first) ? `${first}/${second}` : first || '.';
}

const FAULTS = FILES.flatMap((path) => writtenTexts(path).flatMap(faultsOf));
const KINDS = ['idiom', 'spelling', 'semicolon', 'long sentence'] as const;
const line = ({ path, line: at, what, say }: Fault) => `${path}:${at}: "${what}"; write ${say}`;

test('the files are read', () => {
  expect(FILES.length).toBeGreaterThan(500);
});

test.each([...new Set(FILES.map(folderOf))].sort())('%s is in plain English', (folder) => {
  const over = KINDS.flatMap((kind) => {
    const found = FAULTS.filter((fault) => fault.kind === kind && folderOf(fault.path) === folder);
    return found.length > (ALLOWED[folder]?.[kind] ?? 0) ? found.map(line) : [];
  });
  expect(over).toEqual([]);
});

test('names in code have the American spelling', () => {
  const code = FILES.filter((path) => !path.endsWith('.md'));
  const found = code.flatMap((path) =>
    britishNames(path, readFileSync(join(PROJECT, path), 'utf8')).map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['const colourOf = 1;', 'colourOf'],
  ['interface SiteBehaviour { readonly a: 1 }', 'SiteBehaviour'],
  ['const RAW_COLOUR = 1;', 'RAW_COLOUR'],
])('the British name in %j is found', (code, name) => {
  expect(britishNames('a.ts', code)).toEqual([name]);
});

const inComment = (code: string) => commentsOf('a.ts', code).flatMap(faultsOf);

test.each([
  ['// The row stands in the list.', 'stands'],
  ['// The key is read\n// anew.', 'anew'],
  ['/** The name, undefined where the chart has\n * none. */', 'undefined where'],
  ['// A key that is none is ignored.', 'is none'],
  ['// The launch did not hold.', 'did not hold'],
  ['// One picture later the row is drawn.', 'One picture later'],
  ['// Of a mark that is gone, nothing.', 'Of a mark that is gone,'],
  ['// This is no launch.', 'is no launch'],
  ['// The colour of a button.', 'colour'],
  ['const a = 1; // First this; then that.', ';'],
  [`// ${'word '.repeat(26)}`, '26 words from "word word word word word word"'],
])('the fault planted in %j is found', (code, what) => {
  expect(inComment(code).map((fault) => fault.what)).toEqual([what]);
});

test.each([
  '// A list is returned if there is none of that kind.',
  '// DARN stands for desire, ability, reason and need. This is a stand-in.',
  '// There is no longer a draft. It is no more than a guess.',
  '// Change talk and sustain talk, and `stands` as code.',
  "const a = '// the row stands here; anew';",
  '// biome-ignore lint/a/b: a; b',
  `// ${'word '.repeat(20)}ends. ${'Word '.repeat(20)}`,
])('no fault is found in %j', (code) => {
  expect(inComment(code)).toEqual([]);
});

test('a fault has the line at which it is written', () => {
  expect(inComment('const a = 1;\n// One line.\n// The row stands here.')[0]).toMatchObject({
    line: 3,
    say: /appears/,
  });
});

test('interface text, test titles and pages are read, code in them is not', () => {
  const shown = stringsOf('a.tsx', 'const a = <p>The talk is over</p>;', 'string');
  const titles = stringsOf('a.test.ts', "test.each(A)('reads it anew', () => f('the talk here'));", 'title');
  const page = paragraphsOf('a.md', '| a `stands` | anew |\n\n```\nthe talk\n```\n\nThe row\nstands.');
  expect([shown, titles, page].map((texts) => texts.flatMap(faultsOf).map(({ what }) => what))).toEqual([
    ['The talk'],
    ['anew'],
    ['anew', 'stands'],
  ]);
});
