// @vitest-environment happy-dom
// A list of earlier notes that is read again undoes nothing that this page wrote and read back.

import { expect, test } from 'vitest';
import type { FiledAt, HistoryEntry, NotesFound, Shortfall } from '../../src/interview/history/history.ts';
import { mergeNotes } from '../../src/interview/history/merge-notes.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { ok } from '../../src/lib/result.ts';
import { lastEntry, lastNote } from '../../src/store/history/chart.ts';
import { FILED_NOTE } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

const NOTE: NoteEntry = { ...FILED_NOTE, filed: { form: 'observation', resourceId: 'o1', version: '1' } };
const RETRACTED: NoteEntry = { ...NOTE, filed: { ...NOTE.filed, version: '2' }, standing: 'retracted' };
const FAILED = { kind: 'failed' } as const;

/** The chart of a panel whose search fails in part and finds these entries, one list after the other. */
async function chartWith(...lists: readonly (readonly HistoryEntry[])[]) {
  const shortfalls: readonly Shortfall[] = ['search-failed'];
  let reads = 0;
  const next = (): NotesFound => {
    const entries = lists[Math.min(reads, lists.length - 1)] ?? [];
    reads += 1;
    return { entries, shortfalls, otherPatients: 0 };
  };
  const { store } = openPanel({
    ehr: {
      listNotes: async () => ok(next()),
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

const at = (version: string | undefined, standing: NoteEntry['standing']): NoteEntry => ({
  ...NOTE,
  filed: { ...NOTE.filed, version },
  standing,
});

test.each([
  ['numbers', '1', '2', '3'],
  ['opaque', 'f3', '0a', '7c'],
])('a note that somebody else changed after this page did is shown as they left it: %s', async (_, ...versions) => {
  const [first, ours, theirs] = versions;
  const chart = await chartWith([at(first, 'current')], [at(theirs, 'retracted')]);
  const corrected = at(ours, 'corrected');
  chart.rewrite(() => [corrected], corrected);
  await chart.retry();
  expect(lastNote(chart.history.value)).toBeUndefined();
});

test.each([
  ['opaque', 'f3', '0a'],
  ['none', undefined, undefined],
])('a retraction outlives a search that is behind, with versions that are: %s', async (_, first, ours) => {
  const chart = await chartWith([at(first, 'current')]);
  const gone = at(ours, 'retracted');
  chart.rewrite(() => [gone], gone);
  await chart.retry();
  expect(lastNote(chart.history.value)).toBeUndefined();
});

const DOCUMENT: FiledAt = { form: 'document', resourceId: 'd1', version: '1' };

test('a note filed here in two forms, and retracted in the chart since, does not come back', async () => {
  const gone = { ...NOTE, standing: 'retracted' } as const;
  const places = [
    { ...gone, filed: { ...NOTE.filed, version: '2' } },
    { ...gone, filed: { ...DOCUMENT, version: '2' } },
  ];
  const chart = await chartWith([], mergeNotes(places));
  chart.prepend(NOTE);
  chart.prepend({ ...NOTE, filed: DOCUMENT });
  await chart.retry();
  expect(lastNote(chart.history.value)).toBeUndefined();
});

test.each([
  ['the note', '2'],
  ['neither', '1'],
])('a document that a correction here made is not forgotten, although the search shows %s', async (_, shown) => {
  const [newer, older] = [{ ...DOCUMENT, resourceId: 'd2' }, DOCUMENT];
  const found = { ...at(shown, shown === '1' ? 'current' : 'corrected'), alsoFiled: [older] };
  const chart = await chartWith([{ ...NOTE, alsoFiled: [older] }], [found]);
  const replaces = { documents: [older.resourceId] };
  const corrected = { ...at('2', 'corrected'), alsoFiled: [newer, older], replaces };
  chart.rewrite(() => [corrected], corrected);
  await chart.retry();
  expect(lastEntry(chart.history.value)).toMatchObject({ standing: 'corrected', alsoFiled: [older, newer], replaces });
});
