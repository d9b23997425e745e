// Unsent changes on the device: sealed, one a note, and nobody else's.

import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { createStore, entries } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeChange, encodeChange } from '../../src/drafts/changes/change-codec.ts';
import { openChangeDrafts } from '../../src/drafts/changes/change-drafts.ts';
import { openDrafts } from '../../src/drafts/open-drafts.ts';
import type { ChangeDraft } from '../../src/drafts/port.ts';
import { deriveDraftKeys } from '../../src/drafts/seal.ts';
import { ACTS } from '../../src/interview/note/note-change.ts';
import type { Binding } from '../../src/interview/visit.ts';
import { readinessNote, words } from '../support/arbitraries.ts';
import { anyBinding, anyInstant, anyNoteId } from '../support/interview-arbitrary.ts';
import { playLocks } from '../support/locks.ts';
import { fullNote } from '../support/notes.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 23, 12);
const BINDING = { issuer: 'https://ehr.example/r4', patient: 'pat-4711', clinician: 'Practitioner/7' };
const AT = { form: 'observation', resourceId: 'o1', version: '1' } as const;
const DRAFT: ChangeDraft = {
  at: AT,
  act: 'add',
  base: fullNote,
  standing: 'current',
  note: fullNote,
  words: 'He rang on Friday',
  id: fullNote.id,
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const keysOf = (binding: Binding) => deriveDraftKeys(binding, 'sub-1', 10, true);
const open = (now = NOON, binding: Binding = BINDING, { ttlHours = 8, release = new AbortController().signal } = {}) =>
  openChangeDrafts({ binding, keys: keysOf(binding), ttlHours, now: () => now, release });
const stored = () => entries<string, object>(createStore('evoke-changes', 'changes'));

const anyDraft: fc.Arbitrary<ChangeDraft> = fc.record(
  {
    at: fc.record({
      form: fc.constantFrom('observation', 'document', 'response'),
      resourceId: fc.constantFrom('1', '2'),
    }),
    act: fc.constantFrom(...ACTS),
    base: readinessNote,
    standing: fc.constantFrom('current', 'amended', 'corrected'),
    note: readinessNote,
    words: fc.string(),
    id: anyNoteId,
    sent: fc.record({
      change: fc.record({ act: fc.constantFrom(...ACTS), at: anyInstant, words }),
      note: readinessNote,
    }),
  },
  { noNullPrototype: true, requiredKeys: ['at', 'act', 'base', 'standing', 'note', 'words', 'id'] },
);

test('any change comes back from the device as it was, and to nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, anyBinding, anyBinding, async (draft, mine, theirs) => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      expect(await open(NOON, mine).keep(draft)).toEqual({
        ok: true,
        value: NOON + 8 * HOUR,
      });
      expect(await open(NOON, mine).find(draft.at)).toEqual(draft);
      if (JSON.stringify(mine) === JSON.stringify(theirs)) return;
      expect(await open(NOON, theirs).find(draft.at)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('without a named user no change is kept, and none is found', async () => {
  const { clinician: _, ...unnamed } = BINDING;
  const drafts = open(NOON, unnamed);
  expect(await drafts.keep(DRAFT)).toEqual({ ok: false, error: { kind: 'unnamed' } });
  expect(await stored()).toEqual([]);
  expect(await drafts.find(AT)).toBeUndefined();
});

test('one note has one record, the last one kept; another note has its own', async () => {
  const drafts = open();
  await drafts.keep(DRAFT);
  await drafts.keep({ ...DRAFT, words: 'He rang on Monday' });
  await drafts.keep({ ...DRAFT, at: { ...AT, resourceId: 'o2' } });
  expect(await stored()).toHaveLength(2);
  const next = open(NOON + 1);
  expect(await next.find(AT)).toMatchObject({ words: 'He rang on Monday' });
  await next.delete(AT);
  expect(await stored()).toHaveLength(1);
  expect(await open().find({ ...AT, resourceId: 'o2' })).toMatchObject({ words: 'He rang on Friday' });
});

test('a change is deleted when its time is over, at any opening of any draft', async () => {
  await open().keep(DRAFT);
  expect(await open(NOON + 8 * HOUR).find(AT)).toBeUndefined();
  const colleague = { ...BINDING, patient: 'pat-2', clinician: 'Practitioner/8' };
  await openDrafts(colleague, 8, { now: () => NOON + 7 * HOUR }).open();
  expect(await stored()).toHaveLength(1);
  await openDrafts(colleague, 8, { now: () => NOON + 9 * HOUR }).open();
  expect(await stored()).toEqual([]);
});

test('a colleague’s launch deletes it only where the site asks for that', async () => {
  const other = { ...BINDING, clinician: 'Practitioner/8' };
  await open().keep(DRAFT);
  await openDrafts(other, 8, { now: () => NOON }).open();
  expect(await stored()).toHaveLength(1);
  await openDrafts(other, 8, { now: () => NOON, shredOnOtherUser: true }).open();
  expect(await stored()).toEqual([]);
});

test('a change kept by an Evoke that did not store the note as it was sent still opens', () => {
  const change = { act: 'add', at: fullNote.signedAt, words: 'He rang on Friday' } as const;
  const kept = { draft: { ...DRAFT, sent: { change, note: fullNote } }, savedAt: NOON };
  const { sentNote: _, ...released } = JSON.parse(encodeChange(kept)) as { readonly sentNote: string };
  expect(decodeChange(JSON.stringify(released))).toEqual(kept);
});

test('nothing is unencrypted on the device', async () => {
  await open().keep(DRAFT);
  const [[, record] = []] = await stored();
  const { bytes, ...rest } = record as { bytes: ArrayBuffer };
  const clear = new TextDecoder().decode(bytes) + JSON.stringify(rest);
  for (const secret of ['Friday', 'Alcohol', 'pat-4711', fullNote.id]) expect(clear).not.toContain(secret);
});

test('where nothing can be kept it says so, and finds nothing', async () => {
  expect(await open(NOON, BINDING, { ttlHours: 0 }).keep(DRAFT)).toEqual({ ok: false, error: { kind: 'site' } });
  vi.stubGlobal('indexedDB', undefined);
  expect(await open().keep(DRAFT)).toEqual({ ok: false, error: { kind: 'storageBlocked' } });
  expect(await open().find(AT)).toBeUndefined();
  await expect(open().delete(AT)).resolves.toBeUndefined();
});

/** Two windows of one browser with the same note open. A lock that another window has is never waited for. */
function twoWindows() {
  const { navigator, closePages } = playLocks();
  vi.stubGlobal('navigator', navigator);
  const neverWait = () => AbortSignal.abort(new DOMException('waited', 'TimeoutError'));
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(neverWait);
  return { one: open(), other: open(NOON + 1), closePages };
}

test('two windows that change one note do not save over each other, and what both typed is found, newest first', async () => {
  const { one, other, closePages } = twoWindows();
  await one.keep({ ...DRAFT, words: 'typed in one window' });
  expect(await other.find(AT)).toBeUndefined();
  await other.keep({ ...DRAFT, words: 'typed in the other' });
  await one.keep({ ...DRAFT, words: 'typed in one window, and more' });
  closePages();
  const next = open(NOON + 2);
  expect(await next.find(AT)).toMatchObject({ words: 'typed in the other' });
  await next.delete(AT);
  expect(await next.find(AT)).toMatchObject({ words: 'typed in one window, and more' });
});

test('a change filed in one window leaves that of another', async () => {
  const { one, other, closePages } = twoWindows();
  await one.keep({ ...DRAFT, words: 'filed' });
  await other.keep({ ...DRAFT, words: 'not filed yet' });
  await one.delete(AT);
  closePages();
  expect(await open(NOON + 2).find(AT)).toMatchObject({ words: 'not filed yet' });
});

test('a window that only asks whether there is a change goes on with its own, and the other one’s stays', async () => {
  const ended = new AbortController();
  const { navigator, closePages } = playLocks();
  vi.stubGlobal('navigator', navigator);
  const [one, other] = [open(), open(NOON + 1, BINDING, { release: ended.signal })];
  expect(await one.has(AT)).toBe(false);
  await one.keep({ ...DRAFT, words: 'typed in one window' });
  await other.keep({ ...DRAFT, words: 'typed in the other' });
  ended.abort();
  expect(await one.has(AT)).toBe(true);
  await one.keep({ ...DRAFT, words: 'typed in one window, and more' });
  closePages();
  const next = open(NOON + 2);
  expect(await next.find(AT)).toMatchObject({ words: 'typed in the other' });
  await next.delete(AT);
  expect(await next.find(AT)).toMatchObject({ words: 'typed in one window, and more' });
});

test('a window whose sign-in ended lets the next one go on with its change, and saves no more over it', async () => {
  const { navigator } = playLocks();
  vi.stubGlobal('navigator', navigator);
  const ended = new AbortController();
  const dying = open(NOON, BINDING, { release: ended.signal });
  await dying.keep(DRAFT);
  ended.abort();
  const next = open(NOON + 1);
  expect(await next.find(AT)).toMatchObject({ words: DRAFT.words });
  await next.keep({ ...DRAFT, words: 'typed in the next window' });
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() =>
    AbortSignal.abort(new DOMException('waited', 'TimeoutError')),
  );
  await dying.keep({ ...DRAFT, words: 'typed in the old window' });
  await dying.delete(AT);
  vi.stubGlobal('navigator', {});
  expect(await open(NOON + 2).find(AT)).toMatchObject({ words: 'typed in the next window' });
});
