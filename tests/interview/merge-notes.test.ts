import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duplicatePlaces, FORMS, type Form, type HistoryEntry } from '../../src/interview/history/history.ts';
import { mergeNotes } from '../../src/interview/history/merge-notes.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote, moment } from '../support/notes.ts';

const numbered = (digit: number) => made(readNoteId(`3f2c9a4e-0d0b-4a55-9a53-6f1f0c7a1e1${digit}`));
const note = (
  resourceId: string,
  at: string,
  more: { id?: number; form?: Form; signedAt?: string } = {},
): HistoryEntry => ({
  kind: 'note',
  note: {
    ...fullNote,
    id: numbered(more.id ?? Number(resourceId)),
    at: moment(at),
    signedAt: moment(more.signedAt ?? at),
  },
  filed: { form: more.form ?? 'observation', resourceId },
  standing: 'current',
  authors: [],
  ours: true,
});
const unreadable = (resourceId: string, date?: string): HistoryEntry => ({
  kind: 'unreadable',
  why: 'malformed',
  filed: { form: 'observation', resourceId },
  ...(date ? { date } : {}),
});
const order = (...entries: readonly HistoryEntry[]) =>
  mergeNotes(entries).map((entry) => `${entry.filed.form[0]}${entry.filed.resourceId}`);

test('puts the newest talk first, compared as moments and not as text', () => {
  expect(order(note('1', '2026-01-01T10:00:00+02:00'), note('2', '2026-01-01T09:30:00Z'))).toEqual(['o2', 'o1']);
});

test('then the newest signature, then the id, so that the order never depends on the server', () => {
  const at = '2026-01-01T10:00:00Z';
  const entries = [note('3', at), note('1', at), note('2', at, { signedAt: '2026-01-02T10:00:00Z' })];
  expect(order(...entries)).toEqual(['o2', 'o1', 'o3']);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: 3 }), (shuffled) => {
      expect(order(...shuffled)).toEqual(['o2', 'o1', 'o3']);
    }),
  );
});

test('keeps entries that cannot be read, by their date, and last without one', () => {
  const entries = [
    unreadable('8'),
    note('1', '2024-01-01T10:00:00Z'),
    unreadable('9', '2025-03'),
    unreadable('7', 'soon'),
  ];
  expect(order(...entries)).toEqual(['o9', 'o1', 'o7', 'o8']);
});

test('shows a note filed in several forms once, in the most trusted', () => {
  const at = '2026-01-01T10:00:00Z';
  const forms = FORMS.map((form, place) => note(String(place), at, { form, id: 5 }));
  expect(order(...forms.toReversed())).toEqual(['o0']);
  expect(order(...forms.slice(1).toReversed())).toEqual(['d1']);
});

test('shows two copies in one form as one entry that names both', () => {
  const at = '2026-01-01T10:00:00Z';
  const [shown, ...others] = mergeNotes([note('1', at, { id: 5 }), note('2', at, { id: 5 })]);
  expect(others).toEqual([]);
  expect(shown && duplicatePlaces(shown)).toMatchObject([{ resourceId: '1' }, { resourceId: '2' }]);
});

const filedAs = (form: Form, resourceId: string) => ({ form, resourceId });

test('names the other forms of a note on the one it shows', () => {
  const at = '2026-01-01T10:00:00Z';
  const [shown] = mergeNotes(FORMS.map((form, place) => note(String(9 - place), at, { form, id: 7 })));
  expect(shown).toMatchObject({
    filed: { form: 'observation' },
    alsoFiled: [{ form: 'document' }, { form: 'response' }],
  });
});

test('lets no retracted form hide a live one, nor a live one hide that another was retracted', () => {
  const at = '2026-01-01T10:00:00Z';
  const taken = { ...note('1', at, { id: 5 }), standing: 'retracted' } as HistoryEntry;
  expect(order(taken, note('2', at, { id: 5, form: 'document' }))).toEqual(['o1', 'd2']);
});

test('takes a resource that two searches brought for one, in its later version', () => {
  const at = '2026-01-01T10:00:00Z';
  const version = (number: string, standing: 'current' | 'corrected'): HistoryEntry => {
    const one = note('1', at) as NoteEntry;
    return { ...one, filed: { ...one.filed, version: number }, standing };
  };
  for (const both of [
    [version('9', 'current'), version('10', 'corrected')],
    [version('10', 'corrected'), version('9', 'current')],
  ]) {
    expect(mergeNotes(both)).toEqual([version('10', 'corrected')]);
  }
  expect(mergeNotes([unreadable(''), unreadable('')])).toHaveLength(2);
});

test('takes the version stored later if version ids are not numbers', () => {
  const at = '2026-01-01T10:00:00Z';
  const version = (id: string, updated: string, standing: 'current' | 'corrected'): HistoryEntry => {
    const one = note('1', at) as NoteEntry;
    return { ...one, filed: { ...one.filed, version: id, updated: updated as typeof one.note.at }, standing };
  };
  const older = version('f47ac10b-58cc-4372-a567-0e02b2c3d479', '2026-01-01T10:00:00Z', 'current');
  const newer = version('1b4e28ba-2fa1-41d2-883f-0016d3cca427', '2026-01-02T10:00:00Z', 'corrected');
  for (const both of [
    [older, newer],
    [newer, older],
  ]) {
    expect(mergeNotes(both)).toEqual([newer]);
  }
});

const document = (resourceId: string, replaces: HistoryEntry['replaces'] = {}, more: object = {}): HistoryEntry => ({
  ...note(resourceId, `2026-01-0${resourceId}T10:00:00Z`, { form: 'document' }),
  ...(Object.keys(replaces).length > 0 ? { replaces } : {}),
  ...more,
});
const folded = (...entries: readonly HistoryEntry[]) =>
  mergeNotes(entries).map(({ filed, earlier = [] }) => [
    filed.resourceId,
    ...earlier.map((one) => one.filed.resourceId),
  ]);

test.each([
  ['its number', { note: numbered(1) }],
  ['its document', { documents: ['1'] }],
  ['both', { note: numbered(1), documents: ['1'] }],
])('folds a document under the newer one that names %s', (_name, replaces) => {
  expect(folded(document('1'), document('2', replaces), document('3'))).toEqual([['3'], ['2', '1']]);
});

test('folds a chain under its newest, whatever the order of the clocks', () => {
  const chain = [document('2', { documents: ['3'] }), document('3', { documents: ['1'] }), document('1')];
  expect(folded(...chain)).toEqual([['2', '3', '1']]);
});

test('folds every form of a note under the document that replaces one of them', () => {
  const observation = note('9', '2026-01-01T10:00:00Z', { id: 1 });
  const all = [observation, document('1'), document('2', { documents: ['1'] })];
  expect(folded(...all)).toEqual([['2', '9']]);
  expect(mergeNotes(all)[0]?.earlier?.[0]?.alsoFiled).toEqual([filedAs('document', '1')]);
});

test('folds a note under a newer entry that it cannot read', () => {
  const newer: HistoryEntry = {
    ...unreadable('2', '2026-02-02'),
    filed: filedAs('document', '2'),
    replaces: { documents: ['1'] },
  };
  expect(folded(document('1'), newer)).toEqual([['2', '1']]);
});

test('folds nothing under a draft', () => {
  const draft = document('2', { documents: ['1'] }, { standing: 'draft' });
  expect(folded(document('1'), draft)).toEqual([['2'], ['1']]);
});

test('a retracted document counts for what it replaced, whatever status the server left there', () => {
  const retracted = document('2', { documents: ['1'] }, { standing: 'retracted' });
  expect(folded(document('1'), retracted)).toEqual([['2', '1']]);
});

test('loses no note where documents replace each other in a circle, or themselves, or one that is not here', () => {
  expect(folded(document('1', { documents: ['2'] }), document('2', { documents: ['1'] }))).toEqual([['2', '1']]);
  expect(folded(document('1', { documents: ['1'], note: numbered(1) }))).toEqual([['1']]);
  expect(folded(document('1', { documents: ['8'], note: numbered(8) }))).toEqual([['1']]);
});

const anyEntry = fc
  .record({
    form: fc.constantFrom(...FORMS),
    resourceId: fc.constantFrom('1', '2', '3', '4', '5'),
    id: fc.integer({ min: 1, max: 4 }),
    hour: fc.integer({ min: 10, max: 13 }),
    standing: fc.constantFrom('current' as const, 'draft' as const, 'retracted' as const, 'superseded' as const),
    replaces: fc.option(
      fc.record({ note: fc.integer({ min: 1, max: 4 }).map(numbered), documents: fc.constantFrom(['1'], ['2', '3']) }),
      { nil: undefined },
    ),
  })
  .map(({ form, resourceId, id, hour, standing, replaces }): HistoryEntry => {
    const entry = note(resourceId, `2026-01-01T${hour}:00:00Z`, { form, id });
    return {
      ...entry,
      ...(entry.kind === 'note' ? { standing } : {}),
      ...(replaces ? { replaces } : {}),
    } as HistoryEntry;
  });
/** Any resources of a chart, each once. */
const chart = fc.uniqueArray(anyEntry, { selector: ({ filed }) => `${filed.form}/${filed.resourceId}`, maxLength: 12 });
const places = (entries: readonly HistoryEntry[]): readonly string[] =>
  entries
    .flatMap(({ filed, alsoFiled = [], earlier = [] }) => [
      ...[filed, ...alsoFiled].map((at) => `${at.form}/${at.resourceId}`),
      ...places(earlier),
    ])
    .toSorted();

test('shows every resource of a chart exactly once, whatever replaces what', () => {
  fc.assert(
    fc.property(chart, (entries) => {
      expect(places(mergeNotes(entries))).toEqual(places(entries));
    }),
    { numRuns: 500 },
  );
});

test('gives one history for one chart, in whatever order and however often its resources come', () => {
  fc.assert(
    fc.property(chart, fc.func(fc.integer()), fc.nat(), (entries, key, cut) => {
      const whole = mergeNotes(entries);
      const shuffled = entries.toSorted((one, other) => key(one) - key(other));
      expect(mergeNotes(shuffled)).toEqual(whole);
      expect(mergeNotes([...shuffled, ...entries])).toEqual(whole);
      expect(mergeNotes(whole)).toEqual(whole);
      const early = mergeNotes(shuffled.slice(0, cut % 12));
      expect(places(mergeNotes([...early, ...shuffled.slice(cut % 12)]))).toEqual(places(whole));
    }),
    { numRuns: 500 },
  );
});
