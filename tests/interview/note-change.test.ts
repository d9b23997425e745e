// What a change leaves in a note, and what it leaves alone.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/interview/note/clean-text.ts';
import {
  tidyNote,
  withAnswer,
  withEnding,
  withMoreTalk,
  withoutQuote,
  withQuote,
  withRulerPart,
} from '../../src/interview/note/correct-note.ts';
import {
  ACTS,
  changesIn,
  differingParts,
  holdsChange,
  onTopOf,
  withChange,
  wordsOfCorrection,
} from '../../src/interview/note/note-change.ts';
import { noteFromFacts } from '../../src/interview/note/note-facts.ts';
import { readNoteText } from '../../src/interview/note/text/read-note-text.ts';
import { writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { composedNote, readinessNote, words } from '../support/arbitraries.ts';
import { fullNote, moment, score } from '../support/notes.ts';

const at = moment('2026-11-23T10:42:07+01:00');
const isClean = (note: unknown): boolean => {
  const text = JSON.stringify(note);
  return cleanText(text) === text;
};
const clean = composedNote.filter(isClean);

test('every change is in the note with its time and text, and is read back from the text', () => {
  fc.assert(
    fc.property(readinessNote, fc.constantFrom(...ACTS), words, (note, act, said) => {
      const change = { act, at, words: said };
      const next = withChange(note, change);
      expect(changesIn(next).at(-1)).toEqual(change);
      expect(next.signedAt).toBe(act === 'retract' ? note.signedAt : at);
      expect(holdsChange(next, change)).toBe(true);
      expect(holdsChange(next, { ...change, words: `${said}!` })).toBe(false);
      const read = readNoteText(writeNoteText(next));
      expect(read.ok && read.value).toEqual({ note: next, altered: false });
    }),
    { numRuns: 200 },
  );
});

test('a line that only looks like a change is not one', () => {
  for (const label of ['Added', 'Added yesterday', 'Corrected 31-Feb-2026 10:00 (UTC)', 'Told at the desk'])
    expect(changesIn({ ...fullNote, also: [{ label, value: 'x' }] })).toEqual([]);
});

test('a correction that changes nothing leaves the note as it is, to the letter', () => {
  fc.assert(
    fc.property(clean, (note) => {
      expect(tidyNote(note)).toEqual(note);
    }),
    { numRuns: 300 },
  );
});

test('parts differ both ways: what was taken out, and what was put in', () => {
  expect(differingParts(fullNote, fullNote)).toEqual([]);
  expect(differingParts(fullNote, { ...fullNote, signedAt: at })).toEqual([]);
  const { goal: _, ...without } = fullNote;
  expect(differingParts(fullNote, without)).toEqual(['goal']);
  expect(differingParts(without, fullNote)).toEqual(['goal']);
  expect(differingParts(fullNote, { ...fullNote, also: [] })).toEqual(['also']);
  expect(wordsOfCorrection(fullNote, without, ' Not what he said ')).toBe('goal. Not what he said');
});

test('a correction names each part as the charts already have it', () => {
  const { id, at: begun, signedAt } = fullNote;
  const { note: empty } = noteFromFacts({ id, at: begun, signedAt }, []);
  expect(wordsOfCorrection(fullNote, { ...empty, marks: { change: 1, sustain: 0 } }, '')).toBe(
    'what it was about, counts of what was said, goal, direction, who brought it up, permission, agenda, strengths, ' +
      'who was present, last step, information shared, importance, confidence, readiness, quotes, plan, follow-up, ' +
      'minutes, also recorded',
  );
});

test('mine on top of theirs carries along what was recorded there, once', () => {
  fc.assert(
    fc.property(readinessNote, readinessNote, (theirs, mine) => {
      const top = onTopOf(theirs, mine);
      expect({ ...top, also: mine.also }).toEqual(mine);
      expect(onTopOf(theirs, top)).toEqual(top);
      for (const line of [...theirs.also, ...mine.also]) expect(top.also).toContainEqual(line);
    }),
    { numRuns: 200 },
  );
});

test('counts follow the words: a side that was wrong, words that were not said, words that were missing', () => {
  const [first] = fullNote.talk;
  if (!first) throw new Error('no words');
  const turned = withQuote(fullNote, 0, { ...first, talk: { side: 'sustain', strand: 'need' } });
  expect(turned.marks).toEqual({ change: 6, sustain: 4 });
  expect(withoutQuote(turned, 0).marks).toEqual({ change: 6, sustain: 3 });
  expect(withMoreTalk(fullNote, first).marks).toEqual({ change: 8, sustain: 3 });
  expect(withQuote(fullNote, 99, first)).toEqual(fullNote);
  // Words that are cleared leave the mark.
  const cleared = tidyNote(withQuote(fullNote, 0, { ...first, text: ' ' }));
  expect(cleared.talk).toHaveLength(fullNote.talk.length - 1);
  expect(cleared.marks).toEqual(fullNote.marks);
});

test('an answer keeps what was said about it; no answer keeps nothing', () => {
  const nine = { kind: 'answered', score: score(9) } as const;
  const other = withAnswer(fullNote, 'importance', nine);
  expect(other.rulers.importance).toEqual({ ...fullNote.rulers.importance, answer: nine });
  expect(withAnswer(fullNote, 'importance', undefined).rulers.importance).toEqual({ kind: 'not-asked' });
  const again = withRulerPart(fullNote, 'importance', { again: undefined });
  const { importance } = again.rulers;
  expect(importance.kind === 'asked' && importance.again).toBeUndefined();
  const blank = withAnswer(fullNote, 'importance', undefined);
  expect(withRulerPart(blank, 'importance', { why: 'x' })).toEqual(blank);
});

test('another ending keeps the follow-up', () => {
  const open = withEnding(fullNote, 'not-today', fullNote.plan);
  expect(open.plan).toEqual({ kind: 'not-today', followUp: { day: '2026-12-06', how: 'by phone' } });
  expect(withEnding(open, 'agreed', fullNote.plan).plan).toEqual(fullNote.plan);
  expect(withEnding(open, 'none', fullNote.plan).plan).toEqual({ kind: 'none' });
  expect(withEnding(fullNote, 'agreed', fullNote.plan)).toBe(fullNote);
});
