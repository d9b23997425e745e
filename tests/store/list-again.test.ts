// @vitest-environment happy-dom
// A list of earlier notes that is read again undoes nothing that this page wrote and read back.

import { expect, test } from 'vitest';
import type { HistoryEntry, NotesFound, Shortfall } from '../../src/interview/history/history.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { ok } from '../../src/lib/result.ts';
import { lastNote } from '../../src/store/history/chart.ts';
import { FILED_NOTE } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

const NOTE: NoteEntry = { ...FILED_NOTE, filed: { form: 'observation', resourceId: 'o1', version: '1' } };
const RETRACTED: NoteEntry = { ...NOTE, filed: { ...NOTE.filed, version: '2' }, standing: 'retracted' };
const FAILED = { kind: 'failed' } as const;

/** The chart of a panel whose search fails in part and always finds these entries. */
async function chartWith(entries: readonly HistoryEntry[]) {
  const shortfalls: readonly Shortfall[] = ['search-failed'];
  const found: NotesFound = { entries, shortfalls, otherPatients: 0 };
  const { store } = openPanel({
    ehr: {
      listNotes: async () => ok(found),
      readContext: async () => ({ conditions: FAILED, medicines: FAILED, measures: FAILED, otherPatients: 0 }),
    },
  });
  await store.begin();
  return store.chart;
}

test('a note filed and retracted here stays retracted, although no search finds it', async () => {
  const chart = await chartWith([]);
  chart.prepend(NOTE);
  chart.rewrite(() => [RETRACTED], RETRACTED);
  await chart.retry();
  expect(lastNote(chart.history.value)).toBeUndefined();
});

test('an earlier note retracted here stays retracted, although the search still finds its first version', async () => {
  const chart = await chartWith([NOTE]);
  chart.rewrite(() => [RETRACTED], RETRACTED);
  await chart.retry();
  expect(lastNote(chart.history.value)).toBeUndefined();
});

test('a note that somebody else changed after this page did is shown as they left it', async () => {
  const chart = await chartWith([{ ...NOTE, filed: { ...NOTE.filed, version: '3' }, standing: 'corrected' }]);
  chart.rewrite(() => [RETRACTED], RETRACTED);
  await chart.retry();
  expect(lastNote(chart.history.value)).toBeDefined();
});
