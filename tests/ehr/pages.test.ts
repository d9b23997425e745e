// The pages of a search: which links are followed, how many, and what a missing page leaves.

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

/** What is read when the first page is this, and every later one holds nothing more. */
async function readFrom(first: object) {
  const asked: string[] = [];
  const fetchOne: Parameters<typeof readPages>[1] = async ({ path }) => {
    asked.push(path);
    const page = asked.length === 1 ? first : {};
    return ok({ status: 200, resource: { resourceType: 'Bundle', type: 'searchset', ...page } });
  };
  const found = await readPages(BASE, fetchOne, 'Observation?patient=pat', new AbortController().signal);
  return { asked, shortfalls: found.ok ? found.value.shortfalls : [found.error.kind] };
}

test('follows a next link that begins at the host', async () => {
  const { asked, shortfalls } = await readFrom({ link: [{ relation: 'next', url: '/fhir/Observation?p=2' }] });
  expect(asked[1]).toBe(`${BASE}/Observation?p=2`);
  expect(shortfalls).toEqual([]);
});

test('follows over https the next link of a server that does not know it is reached so', async () => {
  const { asked, shortfalls } = await readFrom({
    link: [{ relation: 'next', url: `${BASE.replace('https:', 'http:')}/Observation?p=2` }],
  });
  expect(asked[1]).toBe(`${BASE}/Observation?p=2`);
  expect(shortfalls).toEqual([]);
});

test.each(['/other/Observation?p=2', '/fhir/../x?p=2'])('does not follow the next link %s', async (url) => {
  const { asked, shortfalls } = await readFrom({ link: [{ relation: 'next', url }] });
  expect(asked).toHaveLength(1);
  expect(shortfalls).toEqual(['cut-short']);
});

test.each(['//evil.example/fhir/x', '/\\evil.example/fhir/x'])('never leaves the base for %j', async (url) => {
  const { asked } = await readFrom({ link: [{ relation: 'next', url }] });
  expect(asked.slice(1).filter((one) => !one.startsWith(`${BASE}/`))).toEqual([]);
});

test('says that a list is short when the server counted more than it gave', async () => {
  const entry = [{ resource: { resourceType: 'Observation', id: 'o1' } }];
  expect((await readFrom({ total: 60, entry })).shortfalls).toEqual(['cut-short']);
  expect((await readFrom({ total: 1, entry })).shortfalls).toEqual([]);
});

test.each([
  [[], { coding: [{ code: '4122' }], text: 'An unknown parameter was ignored.' }],
  [[], { coding: [{ code: '4101' }], text: 'No results.' }],
  [[], { text: 'Unsupported parameter _sort' }],
  [['general-warning'], { coding: [{ code: '4119' }], text: 'Additional data may exist.' }],
  [['server-warning'], { text: '4119 entries were left out.' }],
  [['server-warning'], { coding: [{ code: '59204' }], text: 'The client is not authorized for a sub-resource.' }],
])('doubts the list with %j when the server warns %j', async (shortfalls, details) => {
  const issue = [{ severity: 'warning', code: 'processing', details }];
  const entry = [{ resource: { resourceType: 'OperationOutcome', issue } }];
  expect((await readFrom({ total: 0, entry })).shortfalls).toEqual(shortfalls);
});

test('a later page with more entries than a call may have arguments is read and cut', async () => {
  const entry = Array.from({ length: 300_000 }, () => ({ resource: { resourceType: 'Observation', id: 'o' } }));
  const pages = [{ link: [{ relation: 'next', url: `${BASE}/Observation?page=2` }] }, { entry }];
  const fetchOne: Parameters<typeof readPages>[1] = async () =>
    ok({ status: 200, resource: { resourceType: 'Bundle', type: 'searchset', ...pages.shift() } });
  const found = await readPages(BASE, fetchOne, 'Observation?patient=pat', new AbortController().signal);
  expect(found.ok && found.value.resources).toHaveLength(2_000);
});
