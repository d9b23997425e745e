// A search that never ends is read to its twentieth page and not to its twenty-first.

import { expect, test } from 'vitest';
import { readPages } from '../../src/ehr/server/bundle-pages.ts';
import { ok } from '../../src/lib/result.ts';

const BASE = 'https://ehr.example/fhir';

/** A server whose every page, up to the last, names another one. */
function serves(last: number) {
  const asked: string[] = [];
  const fetchOne: Parameters<typeof readPages>[1] = async ({ path }) => {
    asked.push(path);
    const nth = asked.length;
    const link = nth < last ? [{ relation: 'next', url: `${BASE}/Observation?page=${nth + 1}` }] : [];
    const entry = [{ resource: { resourceType: 'Observation', id: `o${nth}` } }];
    return ok({ status: 200, resource: { resourceType: 'Bundle', type: 'searchset', link, entry } });
  };
  const read = () => readPages(BASE, fetchOne, 'Observation?patient=pat', new AbortController().signal);
  return { asked, read };
}

test.each([
  [3, 3, []],
  [20, 20, []],
  [21, 20, ['cut-short']],
  [Number.POSITIVE_INFINITY, 20, ['cut-short']],
])('of %s pages %s are read, and a list that was cut says so', async (last, read, shortfalls) => {
  const server = serves(last);
  const found = await server.read();
  expect(server.asked).toHaveLength(read);
  expect(found).toMatchObject({ ok: true, value: { shortfalls } });
  expect(found.ok && found.value.resources).toHaveLength(read);
});
