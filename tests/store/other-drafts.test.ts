// @vitest-environment happy-dom
// Another draft of the visit is opened: first everything typed is saved, on a slow device too.

import { expect, test, vi } from 'vitest';
import type { Interview } from '../../src/interview/interview.ts';
import { ok } from '../../src/lib/result.ts';
import { createChangeEditor } from '../../src/store/writing/change-editor.ts';
import { fullNote } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

/** A panel over a device that saves when told to. */
function onSlowDevice() {
  const saves: { readonly interview: Interview; readonly done: () => void }[] = [];
  const opened = vi.fn(async () => undefined);
  const { store, waits } = openPanel({
    policy: { idleLockMinutes: 5 },
    drafts: {
      keep: (interview) => new Promise((resolve) => saves.push({ interview, done: () => resolve(ok(1)) })),
    },
    onOpenDraft: opened,
  });
  const types = (text: string): void => store.dispatch({ kind: 'goal-typed', text });
  /** Waits for that save, types during it, and lets it end. */
  const savesWhile = async (nth: number, work: () => void): Promise<void> => {
    await vi.waitFor(() => expect(saves).toHaveLength(nth));
    work();
    saves[nth - 1]?.done();
  };
  return { store, waits, opened, types, savesWhile, saved: () => saves.map(({ interview }) => interview.focus.goal) };
}

test('text typed while the device saves is saved, too, before another draft opens', async () => {
  const { store, opened, types, savesWhile, saved } = onSlowDevice();
  types('one');
  const opening = store.otherDrafts.open('other');
  await savesWhile(1, () => types('one two'));
  await savesWhile(2, () => types('one two three'));
  expect(opened).not.toHaveBeenCalled();
  await savesWhile(3, () => undefined);
  await opening;
  expect(saved()).toEqual(['one', 'one two', 'one two three']);
  expect(opened).toHaveBeenCalledExactlyOnceWith('other');
});

test('a second press while the first one is at work opens nothing more', async () => {
  const { store, opened, types, savesWhile } = onSlowDevice();
  types('one');
  const both = [store.otherDrafts.open('other'), store.otherDrafts.open('other')];
  await savesWhile(1, () => undefined);
  await Promise.all(both);
  expect(opened).toHaveBeenCalledOnce();
});

test('a panel that locks while the device saves opens no other draft', async () => {
  const { store, waits, opened, types, savesWhile } = onSlowDevice();
  types('one');
  const opening = store.otherDrafts.open('other');
  await savesWhile(1, () => {
    waits(6);
    store.idleLock.checkNow();
  });
  await opening;
  expect(store.idleLock.state.value.kind).toBe('locked');
  expect(opened).not.toHaveBeenCalled();
});

const UPDATE = { kind: 'update', confirmed: true } as const;

/** A panel with an addition to a filed note begun. `device` is what the device holds of it. */
async function withAddition() {
  const opened = vi.fn(async () => undefined);
  const device = new Set<string>();
  const { store } = openPanel({
    ehr: { changeRights: async () => ({ change: UPDATE, retract: UPDATE }) },
    drafts: {
      changes: async () => ({
        keep: async ({ words }) => {
          device.clear();
          device.add(words);
          return ok(1);
        },
        has: async () => false,
        find: async () => undefined,
        delete: async () => device.clear(),
      }),
    },
    onOpenDraft: opened,
  });
  const filed = { form: 'observation', resourceId: 'o1', version: '1' } as const;
  const entry = { kind: 'note', note: fullNote, filed, standing: 'current', authors: [], ours: true } as const;
  const changing = store.changes.of(entry, createChangeEditor);
  await changing.see(entry);
  changing.begin('add');
  return { store, opened, changing, device };
}

test('a letter that is taken back right before the form closes does not keep another draft from opening', async () => {
  const { store, opened, changing } = await withAddition();
  changing.say('H');
  changing.say('');
  changing.close();
  await store.otherDrafts.open('other');
  expect(opened).toHaveBeenCalledExactlyOnceWith('other');
});

test('a letter that was saved and is taken back before the form closes is on the device no more', async () => {
  const { changing, device } = await withAddition();
  changing.say('H');
  await changing.flush();
  expect([...device]).toEqual(['H']);
  changing.say('');
  changing.close();
  await changing.flush();
  expect([...device]).toEqual([]);
});
