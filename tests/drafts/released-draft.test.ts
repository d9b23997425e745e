// A panel releases its draft: when its sign-in ended while the page stays open, and when it asks for another draft.

import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createStore, entries, set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDrafts, purgeExpired } from '../../src/drafts/open-drafts.ts';
import { readInstant, readNoteId } from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import type { Binding } from '../../src/interview/visit.ts';
import { made } from '../support/arbitraries.ts';
import { playLocks } from '../support/locks.ts';

const BINDING: Binding = { issuer: 'https://ehr.example/r4', patient: 'pat-1', clinician: 'Practitioner/7' };
const BEGUN = beginInterview(
  made(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')),
  made(readInstant('2026-11-28T10:00:00-05:00')),
);
const NOON = Date.UTC(2026, 10, 28, 12);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', playLocks().navigator);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const saying = (loose: string): Interview => ({ ...BEGUN, evoke: { ...BEGUN.evoke, loose } });
const stored = () => entries(createStore('evoke-drafts', 'drafts'));
const panel = (minute: number, release?: AbortSignal) =>
  openDrafts(BINDING, 8, { iterations: 10, now: () => NOON + minute * 60_000, ...(release && { release }) });

/** What a panel finds after every page was closed. */
async function leftOnDevice() {
  vi.stubGlobal('navigator', {});
  return panel(9).open();
}

/** A panel with a draft, whose sign-in ends on call. */
async function dying() {
  const ended = new AbortController();
  const drafts = panel(0, ended.signal);
  await drafts.keep(saying('before'), undefined);
  return { drafts, ends: () => ended.abort() };
}

test('a save that is under way when the sign-in ends is in the draft that the next panel opens', async () => {
  const { drafts, ends } = await dying();
  const saving = drafts.keep(saying('the last words'), undefined);
  ends();
  expect(await panel(1).open()).toMatchObject({ value: { interview: saying('the last words') } });
  await saving;
  expect(await stored()).toHaveLength(1);
});

test('the panel goes on writing to its own draft while nobody took it', async () => {
  const { drafts, ends } = await dying();
  ends();
  await drafts.keep(saying('after'), undefined);
  expect(await stored()).toHaveLength(1);
});

test('discarding there deletes nothing that the next panel has open', async () => {
  const { drafts, ends } = await dying();
  ends();
  const next = panel(1);
  await next.open();
  await next.keep(saying('typed in the next panel'), undefined);
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('waited', 'TimeoutError')));
  await drafts.delete();
  expect(await leftOnDevice()).toMatchObject({ value: { interview: saying('typed in the next panel') } });
});

test('discarding there deletes a draft that nobody took', async () => {
  const { drafts, ends } = await dying();
  ends();
  await drafts.delete();
  expect(await leftOnDevice()).toEqual({ ok: true, value: undefined });
});

test('a draft stays as it was when the panel asks for another one and the device then reads nothing', async () => {
  await panel(0).keep(saying('for my kids'), undefined);
  vi.stubGlobal('navigator', playLocks().navigator);
  const [before] = await stored();
  const drafts = panel(1);
  expect(await drafts.open()).toMatchObject({ value: { interview: saying('for my kids') } });
  const blocked = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('gone', 'UnknownError');
  });
  expect(await drafts.open('another')).toEqual({ ok: false, error: { kind: 'storageBlocked' } });
  blocked.mockRestore();
  await drafts.keep(saying('a new conversation'), undefined);
  await drafts.delete();
  expect(await stored()).toEqual([before]);
});

test('a draft that its panel saves again while another page deletes what has expired is not deleted', async () => {
  vi.stubGlobal('navigator', {});
  let now = NOON;
  const drafts = openDrafts(BINDING, 8, { iterations: 10, now: () => now });
  await drafts.keep(saying('before'), undefined);
  // Others that expired keep the other page busy.
  const [[, record] = []] = await stored();
  for (let nth = 0; nth < 50; nth += 1) await set(`!${nth}`, record, createStore('evoke-drafts', 'drafts'));
  now += 8 * 3_600_000;
  await Promise.all([purgeExpired(now), drafts.keep(saying('after'), undefined)]);
  expect(await stored()).toHaveLength(1);
});
