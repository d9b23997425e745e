// Every document that a comment cites can be opened: the file is in this repository, and it has the heading that is named.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './support/source-files.ts';

const FILES = sourceFiles('src', 'mocks', 'hosting', 'scripts', 'tests', 'kit');

const headingsOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#{1,4} (.+)$/gm)].map(([, heading = '']) => heading.trim());

/** The Markdown files that a text names, without links of the web and patterns. */
const namedPages = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w/.*-])((?:[\w-]+\/)*[\w.-]+\.md)\b/g)].map(([, page = '']) => page);

/** Citations: a page under docs, a comma, then one or two quoted headings. */
const citedHeadings = (text: string): readonly (readonly [page: string, heading: string])[] =>
  [...text.matchAll(/(docs\/[\w/-]+\.md), ("[^"\n]+"(?: and "[^"\n]+")?)/g)].flatMap(([, page = '', quoted = '']) =>
    [...quoted.matchAll(/"([^"]+)"/g)].map(([, heading = '']): [string, string] => [page, heading]),
  );

/** The comments of one file. A page that a program writes or serves does not count as a citation. */
const commentsOf = (code: string): string =>
  [...code.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm)].map(([comment]) => comment).join('\n');

const COMMENTS = FILES.map(({ path, code }) => ({ path, comments: commentsOf(code) }));

test('the design pages are cited at all', () => {
  expect(COMMENTS.flatMap(({ comments }) => citedHeadings(comments)).length).toBeGreaterThan(40);
});

test('every Markdown page that a comment names is a file of this repository', () => {
  const missing = COMMENTS.flatMap(({ path, comments }) =>
    namedPages(comments)
      .filter((page) => !existsSync(page) && !existsSync(`docs/${page}`))
      .map((page) => `${path}: ${page}`),
  );
  expect(missing).toEqual([]);
});

test('every heading that a comment cites is on its page', () => {
  const missing = COMMENTS.flatMap(({ path, comments }) =>
    citedHeadings(comments)
      .filter(([page, heading]) => existsSync(page) && !headingsOf(page).includes(heading))
      .map(([page, heading]) => `${path}: ${page}, "${heading}"`),
  );
  expect(missing).toEqual([]);
});

test('no comment cites a numbered section of a Markdown page', () => {
  const numbered = COMMENTS.flatMap(({ path, comments }) =>
    [...comments.matchAll(/[\w-]+\.md,? (?:sections? )?\d[\d.]*/g)].map(([cited]) => `${path}: ${cited}`),
  );
  expect(numbered).toEqual([]);
});
