// @vitest-environment happy-dom
// Earlier notes as a clinician reads them: whole, in plain words, with numbers that can be checked against a table.

import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Ehr } from '../../src/ehr/port.ts';
import { type HistoryEntry, type NotesFound, placeKey } from '../../src/interview/history/history.ts';
import { withChange } from '../../src/interview/note/note-change.ts';
import { factsOf } from '../../src/interview/note/note-facts.ts';
import { deferred } from '../../src/lib/deferred.ts';
import { err, ok } from '../../src/lib/result.ts';
import { NoteActions } from '../../src/panels/amend/NoteActions.tsx';
import { History } from '../../src/panels/history/History.tsx';
import { readinessNote } from '../support/arbitraries.ts';
import { answeredWith, visitNote } from '../support/earlier.ts';
import { fullNote, moment, notTodayNote } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

afterEach(cleanup);

const NoActions = () => null;
const loadActions = deferred(async () => NoActions);
// What is fetched late is here before the first test, so that no test waits for it.
beforeAll(() => loadActions());

async function looksBack(entries: readonly HistoryEntry[], over: Partial<NotesFound> = {}, ehr: Partial<Ehr> = {}) {
  const found: NotesFound = { entries, shortfalls: [], otherPatients: 0, ...over };
  const silent = { kind: 'failed' } as const;
  const readContext = async () => ({ conditions: silent, medicines: silent, measures: silent, otherPatients: 0 });
  const panel = openPanel({ ehr: { listNotes: async () => ok(found), readContext, ...ehr } });
  await panel.store.chart.retry();
  panel.store.historyView.show({ kind: 'list' });
  panel.draws(<History store={panel.store} loadActions={loadActions} />);
  return panel;
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ');
const article = () => screen.getByRole('article');

test('a note opens with every word of it', async () => {
  const { user } = await looksBack([visitNote('2026-11-22T15:30:00-05:00', {}, {}, fullNote)]);
  await user.click(screen.getByRole('button', { name: /22-Nov-2026/ }));
  const shown = plain(article().textContent);
  for (const fact of factsOf(fullNote)) {
    if (fact.kind === 'text') expect(shown).toContain(plain(fact.value));
    if (fact.kind === 'talk') expect(shown).toContain(plain(fact.value.text));
  }
  expect(shown).toContain('Told in the hallway');
  expect(shown).toContain('22-Nov-2026 15:30 (UTC-05:00)');
  expect(shown).toContain('7, then 8');
});

test('any note opens with every word of it', async () => {
  await fc.assert(
    fc.asyncProperty(readinessNote, async (note) => {
      const entry = visitNote('2026-11-22T15:30:00Z', {}, {}, note);
      const { store } = await looksBack([entry]);
      store.historyView.show({ kind: 'note', place: `observation/${entry.filed.resourceId}` });
      const shown = plain((await screen.findByRole('article')).textContent);
      for (const fact of factsOf(note)) {
        if (fact.kind === 'text') expect(shown).toContain(plain(fact.value));
        if (fact.kind === 'talk') expect(shown).toContain(plain(fact.value.text));
      }
      cleanup();
    }),
    { numRuns: 15 },
  );
});

test.each([
  ['entered in error', { standing: 'retracted' }, /Entered in error\. It no longer appears in trends/],
  ['not final', { standing: 'draft' }, /Not final\./],
  ['changed in the chart', { altered: true }, /text was changed in the chart since it was filed/],
  ['by other software', { ours: false }, /Written by other software/],
] as const)('a note that is %s says so before anything else', async (_what, over, words) => {
  const { store } = await looksBack([visitNote('2026-11-22T15:30:00Z', {}, over)]);
  store.historyView.show({ kind: 'note', place: `observation/${visitNote('2026-11-22T15:30:00Z').filed.resourceId}` });
  expect(plain((await screen.findByRole('article')).textContent)).toMatch(words);
});

test('the reason of a retraction is shown with the note', async () => {
  const entry = visitNote(
    '2026-11-22T15:30:00Z',
    {},
    { standing: 'retracted', remarks: ['Entered in error: wrong chart'] },
  );
  const { store } = await looksBack([entry]);
  store.historyView.show({ kind: 'note', place: `observation/${entry.filed.resourceId}` });
  expect((await screen.findByRole('article')).textContent).toContain('Entered in error: wrong chart');
});

test('a change is said once, with its words and its time, and the remark of someone else stays', async () => {
  const line = { label: 'Corrected 23-Nov-2026 10:42 (UTC+01:00)', value: 'plan' };
  const other = 'Corrected by phone, she has not agreed to this: plan';
  const remarks = ['Corrected: plan', 'Asked at the desk: plan', other];
  const { note, ...entry } = visitNote('2026-11-22T15:30:00Z', {}, { standing: 'corrected', remarks });
  const { store } = await looksBack([{ ...entry, note: { ...note, also: [line] } }]);
  store.historyView.show({ kind: 'note', place: `observation/${entry.filed.resourceId}` });
  const shown = plain((await screen.findByRole('article')).textContent);
  expect(shown).toContain(plain(`Changes to this note${line.value}${line.label}Asked at the desk: plan${other}`));
  expect(shown).not.toContain('Corrected: plan');
  expect(shown).not.toContain('Also recorded');
});

test('a taken-back note is counted and hidden until it is asked for, and never in the numbers', async () => {
  const { user } = await looksBack([
    visitNote('2026-11-22T15:30:00Z', { importance: answeredWith(9) }, { standing: 'retracted' }),
    visitNote('2026-10-22T15:30:00Z', { importance: answeredWith(4) }),
  ]);
  expect(screen.queryByRole('button', { name: /22-Nov-2026/ })).toBeNull();
  expect(plain(screen.getByRole('figure').textContent)).toContain('Importance 4');
  screen.getByText('1 note. 1 entered in error is hidden.');
  await user.click(screen.getByRole('button', { name: 'Find' }));
  await user.click(screen.getByRole('checkbox', { name: 'Also show 1 entered in error' }));
  screen.getByText('2 notes.');
  expect(screen.getByRole('button', { name: /22-Nov-2026/ })).toBeDefined();
  expect(plain(screen.getByRole('figure').textContent)).not.toContain('9');
});

test('what is looked for is kept while something else has the pane, and forgotten when looking back ends', async () => {
  const days = ['22', '21', '20', '19'].map((day) => visitNote(`2026-11-${day}T09:00:00Z`));
  const panel = await looksBack(days);
  await panel.user.click(screen.getByRole('button', { name: 'Find' }));
  await panel.user.type(screen.getByRole('searchbox'), 'zzz');
  cleanup();
  panel.draws(<History store={panel.store} loadActions={loadActions} />);
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('zzz');
  panel.store.historyView.close();
  panel.store.historyView.show({ kind: 'list' });
  await screen.findByRole('button', { name: 'Find' });
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('an entry that cannot be read is listed with its date and says where it can be', async () => {
  const { user } = await looksBack([
    { kind: 'unreadable', why: 'unknown-version', date: '2026-03', filed: { form: 'observation', resourceId: 'odd' } },
  ]);
  await user.click(screen.getByRole('button', { name: /Mar-2026/ }));
  expect(plain(article().textContent)).toMatch(/written by a newer version of Evoke.*still in the chart/);
});

test('a note that the chart has twice is one row that says so, and its page says while it retracts the extra copy', async () => {
  const entry = visitNote('2026-11-22T15:30:00Z', {}, { alsoFiled: [{ form: 'observation', resourceId: 'o-2' }] });
  const pressed: string[][] = [];
  let ends = (): void => undefined;
  const { store, user, draws } = await looksBack(
    [entry],
    {},
    {
      mayRetract: () => true,
      retractDuplicates: async ({ places }) => {
        pressed.push(places.map(({ resourceId }) => resourceId));
        await new Promise<void>((resolve) => {
          ends = resolve;
        });
        return { kind: 'duplicated', places };
      },
    },
  );
  const rows = within(screen.getByRole('list', { name: /^Earlier notes/ })).getAllByRole('listitem');
  expect(rows.map((row) => plain(row.textContent).includes('Filed twice'))).toEqual([true]);
  cleanup();
  store.historyView.show({ kind: 'note', place: placeKey(entry.filed) });
  draws(<History store={store} loadActions={deferred(async () => NoteActions)} />);
  await screen.findByText(/This note is filed twice\./);
  await user.click(screen.getByRole('button', { name: 'Retract the extra copy' }));
  expect(pressed).toEqual([[entry.filed.resourceId, 'o-2']]);
  // A chart that answers late leaves the clinician with words.
  await user.click(await screen.findByRole('button', { name: 'Retracting the extra copy' }));
  ends();
  await screen.findByText('Not every extra copy could be retracted.');
  expect(pressed).toHaveLength(1);
});

test('once the extra copy is retracted, the focus is on the heading of the note', async () => {
  const entry = visitNote('2026-11-22T15:30:00Z', {}, { alsoFiled: [{ form: 'observation', resourceId: 'o-2' }] });
  const { store, user, draws } = await looksBack(
    [entry],
    {},
    {
      mayRetract: () => true,
      retractDuplicates: async () => ({ kind: 'filed', at: entry.filed, entry, lost: [], unreached: [] }),
    },
  );
  cleanup();
  store.historyView.show({ kind: 'note', place: placeKey(entry.filed) });
  draws(<History store={store} loadActions={deferred(async () => NoteActions)} />);
  await user.click(await screen.findByRole('button', { name: 'Retract the extra copy' }));
  await waitFor(() => expect(document.activeElement?.id).toBe('note-heading'));
  expect(screen.queryByText(/This note is filed twice/)).toBeNull();
});

test.each([
  ['Try again', err({ kind: 'offline' } as const)],
  ['Search again', ok({ entries: [], shortfalls: ['search-failed'], otherPatients: 0 } as const)],
])('%s reads the list once more, with the focus on the heading', async (name, first) => {
  const answers = [first, ok({ entries: [], shortfalls: [], otherPatients: 0 })];
  const { user } = await looksBack([], {}, { listNotes: async () => answers.shift() ?? first });
  await user.click(await screen.findByRole('button', { name }));
  await screen.findByText('No earlier readiness notes in this chart.');
  await waitFor(() => expect(document.activeElement?.id).toBe('earlier-heading'));
});

test('earlier versions and other places of a note are shown with it', async () => {
  const older = visitNote('2026-11-22T15:30:00Z', {}, { filed: { form: 'document', resourceId: 'd0' } }, notTodayNote);
  const entry = visitNote('2026-11-22T15:30:00Z', {}, { alsoFiled: [{ form: 'response', resourceId: 'r1' }] });
  const { user } = await looksBack([{ ...entry, standing: 'corrected', earlier: [older] }]);
  await user.click(screen.getByRole('button', { name: /22-Nov-2026/ }));
  const shown = plain(article().textContent);
  expect(shown).toContain('Form answers, r1');
  expect(shown).toContain('Too much going on at work');
  expect(shown).toContain('Clinical document, d0');
});

const CORRECTION = { act: 'correct', at: moment('2026-11-23T10:42:00+01:00'), words: 'minutes. Misread' } as const;

async function readsVersions(read: Awaited<ReturnType<Ehr['readVersions']>>, version = '2') {
  const filed = { form: 'observation', resourceId: 'o-1', version } as const;
  const note = withChange({ ...fullNote, minutes: 25 }, CORRECTION);
  const entry = visitNote('2026-11-22T15:30:00-05:00', {}, { filed, standing: 'corrected' }, note);
  const { store, user } = await looksBack([entry], {}, { readVersions: async () => read });
  store.historyView.show({ kind: 'note', place: 'observation/o-1' });
  await user.click(await screen.findByRole('button', { name: 'Show earlier versions' }));
  return { entry, shown: () => plain(article().textContent) };
}

test('earlier versions are read when asked for, with when, status and what was changed after each', async () => {
  const filed = { form: 'observation', resourceId: 'o-1', version: '1' } as const;
  const older = visitNote('2026-11-22T15:30:00-05:00', {}, { filed, authorName: 'Samuel Brandt' }, fullNote);
  const held = { kind: 'unreadable', why: 'malformed', filed: { form: 'observation', resourceId: 'o-1' } } as const;
  const { shown } = await readsVersions({
    kind: 'read',
    versions: [{ entry: older, recorded: moment('2026-11-22T20:52:10.500Z') }, { entry: held }],
    isWhole: true,
  });
  await screen.findByText('Version 1, 22-Nov-2026 20:52 (UTC), Samuel Brandt, final');
  expect(shown()).toContain('Changed after it: minutes. Marked after it as: corrected since it was signed.');
  expect(shown()).toContain('Corrected 23-Nov-2026 10:42 (UTC+01:00): minutes. Misread');
  expect(shown()).toContain('A version, cannot be read');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Earlier versions' })));
});

test('versions whose ids are not numbers are numbered from the oldest, and only if all were read', async () => {
  const versionId = ['c56a4180-65aa-42ec-a945-5fd21dec0538', '3d813cbb-47fb-42ba-91df-831e1593ac29'];
  const versions = ['later', 'first'].map((_, place) => {
    const filed = { form: 'observation', resourceId: 'o-1', version: versionId[place] ?? '' } as const;
    return { entry: visitNote('2026-11-22T15:30:00-05:00', {}, { filed }, fullNote) };
  });
  const { shown } = await readsVersions({ kind: 'read', versions, isWhole: true }, versionId[0]);
  await screen.findByText(/^Version 1, /);
  expect(shown()).not.toContain(versionId[1]);
  expect(shown()).not.toContain('Version 2');
});

test('versions whose ids are not numbers get no number if some could not be read', async () => {
  const filed = { form: 'observation', resourceId: 'o-1', version: '3d813cbb-47fb-42ba-91df-831e1593ac29' } as const;
  const older = visitNote('2026-11-22T15:30:00-05:00', {}, { filed }, fullNote);
  const { shown } = await readsVersions({ kind: 'read', versions: [{ entry: older }], isWhole: false });
  await screen.findByText(/^A version, /);
  expect(shown()).not.toContain('3d813cbb');
});

test.each([
  [{ kind: 'not-given' }, /This chart does not give earlier versions\./],
  [
    { kind: 'failed', why: { kind: 'offline' } },
    /could not be read just now\. They are still in the chart\..*Try again/,
  ],
  [{ kind: 'read', versions: [], isWhole: true }, /The chart gives no other version of this note\./],
] as const)('where earlier versions cannot be had it is said: %o', async (read, words) => {
  const { shown } = await readsVersions(read);
  await waitFor(() => expect(shown()).toMatch(words));
});

test('a first version is offered no earlier ones', async () => {
  const filed = { form: 'observation', resourceId: 'o-1', version: '1' } as const;
  const { store } = await looksBack([visitNote('2026-11-22T15:30:00Z', {}, { filed })]);
  store.historyView.show({ kind: 'note', place: 'observation/o-1' });
  await screen.findByRole('article');
  expect(screen.queryByRole('button', { name: 'Show earlier versions' })).toBeNull();
});

const SERIES = [
  visitNote('2026-11-22T00:00:00Z', { importance: answeredWith(5), readiness: answeredWith(0) }),
  visitNote('2026-10-01T09:00:00-04:00', { importance: answeredWith(7), confidence: answeredWith(10) }),
  visitNote('2026-09-01T09:00:00-04:00', { confidence: answeredWith(4) }),
];

test('numbers, signs and dates read the same in the chart, in its name and in the table', async () => {
  const { user } = await looksBack(SERIES);
  const figure = within(screen.getByRole('figure'));
  expect(plain(screen.getByRole('figure').textContent)).toContain('Importance 5 was 7 (−2)');
  expect(plain(screen.getByRole('figure').textContent)).toContain(
    'Confidence 10 was 4 (+6)on 01-Oct-2026, then not asked',
  );
  expect(figure.getByRole('img', { name: /^Importance/ }).getAttribute('aria-label')).toBe(
    'Importance, 01-Sep-2026 to 22-Nov-2026: not asked; 7; 5',
  );
  await user.click(screen.getByText(/^As tables/));
  const [rulers] = await screen.findAllByRole('table');
  const rows = within(rulers as HTMLElement)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ['Visit', 'Importance', 'Confidence', 'Readiness'],
    ['22-Nov-2026', '5', 'not asked', '0'],
    ['01-Oct-2026', '7', '10', 'not asked'],
    ['01-Sep-2026', 'not asked', '4', 'not asked'],
  ]);
});

test('what was said over time is counted, and no visit has a percentage', async () => {
  const { user } = await looksBack(SERIES);
  await user.click(screen.getByText(/^As tables/));
  const said = await screen.findByRole('table', { name: /^Marks at each visit/ });
  const heads = within(said).getAllByRole('columnheader');
  expect(heads.map(({ textContent }) => textContent)).toEqual(['Visit', 'For staying the same', 'For change']);
  expect(screen.getByText('Marks at each visit.')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/percent|%/i);
});

test('two visits appear side by side, with the signed change and the days between them', async () => {
  const { store } = await looksBack(SERIES);
  store.historyView.show({ kind: 'compare' });
  const table = await screen.findByRole('table');
  expect(plain(table.textContent)).toContain('Importance (−2)');
  expect(screen.getByText(/52 days apart/)).toBeDefined();
});

test('what is missing is told: a failed search, entries of others, older ones not loaded', async () => {
  await looksBack(SERIES, {
    shortfalls: ['search-failed', 'more-to-load'],
    otherPatients: 2,
    wholeSince: '2026-10-15T00:00:00Z',
  });
  expect(screen.getByText(/One of several searches failed/)).toBeDefined();
  expect(screen.getByText(/2 entries for another patient were not shown/)).toBeDefined();
  expect(screen.getByText('Showing the newest 3; there are more.')).toBeDefined();
  expect(screen.getByText(/Before 15-Oct-2026 other notes may lie between these/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Load older' })).toBeDefined();
});

test('words looked for are counted in what was read, and all of it is not called all visits while there is more', async () => {
  const months = ['11', '10', '09', '08', '07', '06', '05'];
  const many = months.map((month) => visitNote(`2026-${month}-01T09:00:00Z`, { importance: answeredWith(5) }));
  const { user } = await looksBack(many, { shortfalls: ['more-to-load'] });
  expect(screen.getByRole('button', { name: 'Show all 7 read so far' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Find' }));
  await user.type(screen.getByRole('searchbox'), 'zzz');
  expect(screen.getByText('0 matches in the 7 read so far.')).toBeDefined();
});

test('then and now count what was said on each side, and give no percentage', async () => {
  const { store } = await looksBack([
    visitNote('2026-08-30T10:00:00Z', {}, {}, { marks: { change: 3, sustain: 1 } }),
    visitNote('2026-04-04T10:00:00Z', {}, {}, { marks: { change: 1, sustain: 1 } }),
  ]);
  store.historyView.show({ kind: 'compare' });
  const text = plain((await screen.findByRole('region', { name: 'Then and now' })).textContent);
  expect(text).toContain('3 for change, 1 for staying the same');
  expect(text).not.toContain('%');
});
