// The paths in ARCHITECTURE.md are true, and so are the files of a ruler. Each file exists and is imported by an earlier one of its path, or is behind
// the port and imports what it implements or reads.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULERS } from '../src/interview/ruler.ts';
import { readImports, resolveImport } from './support/imports.ts';
import { sourceFiles } from './support/source-files.ts';

const PAGE = readFileSync('ARCHITECTURE.md', 'utf8');
const PATHS = [...PAGE.matchAll(/<!-- path: (.+?) -->\n([\s\S]*?)<!-- end of path -->/g)].map(
  ([, name = '', list = '']) => ({ name, files: [...list.matchAll(/`(src\/[^`]+)`/g)].map(([, file = '']) => file) }),
);

/** Files that a file imports, as values, types or on demand. */
const importsOf = (file: string): readonly string[] =>
  readImports(file, readFileSync(file, 'utf8')).flatMap(({ specifier }) =>
    specifier === undefined ? [] : [resolveImport(file, specifier)],
  );

test('the paths are listed and short', () => {
  expect(PATHS.map(({ name }) => name)).toEqual([
    'from the press to the POST',
    'from the response to the filed page',
    'from a search to the last-time card',
  ]);
  const [press, , card] = PATHS.map(({ files }) => files.length);
  expect(press).toBeLessThanOrEqual(17);
  expect(card).toBeLessThanOrEqual(22);
});

test.each(PATHS)('every step $name follows from an earlier one', ({ files }) => {
  const port = files.indexOf('src/ehr/port.ts');
  const loose = files.slice(1).filter((file, place) => {
    const earlier = files.slice(0, place + 1);
    const isImported = earlier.some((each) => importsOf(each).includes(file));
    // What is behind a port imports it, whether it implements the type or reads what the type gives.
    const importsPort = importsOf(file).some((each) => earlier.indexOf(each) >= port && earlier.includes(each));
    return !isImported && !importsPort;
  });
  expect(loose).toEqual([]);
});

test('a ruler is added in five files, those that the page lists', () => {
  const [, row = ''] = /^\| a ruler \|(.*)$/m.exec(PAGE) ?? [];
  const isKey = (code: string, name: string): boolean => new RegExp(`^[^/*]*(?:'${name}'|\\b${name}:)`, 'm').test(code);
  const files = sourceFiles('src')
    .filter(({ path, code }) => !path.startsWith('src/learn/cases/') && RULERS.every((name) => isKey(code, name)))
    .map(({ path }) => path);
  expect(files).toHaveLength(5);
  expect([...row.matchAll(/`(src\/[^`]+\.ts)`/g)].map(([, file]) => file).toSorted()).toEqual(files.toSorted());
});
