// A name that src exports means one thing. A component may share its name with the type that it draws.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseModule } from './support/imports.ts';

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => `src/${path.replaceAll('\\', '/')}`);

/** Names that a file declares and exports. One that it passes on has its home elsewhere. */
const namesIn = (file: string): readonly string[] =>
  parseModule(file, readFileSync(file, 'utf8')).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName: { name } }) => (moduleRequest || name === null ? [] : name)),
  );

const isComponentOf = (name: string, file: string): boolean => file.endsWith(`/${name}.tsx`);

test('no two files export the same name, except a component and what it draws', () => {
  const homes = new Map<string, string[]>();
  for (const file of FILES)
    for (const name of new Set(namesIn(file))) homes.set(name, [...(homes.get(name) ?? []), file]);
  const shared = [...homes].filter(
    ([name, files]) => files.filter((file) => !isComponentOf(name, file)).length > 1 || files.length > 2,
  );
  expect(shared.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
});
