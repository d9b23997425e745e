// What was done to a note from one version to the next.

import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/interview/history/history.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { lineOfChange, withChange } from '../../src/interview/note/note-change.ts';
import { mayHaveEarlier, stepBetween } from '../../src/interview/note/note-versions.ts';
import { visitNote } from '../support/earlier.ts';
import { fullNote, moment } from '../support/notes.ts';

const AT = '2026-11-22T15:30:00-05:00';
const entry = (note = fullNote, over: Partial<NoteEntry> = {}) => visitNote(AT, {}, over, note);
const change = (act: 'add' | 'correct' | 'retract', words: string) =>
  ({ act, at: moment('2026-11-23T10:42:00+01:00'), words }) as const;

test('a correction tells its parts, and its reason as it was written', () => {
  const corrected = change('correct', 'minutes. Looked at the clock');
  const after = entry(withChange({ ...fullNote, minutes: 25 }, corrected), { standing: 'corrected' });
  expect(stepBetween(entry(), after)).toEqual({
    parts: ['minutes'],
    lines: [lineOfChange(corrected)],
    standing: 'corrected',
  });
});

test('an addition is its words; a retraction is its reason and its mark', () => {
  const added = change('add', 'He rang on Friday');
  expect(stepBetween(entry(), entry(withChange(fullNote, added)))).toEqual({ parts: [], lines: [lineOfChange(added)] });
  const taken = change('retract', 'Wrong chart');
  expect(stepBetween(entry(), entry(withChange(fullNote, taken), { standing: 'retracted' }))).toEqual({
    parts: [],
    lines: [lineOfChange(taken)],
    standing: 'retracted',
  });
});

test('a line that is gone is named', () => {
  expect(stepBetween(entry(), entry({ ...fullNote, also: [] }))).toEqual({ parts: ['also'], lines: [] });
});

test('nothing is said of a version that cannot be read, and two that say the same differ in nothing', () => {
  const unreadable: HistoryEntry = {
    kind: 'unreadable',
    why: 'malformed',
    filed: { form: 'observation', resourceId: 'o' },
  };
  expect(stepBetween(entry(), unreadable)).toBeUndefined();
  expect(stepBetween(entry(), entry())).toEqual({ parts: [], lines: [] });
});

test.each([
  ['a first version', { filed: { form: 'observation', resourceId: 'o', version: '1' } }, false],
  ['a second version', { filed: { form: 'observation', resourceId: 'o', version: '2' } }, true],
  ['a version that is no number', { filed: { form: 'response', resourceId: 'r', version: 'a3f' } }, true],
  ['a chart without versions', { filed: { form: 'observation', resourceId: 'o' } }, false],
  [
    'corrected, in a chart without versions',
    { filed: { form: 'observation', resourceId: 'o' }, standing: 'corrected' },
    true,
  ],
  ['a document, which is never edited', { filed: { form: 'document', resourceId: 'd', version: '2' } }, false],
] as const)('%s: earlier ones can be asked for: %s', (_what, over, expected) => {
  expect(mayHaveEarlier(entry(fullNote, over))).toBe(expected);
});
