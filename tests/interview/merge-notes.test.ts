import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMS, type Form, type HistoryEntry } from '../../src/interview/history.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { mergeNotes } from '../../src/interview/merge-notes.ts';
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

test('shows both of a double of one form, for a person to settle', () => {
  const at = '2026-01-01T10:00:00Z';
  expect(order(note('1', at, { id: 5 }), note('2', at, { id: 5 }))).toEqual(['o1', 'o2']);
});
