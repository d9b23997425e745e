import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNotes } from '../../src/interview/history/compare-notes.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { factsOf, noteFromFacts } from '../../src/interview/note/note-facts.ts';
import { plainText } from '../../src/interview/note/text/plain-text.ts';
import { readNoteText } from '../../src/interview/note/text/read-note-text.ts';
import { writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { fullNote, moment, rulerOnlyNote, score } from '../support/notes.ts';

const none = { lost: [], changed: [] };
const agreed = (change: object): ReadinessNote => ({
  ...fullNote,
  plan: { ...fullNote.plan, ...change } as ReadinessNote['plan'],
});

test('finds no difference between a note and itself, whatever zone its moments are written in', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      expect(compareNotes(note, structuredClone(note))).toEqual(none);
    }),
  );
  const inUtc = { ...fullNote, at: moment('2026-11-22T20:30:00Z'), signedAt: moment('2026-11-22T20:52:10.000Z') };
  expect(compareNotes(fullNote, inUtc)).toEqual(none);
});

test.each([
  ['talk', { ...fullNote, talk: fullNote.talk.slice(1) }],
  ['importance', { ...fullNote, rulers: { ...fullNote.rulers, importance: { kind: 'not-recorded' } } }],
  ['readiness', { ...fullNote, rulers: { ...fullNote.rulers, readiness: { kind: 'not-recorded' } } }],
  ['plan', agreed({ barriers: [] })],
  ['follow-up', agreed({ followUp: { how: 'by phone' } })],
  ['information', { ...fullNote, information: [] }],
  ['agenda', { ...fullNote, agenda: ['Sleep'] }],
  ['strengths', { ...fullNote, strengths: [] }],
  ['also', { ...fullNote, also: [] }],
  ['signed-at', { ...fullNote, signedAt: fullNote.at }],
] as readonly (readonly [string, ReadinessNote])[])('tells that %s did not arrive', (part, stored) => {
  expect(compareNotes(fullNote, stored)).toEqual({ lost: [part], changed: [] });
});

test.each([
  [
    'importance',
    {
      ...fullNote,
      rulers: { ...fullNote.rulers, importance: { kind: 'asked', answer: { kind: 'answered', score: score(6) } } },
    },
  ],
  ['confidence', { ...fullNote, rulers: { ...fullNote.rulers, confidence: { kind: 'not-asked' } } }],
  ['talk', { ...fullNote, talk: fullNote.talk.map((said) => ({ ...said, text: said.text.slice(0, 10) })) }],
  ['talk', { ...fullNote, talk: fullNote.talk.toReversed() }],
  ['counts', { ...fullNote, marks: { change: 7, sustain: 4 } }],
  ['target', { ...fullNote, target: { label: 'Tobacco', sensitive: false } }],
  ['plan', agreed({ firstStep: 'Something else' })],
  ['sensitive', { ...fullNote, target: { ...fullNote.target, sensitive: true } }],
  ['date', { ...fullNote, at: moment('2026-11-22T15:30:00Z') }],
] as readonly (readonly [string, ReadinessNote])[])('tells that %s came back different', (part, stored) => {
  expect(compareNotes(fullNote, stored).changed).toEqual([part]);
});

test('names every part of a note of which nothing arrived, each once', () => {
  const { lost, changed } = compareNotes(fullNote, {
    ...rulerOnlyNote,
    rulers: fullNote.rulers,
    marks: { change: 7, sustain: 3 },
  });
  expect(changed).toEqual(['target']);
  expect(lost).toEqual(
    expect.arrayContaining(['goal', 'direction', 'plan', 'talk', 'minutes', 'last-step', 'present']),
  );
  expect(new Set(lost).size).toBe(lost.length);
});

test('tells that the counts are gone where the chart kept only one of them, or none', () => {
  const { marks: _, ...uncounted } = fullNote;
  const { id, at, signedAt } = fullNote;
  expect(compareNotes(fullNote, uncounted)).toEqual({ lost: ['counts'], changed: [] });
  const [one] = factsOf(fullNote).filter(({ kind }) => kind === 'count');
  const facts = factsOf(uncounted);
  const { note, unplaced } = noteFromFacts({ id, at, signedAt }, one ? [...facts, one] : facts);
  expect([note.marks, unplaced]).toEqual([undefined, [one]]);
});

test('counts that were not kept stay unknown in the text form', () => {
  const { marks: _, ...uncounted } = fullNote;
  const read = readNoteText(writeNoteText(uncounted));
  expect(read).toMatchObject({ ok: true, value: { note: { id: fullNote.id } } });
  expect(read.ok && 'marks' in read.value.note).toBe(false);
});

test.each([
  [undefined, 'en-US', []],
  ['es', 'es-US', []],
  ['es', 'ES', []],
  ['es', undefined, ['language']],
  ['es', 'en', ['language']],
])('a note sent in %s that a server stamps with %s never counts as another note', (sent, stamped, lost) => {
  const note = { ...rulerOnlyNote, ...(sent && { language: sent }) };
  const stored = { ...rulerOnlyNote, ...(stamped && { language: stamped }) };
  expect(compareNotes(note, stored)).toEqual({ lost, changed: [] });
});

test('compares a text that names no entity as it is', () => {
  const goal = '&valueOf; &xvalueOf; &toString; &#1114112; &zacute;';
  const encoded = goal.replace('&zacute;', 'ź');
  expect(compareNotes({ ...fullNote, goal }, { ...fullNote, goal: encoded })).toEqual(none);
  expect(compareNotes({ ...fullNote, goal }, { ...fullNote, goal: 'ź' }).changed).toEqual(['goal']);
  expect(plainText(goal)).toBe(encoded);
});
