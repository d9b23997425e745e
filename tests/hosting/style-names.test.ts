// What classes are called in the built page: after their module and their name there (vite.config.ts).
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const modulesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.module.css'))
    .map((path) => basename(path));

test('no two modules of styles have one name, else their classes would collide', () => {
  const names = modulesIn('src');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, place) => names.indexOf(name) < place)).toEqual([]);
});
