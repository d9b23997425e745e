// The draft on the device: after its note was filed, and the attempt that it records.
import { signal } from '@preact/signals';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { entries, createStore as openShelf } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { decodeDraft } from '../../src/drafts/decode-draft.ts';
import { openDrafts } from '../../src/drafts/open-drafts.ts';
import { readInstant, readNoteId } from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import type { Binding } from '../../src/interview/visit.ts';
import { err, ok } from '../../src/lib/result.ts';
import { createInterviewDraft } from '../../src/store/writing/interview-draft.ts';
import { made } from '../support/arbitraries.ts';

const BINDING: Binding = { issuer: 'https://ehr.example/r4', patient: 'pat-1', clinician: 'Practitioner/7' };
const BEGUN = beginInterview(
  made(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')),
  made(readInstant('2026-11-28T10:00:00-05:00')),
);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const stored = async () => (await entries(openShelf('evoke-drafts', 'drafts'))).length;

test('a draft that the device would not delete after filing is deleted when the page is hidden', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  const drafts = openDrafts(BINDING, 8, { iterations: 10 });
  const interview = signal<Interview>(BEGUN);
  const draft = createInterviewDraft(interview, drafts, await drafts.open(), Date.now);
  interview.value = { ...BEGUN, plan: { ...BEGUN.plan, firstStep: 'A walk' } };
  await draft.flush();
  const refusal = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('denied', 'UnknownError');
  });
  await draft.delete();
  expect(await stored()).toBe(1);
  refusal.mockRestore();
  await draft.flush();
  expect(await stored()).toBe(0);
  draft.dispose();
});

test('an undo while a save runs is saved, too', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  const drafts = openDrafts(BINDING, 8, { iterations: 10 });
  const before = { ...BEGUN, plan: { ...BEGUN.plan, firstStep: 'A walk' } };
  const interview = signal<Interview>(before);
  const { keep: save } = drafts;
  const keep = vi.spyOn(drafts, 'keep');
  const draft = createInterviewDraft(interview, drafts, await drafts.open(), Date.now);
  interview.value = { ...before, plan: { ...before.plan, firstStep: 'Undone words' } };
  keep.mockImplementationOnce((...work) => {
    interview.value = before;
    return save(...work);
  });
  await draft.flush();
  await vi.waitFor(() => expect(draft.isBehind.value).toBe(false));
  expect(keep.mock.lastCall?.[0]).toBe(before);
  draft.dispose();
});

test('an attempt of an earlier version, which has no signed text, is recorded again with what is signed now', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  const attempted = { at: '2026-11-28T10:05:00-05:00', forms: ['observation'] };
  const earlier = made(decodeDraft(2, JSON.stringify({ interview: BEGUN, savedAt: 1, attempted })));
  const drafts = openDrafts(BINDING, 8, { iterations: 10 });
  const draft = createInterviewDraft(signal(earlier.interview), drafts, ok({ ...earlier, keptUntil: 9 }), Date.now);
  // A refused press leaves the earlier attempt recorded.
  await draft.markAttempted(draft.attempted());
  draft.dispose();
  expect(draft.attempted()?.signed).toEqual(BEGUN);
});

/** A device on which one draft is open, of which the page that begins now knows nothing. */
async function withOneOpen() {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  const drafts = openDrafts(BINDING, 8, { iterations: 10 });
  await drafts.keep({ ...BEGUN, plan: { ...BEGUN.plan, firstStep: 'A walk' } }, undefined);
  await drafts.open();
  return drafts;
}

test('a page that could not open the draft deletes nothing when it is hidden', async () => {
  const drafts = await withOneOpen();
  const draft = createInterviewDraft(signal<Interview>(BEGUN), drafts, err({ kind: 'storageBlocked' }), Date.now);
  await draft.flush();
  expect(await stored()).toBe(1);
  draft.dispose();
});

test('the attempt of an unchanged note stays recorded when the page is hidden before it is saved', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  const drafts = openDrafts(BINDING, 8, { iterations: 10 });
  const draft = createInterviewDraft(signal<Interview>(BEGUN), drafts, ok(undefined), Date.now);
  const marked = draft.markAttempted({ at: made(readInstant('2026-11-28T10:05:00-05:00')), forms: ['observation'] });
  await Promise.all([marked, draft.flush()]);
  expect(await stored()).toBe(1);
  draft.dispose();
});

test('a draft whose time is over is not called kept any more, until the next change is saved', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = Date.UTC(2026, 10, 28, 16);
  const drafts = openDrafts(BINDING, 8, { iterations: 10, now: () => now });
  const interview = signal<Interview>(BEGUN);
  const draft = createInterviewDraft(interview, drafts, ok({ interview: BEGUN, keptUntil: now + 60_000 }), () => now);
  vi.advanceTimersByTime(10_000);
  expect(draft.draft.value.kind).toBe('kept');
  now += 60_000;
  vi.advanceTimersByTime(10_000);
  expect(draft.draft.value).toEqual({ kind: 'memory-only', why: 'expired' });
  interview.value = { ...BEGUN, plan: { ...BEGUN.plan, firstStep: 'A walk' } };
  await draft.flush();
  expect(draft.draft.value).toEqual({ kind: 'kept', until: now + 8 * 3_600_000 });
  draft.dispose();
  vi.useRealTimers();
});

test('a page that sleeps past the time of its draft and then locks does not call it kept', async () => {
  const drafts = await withOneOpen();
  const draft = createInterviewDraft(signal(BEGUN), drafts, ok({ interview: BEGUN, keptUntil: 1 }), () => 2);
  await draft.flush();
  expect(draft.draft.value).toEqual({ kind: 'memory-only', why: 'expired' });
  draft.dispose();
});
