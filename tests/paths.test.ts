// The two paths in ARCHITECTURE.md are true. Each file exists and is imported by an earlier one of its path, or
// implements a type that an earlier one names.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImports, resolveImport } from './support/imports.ts';

const PAGE = readFileSync('ARCHITECTURE.md', 'utf8');
const PATHS = [...PAGE.matchAll(/<!-- path: (.+?) -->\n([\s\S]*?)<!-- end of path -->/g)].map(
  ([, name = '', list = '']) => ({ name, files: [...list.matchAll(/`(src\/[^`]+)`/g)].map(([, file = '']) => file) }),
);

/** Files that a file imports, as values, types or on demand. */
const importsOf = (file: string): readonly string[] =>
  readImports(file, readFileSync(file, 'utf8')).flatMap(({ specifier }) =>
    specifier === undefined ? [] : [resolveImport(file, specifier)],
  );

test('both paths are listed and short', () => {
  expect(PATHS.map(({ name }) => name)).toEqual(['from the press to the POST', 'from a search to the last-time card']);
  const [press, card] = PATHS.map(({ files }) => files.length);
  expect(press).toBeLessThanOrEqual(17);
  expect(card).toBeLessThanOrEqual(22);
});

test.each(PATHS)('every step $name follows from an earlier one', ({ files }) => {
  const loose = files.slice(1).filter((file, place) => {
    const earlier = files.slice(0, place + 1);
    const isImported = earlier.some((each) => importsOf(each).includes(file));
    // Across a port, the later file imports the type that the earlier one gives or takes.
    const importsEarlier = importsOf(file).some((each) => earlier.includes(each));
    return !isImported && !importsEarlier;
  });
  expect(loose).toEqual([]);
});
