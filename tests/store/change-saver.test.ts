// Two windows with one unsent change: the older window saves nothing that it has saved before.

import { signal } from '@preact/signals';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDrafts } from '../../src/drafts/open-drafts.ts';
import type { Binding } from '../../src/interview/visit.ts';
import { type ChangeState, draftOf, type Edit } from '../../src/store/writing/change-edit.ts';
import { createChangeSaver } from '../../src/store/writing/change-saver.ts';
import { fullNote } from '../support/notes.ts';

const BINDING: Binding = { issuer: 'https://ehr.example/r4', patient: 'pat-1', clinician: 'Practitioner/7' };
const AT = { form: 'observation', resourceId: 'o1', version: '1' } as const;
const BASE: Edit['base'] = {
  ...{ kind: 'note', note: fullNote, filed: AT, standing: 'current' },
  ...{ authors: ['Practitioner/7'], ours: true },
};
const adding = (words: string): Edit => ({
  ...{ act: 'add', base: BASE, note: fullNote, words, id: fullNote.id, attempted: false },
});

const typing = (edit: Edit): ChangeState => ({ kind: 'editing', edit });

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const changes = () => openDrafts(BINDING, 8, { iterations: 10 }).changes();

test('an older window that locks does not replace what the newer one saved since', async () => {
  const edit = adding('He rang');
  const older = createChangeSaver(await changes(), signal(typing(edit)));
  await older.flush();
  const newer = await changes();
  await newer.find(AT);
  await newer.keep(draftOf(adding('He rang on Friday')));
  await older.flush();
  expect(await (await changes()).find(AT)).toMatchObject({ words: 'He rang on Friday' });
});

test('a change that was discarded and typed again is saved again', async () => {
  const edit = adding('He rang');
  const saver = createChangeSaver(await changes(), signal(typing(edit)));
  await saver.flush();
  await saver.forget(edit);
  await saver.flush();
  expect(await (await changes()).find(AT)).toMatchObject({ words: 'He rang' });
});

const THERE = { ...AT, resourceId: 'o2' };

/** A change that is saved, and the same one over the version that replaced its note elsewhere. */
async function savedAndMoved() {
  const before = adding('He rang');
  const after: Edit = { ...before, base: { ...BASE, filed: THERE } };
  const state = signal(typing(before));
  const saver = createChangeSaver(await changes(), state);
  await saver.flush();
  state.value = typing(after);
  return { saver, replaces: () => saver.replace(before, after) };
}

test('a change that is taken over to another place is saved there, and leaves nothing behind', async () => {
  const { saver, replaces } = await savedAndMoved();
  await replaces();
  expect(saver.kept.value).toBe('device');
  expect(await (await changes()).find(THERE)).toMatchObject({ words: 'He rang' });
  expect(await (await changes()).find(AT)).toBeUndefined();
});

test('a change that is taken over stays where it was if the device has no room for it at the other place', async () => {
  const { saver, replaces } = await savedAndMoved();
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await replaces();
  full.mockRestore();
  expect(saver.kept.value).toBe('pane');
  expect(await (await changes()).find(AT)).toMatchObject({ words: 'He rang' });
});
