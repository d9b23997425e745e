import { IDBFactory } from 'fake-indexeddb';
import { createStore, entries, set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSettings, type Settings } from '../../src/drafts/settings.ts';

const USUAL: Settings = { letters: 'on', digits: 'on', cues: 'on', keys: 'function' };
const store = () => createStore('evoke-settings', 'settings');

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('the usual settings hold on a new device', async () => {
  expect(await openSettings().load()).toEqual(USUAL);
});

test('a chosen setting is there at the next launch, for any patient', async () => {
  const chosen: Settings = { letters: 'off', digits: 'off', cues: 'off', keys: 'control' };
  expect(await openSettings().save(chosen)).toBe(true);
  expect(await openSettings().load()).toEqual(chosen);
});

test('only the four settings are kept, under one key', async () => {
  await openSettings().save(USUAL);
  expect(await entries(store())).toEqual([['settings', USUAL]]);
});

test.each([
  [
    { letters: 'off', keys: 'chords', later: true },
    { ...USUAL, letters: 'off' },
  ],
  [{ digits: 1 }, USUAL],
  ['off', USUAL],
  [null, USUAL],
])('of %j, what is not known is as usual', async (stored, read) => {
  await set('settings', stored, store());
  expect(await openSettings().load()).toEqual(read);
});

test('where the browser keeps nothing, the usual settings hold and nothing throws', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  expect(await openSettings().load()).toEqual(USUAL);
  expect(await openSettings().save(USUAL)).toBe(false);
});
