// Where the site asks for it, a launch deletes drafts of other users. It deletes no draft that may be the user's own.

import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createStore, entries, set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDrafts } from '../../src/drafts/open-drafts.ts';
import { readInstant, readNoteId } from '../../src/interview/ids.ts';
import { beginInterview } from '../../src/interview/interview.ts';
import type { Binding } from '../../src/interview/visit.ts';
import { made } from '../support/arbitraries.ts';
import { playLocks } from '../support/locks.ts';

const BINDING: Binding = { issuer: 'https://ehr.example/r4', patient: 'pat-1', clinician: 'Practitioner/7' };
const COLLEAGUE: Binding = { ...BINDING, clinician: 'Practitioner/8' };
const BEGUN = beginInterview(
  made(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')),
  made(readInstant('2026-11-28T10:00:00-05:00')),
);

let browser: ReturnType<typeof playLocks>;
beforeEach(() => {
  browser = playLocks();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', browser.navigator);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const shelf = () => createStore('evoke-drafts', 'drafts');
const stored = async () => (await entries(shelf())).length;
const launch = (binding: Binding) => openDrafts(binding, 8, { iterations: 10, shredOnOtherUser: true });

/** A draft whose page is closed. */
async function leaves(binding: Binding): Promise<void> {
  await launch(binding).keep(BEGUN, undefined);
  browser.closePages();
}

test('a colleague’s launch deletes what is left', async () => {
  await leaves(BINDING);
  await launch(COLLEAGUE).open();
  expect(await stored()).toBe(0);
});

test('a draft that a panel has open stays', async () => {
  await launch(BINDING).keep(BEGUN, undefined);
  await launch(COLLEAGUE).open();
  expect(await stored()).toBe(1);
});

test.each<[string, Binding]>([
  ['another EHR, where the same clinician has another number', { ...COLLEAGUE, issuer: 'https://ehr.example/other' }],
  ['another tenant', { ...COLLEAGUE, tenant: 'clinic-south' }],
  ['a sign-in that names no clinician', { issuer: BINDING.issuer, patient: BINDING.patient }],
])('a launch from %s deletes nothing', async (_, binding) => {
  await leaves(BINDING);
  await launch(binding).open();
  expect(await stored()).toBe(1);
});

test('only a site that deletes drafts of other users marks whose a draft is', async () => {
  await leaves(BINDING);
  await openDrafts(COLLEAGUE, 8, { iterations: 10 }).keep(BEGUN, undefined);
  const marks = (await entries(shelf())).map(([, record]) => ['owner', 'ehr'].filter((mark) => mark in Object(record)));
  expect(marks.toSorted()).toEqual([[], ['owner', 'ehr']]);
});

test('a record of an earlier version, which does not tell its EHR, stays until its time is over', async () => {
  await leaves(BINDING);
  for (const [id, { ehr: _, ...record }] of await entries<string, { readonly ehr?: unknown }>(shelf()))
    await set(id, record, shelf());
  await launch(COLLEAGUE).open();
  expect(await stored()).toBe(1);
});

test('a device that refuses the deletion still opens the user’s own draft', async () => {
  await leaves(BINDING);
  await leaves(COLLEAGUE);
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('denied', 'UnknownError');
  });
  expect(await launch(BINDING).open()).toMatchObject({ value: { interview: BEGUN } });
});
