import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import {
  authorsOf,
  filterNotes,
  type NoteFilter,
  passageOf,
  topicsOf,
  writerOf,
} from '../../src/interview/history/find-notes.ts';
import type { HistoryEntry } from '../../src/interview/history/history.ts';
import { visitNote } from '../support/earlier.ts';
import { fullNote } from '../support/notes.ts';

const full = visitNote('2026-03-01T10:00:00Z', {}, { authorName: 'Zoë Müller' }, { ...fullNote });
const eating = visitNote('2026-02-01T10:00:00Z', {}, {}, { target: { label: 'Eating', sensitive: false } });
const taken = visitNote('2026-01-01T10:00:00Z', {}, { standing: 'retracted' });
const text: HistoryEntry = {
  kind: 'unreadable',
  why: 'filed-as-text',
  typeName: 'Progress note',
  filed: { form: 'document', resourceId: 'd' },
};
const all: readonly HistoryEntry[] = [full, eating, taken, text];
const OPEN_SIEVE: NoteFilter = { words: '', retracted: false };
const found = (filter: Partial<NoteFilter>) => filterNotes(all, { ...OPEN_SIEVE, ...filter }, undefined, BEHAVIORS);

test('lets everything through but what was taken back, and that where it is asked for', () => {
  expect(found({})).toEqual([full, eating, text]);
  expect(found({ retracted: true })).toEqual(all);
});

test.each([
  ['a quote', 'liver tests'],
  ['words in any order and case', 'SCARED liver'],
  ['an author without their accents', 'zoe muller'],
  ['a step', 'pour out the beer'],
  ['something also recorded', 'hallway'],
  ['a date as it is shown', '22-nov-2026'],
  ['the reason behind a number', 'there for my kids'],
])('finds a note by %s', (_what, words) => {
  expect(found({ words })).toEqual([full]);
});

test('says where the words are', () => {
  expect(passageOf(full, 'liver SCARED')).toBe('My liver tests scared me');
  expect(passageOf(full, '')).toBeUndefined();
  expect(passageOf(full, 'zoe')).toBeUndefined();
});

test('finds nothing if one word is missing', () => {
  expect(found({ words: 'liver unicorn' })).toEqual([]);
});

test('narrows by topic and by author; what cannot be read has an author, maybe, and no topic', () => {
  expect(found({ topic: 'eating' })).toEqual([eating]);
  expect(found({ author: 'Author not recorded' })).toEqual([text]);
  expect(topicsOf(all, BEHAVIORS).map(({ key, label, count }) => [key, label, count])).toEqual([
    ['alcohol', 'Alcohol', 2],
    ['eating', 'Eating', 1],
  ]);
  expect(authorsOf(all, undefined).map(({ key, count }) => [key, count])).toEqual([
    ['Dr. Ada Okafor', 2],
    ['Zoë Müller', 1],
    ['Author not recorded', 1],
  ]);
});

test('a note whose chart gives no name for its author is told apart by whose it is', () => {
  const { authorName: _name, ...nameless } = full;
  const own = { ...nameless, authors: ['Organization/1', 'Practitioner/7'] };
  const theirs = { ...nameless, authors: ['Practitioner/8'] };
  expect(writerOf({ ...own, authorName: 'Zoë Müller' }, 'Practitioner/7')).toBe('Zoë Müller');
  expect(writerOf(own, 'Practitioner/7')).toBe('You');
  expect(writerOf(theirs, 'Practitioner/7')).toBe('Author’s name not given');
  expect(writerOf(own, undefined)).toBe('Author’s name not given');
  expect(writerOf(nameless, 'Practitioner/7')).toBe('Author not recorded');
  expect(filterNotes([own, theirs], { ...OPEN_SIEVE, author: 'You' }, 'Practitioner/7', BEHAVIORS)).toEqual([own]);
  expect(authorsOf([own, theirs], 'Practitioner/7').map(({ label }) => label)).toEqual([
    'You',
    'Author’s name not given',
  ]);
});
