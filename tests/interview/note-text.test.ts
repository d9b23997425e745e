import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrativeOf } from '../../src/fhir/narrative.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { readView } from '../../src/interview/note/read-view.ts';
import { checkOf } from '../../src/interview/note/text/checksum.ts';
import { versionOf } from '../../src/interview/note/text/find-note-spans.ts';
import { readNoteText } from '../../src/interview/note/text/read-note-text.ts';
import { readablePart, writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { readinessNote, words } from '../support/arbitraries.ts';
import { fullNote, markOnlyNote, notTodayNote, rulerOnlyNote } from '../support/notes.ts';
import { writeNoteText1 } from '../support/text-version-1.ts';

const text = writeNoteText(fullNote, { givenName: 'Pat' });
const whole = (note: ReadinessNote) => ({ ok: true, value: { note, altered: false } });
/** Breaks lines at blanks as charts do, and inside a word longer than the line. */
const wrapped = (long: string, width: number) =>
  long
    .split('\n')
    .flatMap((line) => {
      const rows: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const blank = rest.lastIndexOf(' ', width);
        const cut = blank > 4 ? blank : width;
        rows.push(rest.slice(0, cut));
        rest = rest.slice(blank > 4 ? cut + 1 : cut);
      }
      return [...rows, rest];
    })
    .join('\n');
/** The same value with no white space in any of its texts. */
const squeezed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? inner.replace(/\s/g, '') : inner)));

test('reads back every note it wrote, in full', () => {
  fc.assert(
    fc.property(readinessNote, fc.option(words, { nil: undefined }), (note, givenName) => {
      expect(readNoteText(writeNoteText(note, givenName === undefined ? {} : { givenName }))).toEqual(whole(note));
    }),
    { numRuns: 500 },
  );
});

test('reads every note of version 1 as it reads the same note of version 2', () => {
  fc.assert(
    fc.property(readinessNote, fc.option(words, { nil: undefined }), ({ language: _, ...note }, givenName) => {
      // Version 1 kept no language.
      const old = writeNoteText1(note, givenName === undefined ? {} : { givenName });
      expect(old.startsWith('READINESS NOTE (Evoke text 1)')).toBe(true);
      expect(readNoteText(old)).toEqual(whole(note));
    }),
    { numRuns: 500 },
  );
});

test.each([60, 72, 100])('still reads a note of version 1 wrapped at %i columns', (width) => {
  const result = readNoteText(wrapped(writeNoteText1(fullNote, { givenName: 'Pat' }), width));
  expect(result).toMatchObject({ ok: true, value: { altered: false } });
  expect(squeezed(result.ok && result.value.note)).toEqual(squeezed(fullNote));
});

test('reads the version 1 text that the documentation keeps', async () => {
  const old = readFileSync('docs/fhir/readiness-note-1.txt', 'utf8');
  expect(readNoteText(old)).toEqual(whole(fullNote));
  expect(writeNoteText1(fullNote, { givenName: 'Pat' })).toBe(old.trimEnd());
});

test.each([
  ['every field', fullNote],
  ['only a ruler', rulerOnlyNote],
  ['only a mark', markOnlyNote],
  ['no plan today', notTodayNote],
])('reads back a note with %s', (_name, note) => {
  expect(readNoteText(writeNoteText(note))).toEqual(whole(note));
});

test.each([
  { label: 'Sleep {897148007}' },
  { label: '{}' },
  { label: 'Sleep {897148007}', code: { system: 'urn:a|b {c}', code: '10 % | x' } },
  { label: 'Two\nlines}', code: { system: 'http://snomed.info/sct', code: '1' } },
  {},
])('keeps label and code of a topic apart: %j', (target) => {
  const note = { ...fullNote, target: { ...target, sensitive: true } };
  expect(readNoteText(writeNoteText(note))).toEqual(whole(note));
});

test.each(['06-Dec-2026', '06-Dec-2026, by phone', 'no day, by phone', 'by phone'])(
  'does not take a way of follow-up for its day: %s',
  (how) => {
    const note = { ...notTodayNote, plan: { kind: 'not-today', followUp: { how } } as const };
    expect(readNoteText(writeNoteText(note))).toEqual(whole(note));
  },
);

test('carries the note it replaces', () => {
  const replaces = rulerOnlyNote.id;
  expect(readNoteText(writeNoteText(fullNote, { replaces }))).toEqual({
    ok: true,
    value: { note: fullNote, altered: false, replaces },
  });
});

test('reads 150 quotes of 2,000 characters', () => {
  const talk = Array.from({ length: 150 }, (_, place) => ({
    talk: { side: 'change', strand: 'reason' } as const,
    text: `${place} ${'Plan: agreed, because 😀 '.repeat(100)}`.slice(0, 2_000).trim(),
  }));
  expect(readNoteText(writeNoteText({ ...fullNote, talk }))).toEqual(whole({ ...fullNote, talk }));
});

test.each([
  ['line ends of another system', text.replaceAll('\n', '\r\n')],
  ['old line ends', text.replaceAll('\n', '\r')],
  ['a byte-order mark', `\uFEFF${text}`],
  ['trimmed lines', text.replace(/^[ \t]+|[ \t]+$/gm, '')],
  ['added blanks', text.replace(/^/gm, '   ').replace(/$/gm, '  ')],
  ['blank lines', text.replaceAll('\n', '\n\n')],
  ['escaped signs', text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;')],
  ['words before and after', `Seen today.\nPlan: see below\n\n${text}\n\nSigned: Dr Example`],
  ['another note after it', `${text}\n${writeNoteText(rulerOnlyNote)}`],
])('still reads a note with %s', (_name, changed) => {
  expect(squeezed(readNoteText(changed))).toEqual(squeezed(whole(fullNote)));
});

test.each([60, 61, 72, 80, 100])('still reads a note wrapped at %i columns, equal up to white space', (width) => {
  const note: ReadinessNote = {
    ...fullNote,
    talk: [
      { talk: { side: 'change', strand: 'need' }, text: `${'I have to sort this out, '.repeat(4)}Plan: agreed or not` },
      { talk: { side: 'sustain', strand: 'desire' }, text: `${'word '.repeat(30)}In my own words` },
      { talk: { side: 'change', strand: 'reason' }, text: '孩子'.repeat(80) },
    ],
  };
  const result = readNoteText(wrapped(writeNoteText(note, { givenName: 'Pat' }), width));
  expect(result).toMatchObject({ ok: true, value: { altered: false } });
  expect(squeezed(result.ok && result.value.note)).toEqual(squeezed(note));
});

test('still reads any note after wrapping, or says that it was changed; never another note unsaid', () => {
  let same = 0;
  fc.assert(
    fc.property(readinessNote, fc.integer({ min: 60, max: 120 }), (note, width) => {
      const result = readNoteText(wrapped(writeNoteText(note), width));
      if (!result.ok || result.value.altered) return;
      same += 1;
      expect(squeezed(result.value.note)).toEqual(squeezed(note));
    }),
    { numRuns: 120 },
  );
  expect(same).toBeGreaterThan(60);
});

test.each([
  ['a ruler', 'Importance (0-10): 7', 'Importance (0-10): 9'],
  ['a quote', 'scared me', 'pleased me'],
  ['a count', 'marks 7/3', 'marks 7/4'],
  ['a day', '06-Dec-2026', '07-Dec-2026'],
  ['an added line', 'Plan: agreed', 'Reviewed by: Dr Example\nPlan: agreed'],
  ['a line taken out', '  Further step: Tea at nine instead\n', ''],
  ['a heading', 'What keeps things as they are\n', ''],
  ['the behavior’s code', 'code 897148007', 'code 897148008'],
])('says that %s was changed in the chart', (_name, from, to) => {
  expect(text).toContain(from);
  expect(readNoteText(text.replace(from, to))).toMatchObject({ ok: true, value: { altered: true } });
});

const spoken: ReadinessNote = { ...fullNote, goal: 'Café, "no" wine_and_beer *ever* & <tea> ¿sí? ¡no!', minutes: 5 };
const html = (raw: string) =>
  [...raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')]
    .map((sign) => ({ é: '&eacute;', í: '&#237;', '¿': '&iquest;', '¡': '&#xA1;', '"': '&quot;' })[sign] ?? sign)
    .join('');

test.each([
  ['HTML entities', html],
  ['breaks', (raw: string) => html(raw).replaceAll('\n', '<br/>')],
  [
    'styled blocks',
    (raw: string) => `<div class="a"><span>${html(raw).replaceAll('\n', '</span></div>\n<div>')}</div>`,
  ],
  ['no-break spaces', (raw: string) => raw.replaceAll('  ', '&nbsp;\u00a0')],
  ['Markdown escapes', (raw: string) => raw.replace(/[\\`*_[\]()#+\-.!|<>&]/g, '\\$&')],
])('reads a note that a chart returned with %s', (_how, encode) => {
  const raw = writeNoteText(spoken, { givenName: 'José' });
  expect(readNoteText(encode(raw))).toEqual(whole(spoken));
  expect(readNoteText(encode(raw.replace('"no" wine', 'wine')))).not.toMatchObject({ value: { altered: false } });
});

test('shows an unknown label unchanged', () => {
  const result = readNoteText(text.replace('Plan: agreed', 'Reviewed by: Dr Example\nPlan: agreed'));
  expect(result.ok && result.value.note.also).toContainEqual({ label: 'Reviewed by', value: 'Dr Example' });
});

test('shows a value that it does not understand unchanged, and guesses none', () => {
  const result = readNoteText(
    text.replace('Direction: cut down', 'Direction: sideways').replace('(0-10): 3', '(0-10): 3.5'),
  );
  expect(result.ok && result.value.note).toMatchObject({
    rulers: { confidence: { kind: 'unreadable', written: '3.5' } },
    also: expect.arrayContaining([{ label: 'Direction', value: 'sideways' }]),
  });
  expect(result.ok && result.value.note).not.toHaveProperty('direction');
});

test.each([
  ['not-a-note', 'prose', 'Patient seen. Plan: agreed.'],
  ['not-a-note', 'no end line', text.split('\n').slice(0, -1).join('\n')],
  ['not-a-note', 'no begin line', text.split('\n').slice(1).join('\n')],
  ['unknown-version', 'a version of the future', text.replace('Evoke text 2', 'Evoke text 3')],
  ['malformed', 'no number', text.replace(/; note [0-9a-f-]+/, '')],
  ['malformed', 'a date that does not exist', text.replace('22-Nov-2026', '31-Nov-2026')],
  ['too-large', '50 MB', 'x'.repeat(50 * 1024 * 1024)],
])('answers %s to a text with %s', (kind, _name, given) => {
  expect(readNoteText(given)).toEqual({ ok: false, error: { kind } });
});

test('gives a value for any text, and never throws', () => {
  const rows = fc.constantFrom(
    ...text.split('\n'),
    '',
    '  | ',
    ': ',
    'In our own words',
    'Follow-up: no day, ',
    'About: {',
    'About: {}',
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => void readNoteText(junk)));
  fc.assert(
    fc.property(
      fc.array(rows, { maxLength: 40 }),
      (picked) => void readNoteText([text.split('\n')[0], ...picked, text.split('\n').at(-1)].join('\n')),
    ),
  );
});

test.each([
  ['one row of blanks', `${' '.repeat(100_000)}x`],
  ['one row of blanks around a colon', `a${' '.repeat(100_000)}:x`],
  ['very many rows', 'x\n'.repeat(100_000)],
  ['very many broken rows', '  | x\n'.repeat(100_000)],
])('reads %s in a hostile text at the pace of any other', (_name, hostile) => {
  const [first = '', ...rest] = text.split('\n');
  const read = readNoteText([first, hostile, ...rest].join('\n'));
  expect(read.ok && read.value.altered).toBe(true);
});

test('is plain for the person who reads it: codes, counts and numbers of records only in the last line', () => {
  const rows = text.split('\n');
  expect(rows.filter((row) => /[{}]|\d{5}|[0-9a-f]{8}-|marks|Evoke text|discreet/i.test(row))).toEqual([rows.at(-1)]);
  expect(rows.at(-1)).toMatch(/^For software: /);
  expect(readablePart(text)).toBe(rows.slice(0, -1).join('\n'));
  expect(readablePart(text)).not.toMatch(
    /\b(?:ct|st|darn|cat|resist|complian|score|stage|activation|commitment|patient's marks)\b/i,
  );
});

test('puts the plan first, then the rulers, what the patient said by side, and the rest', () => {
  const order = ['About:', 'Plan:', 'Importance', "In Pat's own words", 'What would be different', 'What keeps things'];
  const places = [...order, 'Goal:', 'Minutes:', 'Signed:'].map((start) => text.indexOf(`\n${start}`));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});

test('puts what someone says who keeps going under headings that are true of a change already made', () => {
  const keeping: ReadinessNote = { ...fullNote, direction: 'keep-going' };
  const kept = writeNoteText(keeping);
  const rows = kept.split('\n');
  expect(rows.filter((row) => /^What /.test(row))).toEqual(['What keeps this going', 'What makes it hard']);
  expect(readNoteText(kept)).toEqual(whole(keeping));
  expect(readView(keeping).said.map(({ title }) => title)).toEqual(['What keeps this going', 'What makes it hard']);
  expect(narrativeOf(keeping, undefined).div).toMatch(/<b>What keeps this going<.*<b>What makes it hard</);
});

test('puts words in a person’s name only where it fits on the line', () => {
  const headingFor = (givenName: string) =>
    writeNoteText(fullNote, { givenName })
      .split('\n')
      .find((row) => row.startsWith('In ') && row.endsWith('own words'));
  expect(headingFor('María José')).toBe("In María José's own words");
  expect(headingFor('x'.repeat(60))).toBe("In the patient's own words");
  expect(headingFor(' \n ')).toBe("In the patient's own words");
});

test.each([
  ['123456789', 'CBF43926'],
  ['', '00000000'],
  ['Ω', 'BBAAF373'],
  ['孩', 'E4CB12B1'],
  ['😀', '054DB544'],
])('checks %j as any CRC-32 over UTF-8 does', (given, check) => {
  expect(checkOf(given)).toBe(check);
});

// Work that grows by the square of the length takes minutes here, and hours in a text as long as one may be.
test('a hostile text of any length is judged at once', () => {
  const first = 'READINESS NOTE (Evoke text 1)\nDate: 24-Nov-2026 15:30 (UTC-05:00)\n';
  const blanks = `${first}About: a${' '.repeat(300_000)}b\nEnd of readiness note, check 00000000\n`;
  expect(readNoteText(blanks).ok).toBe(false);
  const begun = 'For software: Evoke text 2;\n'.repeat(60_000) + 'READINESS NOTE\n'.repeat(120_000);
  expect(versionOf(begun)).toBeUndefined();
  const ended = `READINESS NOTE\n${'For software: Evoke text 2;\n'.repeat(70_000)}`;
  expect(readNoteText(ended).ok).toBe(false);
});
