// A note as a person reads it on the screen and in the text: plan, rulers, what the patient said, the rest.
import { expect, test } from 'vitest';
import { readTexts, readView } from '../../src/interview/note/read-view.ts';
import { readablePart, writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';
import { fullNote, notTodayNote } from '../support/notes.ts';

const PAIRS = SIDES.flatMap((side) => STRANDS.map((strand) => ({ side, strand })));
const said = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    talk: PAIRS[place % PAIRS.length] ?? { side: 'change' as const, strand: 'unsure' as const },
    text: `said ${place}`,
  }));
const long = { ...fullNote, talk: said(132) };

test('reads the plan first, then the rulers, what was said under two headings, then the rest', () => {
  const { first, said: sides, rest } = readView(fullNote);
  expect(first.map(({ title }) => title)).toEqual(['Plan', 'Rulers, 0 to 10']);
  expect(sides.map(({ title }) => title)).toEqual(['What would be different', 'What keeps things as they are']);
  expect(rest.map(({ title }) => title)).toEqual([
    'How the last step went',
    'About this conversation',
    'Information shared',
    'Also recorded',
  ]);
});

test('reads an open door if there is no plan', () => {
  const [plan] = readView(notTodayNote).first;
  expect(plan?.lines[0]).toEqual({ label: 'Ending', value: 'no plan today, the door is open' });
});

test('has the whole plan before the first of 132 quotes, on the screen and in the text', () => {
  const texts = readTexts(readView(long));
  const text = readablePart(writeNoteText(long)).split('\n');
  for (const lines of [texts, text]) {
    const quote = lines.findIndex((line) => line.includes('said 0'));
    const followUp = lines.findIndex((line) => line.includes('06-Dec-2026'));
    expect(followUp).toBeGreaterThan(0);
    expect(followUp).toBeLessThan(quote);
  }
  // At 420 px, 20 px a line: a plan that ends by line 30 needs no scrolling in a pane of 800 px.
  expect(text.findIndex((line) => line.includes('06-Dec-2026'))).toBeLessThan(30);
});

test('names kinds in words for patients, without codes, counts or numbers of records', () => {
  const shown = [...readTexts(readView(long)), readablePart(writeNoteText(long))].join('\n');
  expect(shown).not.toMatch(/activation|sustain|For change|Discreet|\{|\|\d|Evoke text|check [0-9A-F]{8}/);
  expect(shown).not.toContain(long.id);
  expect(shown).not.toMatch(/\b897148007\b/);
  expect(readTexts(readView(long))).toContain('Willingness');
});

test('keeps every quote, in the order said on its side, in the language of the visit', () => {
  const { said: sides, language } = readView({ ...long, language: 'es' });
  expect(language).toBe('es');
  expect(sides.flatMap(({ quotes }) => quotes)).toHaveLength(132);
  for (const { quotes } of sides) {
    const places = quotes.map(({ text }) => Number(text.slice(5)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});
