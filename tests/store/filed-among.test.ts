// @vitest-environment happy-dom
// A note that was just filed is among the earlier ones: once, in its own order, in any later list.

import { expect, test } from 'vitest';
import type { Ehr } from '../../src/ehr/port.ts';
import type { HistoryEntry, NotesFound } from '../../src/interview/history/history.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { type NoteId, readNoteId } from '../../src/interview/ids.ts';
import { err, ok, type Result } from '../../src/lib/result.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote, moment } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

const numbered = (digit: number): NoteId => made(readNoteId(`3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e1${digit}`));

function noteOf(id: number, day: string, filed: Partial<NoteEntry['filed']> = {}): NoteEntry {
  const at = moment(`2026-${day}T09:00:00Z`);
  return {
    kind: 'note',
    note: { ...fullNote, id: numbered(id), at, signedAt: at },
    filed: { form: 'observation', resourceId: `o${id}`, version: '1', ...filed },
    standing: 'current',
    authors: ['Practitioner/7'],
    ours: true,
  };
}

const found = (...entries: readonly HistoryEntry[]): NotesFound => ({ entries, shortfalls: [], otherPatients: 0 });

type Listed = Awaited<ReturnType<Ehr['listNotes']>>;

/** A panel whose list of earlier notes comes when the test says so. */
function reading() {
  const answers: ((listed: Listed) => void)[] = [];
  const failed = { kind: 'failed' } as const;
  const { store } = openPanel({
    ehr: {
      listNotes: () => new Promise<Listed>((resolve) => answers.push(resolve)),
      readContext: async () => ({ conditions: failed, medicines: failed, measures: failed, otherPatients: 0 }),
    },
  });
  const loading = store.begin();
  const arrives = async (listed: Result<NotesFound, { readonly kind: 'offline' }>): Promise<void> => {
    answers.shift()?.(listed);
    await loading;
  };
  return { store, chart: store.chart, arrives };
}

/** Where each note of the list is filed, from top to bottom, with what it names besides. */
function places({ chart }: ReturnType<typeof reading>): readonly string[] {
  const history = chart.history.value;
  if (history.kind !== 'loaded') return [history.kind];
  return history.found.entries.map(({ filed, alsoFiled = [] }) =>
    [filed, ...alsoFiled].map(({ resourceId, version }) => `${resourceId} v${version}`).join(' and '),
  );
}

test('an interview of today comes first, and one written up late is placed by its day', async () => {
  const panel = reading();
  await panel.arrives(ok(found(noteOf(1, '11-20'), noteOf(2, '11-01'))));
  await panel.chart.prepend(noteOf(3, '11-23'));
  await panel.chart.prepend(noteOf(4, '11-10'));
  expect(places(panel)).toEqual(['o3 v1', 'o1 v1', 'o4 v1', 'o2 v1']);
});

test('what was just read back takes the place of what was read before', async () => {
  const panel = reading();
  await panel.arrives(ok(found(noteOf(2, '11-20'), noteOf(1, '11-01'))));
  await panel.chart.prepend({ ...noteOf(1, '11-01', { version: '2' }), standing: 'corrected' });
  expect(places(panel)).toEqual(['o2 v1', 'o1 v2']);
});

test('one note in two forms is one entry that names both', async () => {
  const panel = reading();
  await panel.arrives(ok(found(noteOf(1, '11-01'))));
  await panel.chart.prepend(noteOf(1, '11-01', { form: 'document', resourceId: 'd1' }));
  expect(places(panel)).toEqual(['o1 v1 and d1 v1']);
});

test('a note filed while the list is read stays when the list comes without it, and is there once when it comes with it', async () => {
  const without = reading();
  await without.chart.prepend(noteOf(3, '11-23'));
  await without.arrives(ok(found(noteOf(1, '11-20'))));
  expect(places(without)).toEqual(['o3 v1', 'o1 v1']);
  const within = reading();
  await within.chart.prepend(noteOf(3, '11-23'));
  await within.arrives(ok(found(noteOf(3, '11-23'), noteOf(1, '11-20'))));
  expect(places(within)).toEqual(['o3 v1', 'o1 v1']);
});

test('a list that comes later and knows more of the note is believed', async () => {
  const panel = reading();
  await panel.chart.prepend(noteOf(3, '11-23'));
  await panel.arrives(ok(found({ ...noteOf(3, '11-23'), standing: 'retracted' })));
  const history = panel.chart.history.value;
  expect(history).toMatchObject({ found: { entries: [{ standing: 'retracted' }] } });
});

test('a list that cannot be read leaves the note that was filed meanwhile, and says that it is not whole', async () => {
  const panel = reading();
  await panel.chart.prepend(noteOf(3, '11-23'));
  await panel.arrives(err({ kind: 'offline' }));
  expect(places(panel)).toEqual(['o3 v1']);
  expect(panel.chart.history.value).toMatchObject({ found: { shortfalls: ['search-failed'] } });
});

test('what the list said of itself is kept when a note joins it', async () => {
  const panel = reading();
  const partial: NotesFound = { ...found(noteOf(1, '11-20')), shortfalls: ['more-to-load'], otherPatients: 2 };
  await panel.arrives(ok(partial));
  await panel.chart.prepend(noteOf(3, '11-23'));
  expect(panel.chart.history.value).toMatchObject({ found: { shortfalls: ['more-to-load'], otherPatients: 2 } });
});
