import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../src/ehr/forms/base64-utf8.ts';
import { NOTE_FORMAT, NOTE_ID } from '../../src/fhir/identity.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { made, readinessNote } from '../support/arbitraries.ts';
import { attachmentOf, decodeDocument, encodeDocument, textOfBinary } from '../support/documents.ts';
import { fullNote, moment, rulerOnlyNote } from '../support/notes.ts';
import { asDocument, asNote, BASE, context, FULL_AND_SMALL_NOTES, paths, replaced, throughJson } from './forms.ts';

const read = (resource: unknown, text?: string) => decodeDocument(resource, 'p1', BASE, text);
const noteIn = (resource: unknown, text?: string) => asNote(read(resource, text));
const text = writeNoteText(fullNote, { givenName: 'Pat' });
const content = (change: object) => {
  const [first] = asDocument(fullNote).content;
  return { content: [{ ...first, attachment: { ...first.attachment, ...change } }] };
};

test('reads back every note it wrote', () => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const decoded = decodeDocument(throughJson(encodeDocument(note, context)), 'p1', BASE);
      expect(decoded.kind === 'note' ? decoded.note : decoded).toEqual(note);
    }),
    { numRuns: 200 },
  );
});

test.each(FULL_AND_SMALL_NOTES)('reads back a note with %s', (_name, note) => {
  expect(read(asDocument(note))).toEqual({
    kind: 'note',
    note,
    filed: { form: 'document', resourceId: 'd1', version: '3' },
    standing: 'current',
    authors: ['Practitioner/7'],
    ours: true,
  });
});

test('keeps what Oracle Health asks for: one author, one content, its charset, a time and a zone on every date', () => {
  const zoned = /T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  fc.assert(
    fc.property(readinessNote, (note) => {
      const sent = encodeDocument(note, context);
      expect(sent.author).toEqual([{ reference: 'Practitioner/7' }]);
      expect(sent.content).toHaveLength(1);
      expect(sent.content[0]?.attachment.contentType).toBe('text/plain;charset=utf-8');
      expect(sent.type?.coding).toHaveLength(1);
      expect(sent).not.toHaveProperty('authenticator');
      const { start, end } = sent.context?.period ?? {};
      for (const date of [sent.date, start, end, sent.content[0]?.attachment.creation]) expect(date).toMatch(zoned);
      expect(Date.parse(end ?? '') < Date.parse(start ?? '')).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('names the resolved Practitioner if the sign-in was a role, and the visit only if there is one', () => {
  const { encounterId: _none, ...without } = context;
  const role = encodeDocument(fullNote, {
    ...without,
    clinician: 'PractitionerRole/9',
    practitioner: 'Practitioner/7',
  });
  expect(role.author).toEqual([{ reference: 'Practitioner/7' }]);
  expect(role.context).not.toHaveProperty('encounter');
  expect(encodeDocument(fullNote, context).context?.encounter).toEqual([{ reference: 'Encounter/e1' }]);
});

test('takes type, charset and labels from the site', () => {
  const type = { system: 'urn:ehr:72', code: '20706', display: 'Behavioral health note' };
  const sent = encodeDocument(fullNote, {
    ...context,
    noteType: type,
    textContentType: 'text/plain; charset=utf-8',
    security: [{ system: 'urn:labels', code: 'R' }],
  });
  expect(sent.type).toEqual({ coding: [type], text: type.display });
  expect(sent.content[0]?.attachment.contentType).toBe('text/plain; charset=utf-8');
  expect(sent.securityLabel).toEqual([{ coding: [{ system: 'urn:labels', code: 'R' }] }]);
});

test('does not name the topic in places that lists show', () => {
  const { content: _content, ...listed } = encodeDocument(fullNote, context);
  expect(JSON.stringify(listed)).not.toMatch(/alcohol|897148007/i);
  expect(encodeDocument(fullNote, context).content[0]?.attachment.title).toBe('Readiness note');
});

test.each([
  ['minutes noted', { minutes: 18 }, '2026-11-22T15:48:00-05:00'],
  ['midnight passed', { minutes: 600 }, '2026-11-23T01:30:00-05:00'],
  ['no minutes', { minutes: undefined }, fullNote.signedAt],
  ['a signature before the talk', { minutes: undefined, signedAt: moment('2026-11-22T10:00:00-05:00') }, fullNote.at],
  ['more minutes than the calendar has', { minutes: 999_999_999_999 }, fullNote.at],
])('ends the period of the interview by the notes it has: %s', (_name, change, end) => {
  const { minutes: _minutes, ...rest } = { ...fullNote, ...change };
  const note = change.minutes === undefined ? rest : { ...rest, minutes: change.minutes };
  expect(encodeDocument(note, context).context?.period).toEqual({ start: fullNote.at, end });
});

test('names the document and the note that a correction replaces', () => {
  const older = made(readNoteId('aaaaaaaa-0000-4000-8000-000000000001'));
  const replaces = { note: older, documentId: 'd0' };
  const resource = asDocument(fullNote, {}, 'd1', { replaces });
  expect(resource.relatesTo).toEqual([{ code: 'replaces', target: { reference: 'DocumentReference/d0' } }]);
  expect(noteIn(resource).replaces).toEqual({ note: older, documents: ['d0'] });
  expect(noteIn({ ...resource, relatesTo: undefined }).replaces).toEqual({ note: older });
});

test('names the document alone where it holds the same note in another form', () => {
  const resource = asDocument(fullNote, {}, 'd1', { replaces: { note: fullNote.id, documentId: 'd0' } });
  expect(noteIn(resource).replaces).toEqual({ documents: ['d0'] });
});

test('does not take other relations or other resources for what is replaced', () => {
  const target = (reference: string, code = 'replaces') => ({ code, target: { reference } });
  const relatesTo = [
    target('DocumentReference/d0', 'appends'),
    target('http://fhir-internal:8080/fhir/DocumentReference/d1'),
    target('Observation/o1'),
    target(`${BASE}/DocumentReference/d2`),
  ];
  expect(noteIn(asDocument(fullNote, { relatesTo })).replaces).toEqual({ documents: ['d1', 'd2'] });
});

const withoutFormat = content({}).content.map(({ format: _format, ...rest }) => rest);

test.each([
  ['the identifier', { identifier: undefined }],
  ['the format', { content: withoutFormat }],
  ['the title', content({ title: undefined })],
  ['identifier and format', { identifier: undefined, content: withoutFormat }],
  ['identifier and title', { identifier: undefined, ...content({ title: undefined }) }],
  ['all that is optional', { identifier: undefined, content: withoutFormat, context: undefined, docStatus: undefined }],
])('survives a server that drops %s', (_name, change) => {
  expect(noteIn(asDocument(fullNote, change)).note).toEqual(fullNote);
});

test('finds our text among renditions that the server adds', () => {
  const pdf = { attachment: { contentType: 'application/pdf', data: 'JVBERi0=', title: 'Readiness note' } };
  const html = { attachment: { contentType: 'text/html', url: 'Binary/h1' } };
  const own = { attachment: { contentType: 'text/plain', data: toBase64(text).data } };
  const contents = [pdf, html, own];
  expect(noteIn(asDocument(fullNote, { content: contents })).note).toEqual(fullNote);
});

const PLAIN = BASE.replace('https:', 'http:');

test.each(['Binary/b-1', `${BASE}/Binary/b-1`, `${PLAIN}/Binary/b-1`, `${BASE}/Binary/b-1/_history/2`])(
  'finds the Binary at %s',
  (url) => {
    const resource = asDocument(fullNote, content({ data: undefined, url }));
    expect(attachmentOf(resource, BASE)).toEqual({ binary: 'b-1' });
    expect(noteIn(resource, text).note).toEqual(fullNote);
  },
);

test.each([
  'https://other.example/fhir/Binary/b1',
  `${BASE}.evil.example/Binary/b1`,
  `${BASE}/Binary/../Patient/p2`,
  'DocumentReference/d2',
  'data:text/plain,hello',
  '//other.example/Binary/b1',
])('never leads to %s', (url) => {
  expect(attachmentOf(asDocument(fullNote, content({ data: undefined, url })), BASE)).toEqual({});
});

test('takes the text inside the resource before any Binary, and reads a Binary resource the same way', () => {
  expect(attachmentOf(asDocument(fullNote, content({ url: 'Binary/b1' })), BASE)).toEqual({ inline: text });
  expect(textOfBinary({ resourceType: 'Binary', data: toBase64(text).data })).toBe(text);
  expect(textOfBinary({ resourceType: 'Binary' })).toBeUndefined();
});

test('never looks into a document that does not call itself ours', () => {
  const note = { ...content({ title: 'Progress note' }).content[0], format: undefined };
  const resource = asDocument(fullNote, { identifier: [{ system: 'urn:x', value: 'y' }], content: [note] });
  expect(attachmentOf(resource, BASE)).toEqual({});
  expect(read(resource, text)).toEqual({ kind: 'not-ours' });
});

test.each([
  ['words that are no note', 'Seen today. Doing well.', 'filed-as-text'],
  ['nothing', '', 'filed-as-text'],
  ['a note without its end', text.split('\n').slice(0, -1).join('\n'), 'filed-as-text'],
  ['a note without its record', text.replace(/; note [0-9a-f-]+/, ''), 'filed-as-text'],
  ['a version of the future', text.replace('Evoke text 2', 'Evoke text 3'), 'unknown-version'],
  ['more than anyone says', 'x'.repeat(2_000_001), 'too-large'],
])('lists by date, author and type a document of ours with %s', (_name, held, why) => {
  const author = [{ reference: 'Practitioner/7', display: 'Dr Sam Example' }];
  expect(read(asDocument(fullNote, { author, ...content({ data: undefined, url: 'Binary/b1' }) }), held)).toEqual({
    kind: 'unreadable',
    why,
    date: fullNote.at,
    filed: { form: 'document', resourceId: 'd1', version: '3' },
    authorName: 'Dr Sam Example',
    typeName: 'Progress note',
  });
});

test.each([
  ['what could not be fetched', content({ data: undefined, url: 'Binary/b1' }), 'filed-as-text'],
  ['data that is no base64', content({ data: '%%%' }), 'filed-as-text'],
  ['data of 20 MB', content({ data: 'QUFB'.repeat(5_000_000) }), 'too-large'],
  ['a modifier', { modifierExtension: [{ url: 'urn:not' }] }, 'unknown-modifier'],
  ['implicit rules', { implicitRules: 'urn:rules' }, 'unknown-modifier'],
])('lists and does not guess %s', (_name, change, why) => {
  expect(read(asDocument(fullNote, change))).toMatchObject({ kind: 'unreadable', why, date: fullNote.at });
});

test('says that a text was changed in the chart since it was filed', () => {
  const edited = toBase64(text.replace('Importance (0-10): 7', 'Importance (0-10): 9')).data;
  expect(noteIn(asDocument(fullNote)).altered).toBeUndefined();
  expect(noteIn(asDocument(fullNote, content({ data: edited }))).altered).toBe(true);
});

test.each([
  ['current', 'final', 'current'],
  ['current', undefined, 'current'],
  ['current', 'amended', 'amended'],
  ['current', 'preliminary', 'draft'],
  ['current', 'entered-in-error', 'retracted'],
  ['superseded', 'final', 'superseded'],
  ['entered-in-error', 'final', 'retracted'],
  ['brand-new', 'final', 'draft'],
  [undefined, undefined, 'draft'],
])('takes status %s, %s as %s', (status, docStatus, standing) => {
  expect(noteIn(asDocument(fullNote, { status, docStatus })).standing).toBe(standing);
});

test('takes back what a retracted document replaced, even where its text cannot be read', () => {
  const relatesTo = [{ code: 'replaces', target: { reference: 'DocumentReference/d0' } }];
  expect(read(asDocument(fullNote, { relatesTo }), 'words')).toMatchObject({ replaces: { documents: ['d0'] } });
  const retracted = read(asDocument(fullNote, { relatesTo, status: 'entered-in-error' }), 'words');
  expect(retracted).not.toHaveProperty('replaces');
});

test('is not interested in other resources, and drops what belongs to someone else', () => {
  expect(read({ ...asDocument(fullNote), resourceType: 'Composition' })).toEqual({ kind: 'not-ours' });
  for (const subject of [
    { reference: 'Patient/p2' },
    { reference: 'https://other.example/fhir/Patient/p2' },
    undefined,
  ]) {
    expect(read(asDocument(fullNote, { subject }))).toEqual({ kind: 'other-patient' });
  }
});

test('gives a value for any JSON, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), fc.option(fc.string(), { nil: undefined }), (value, held) => void read(value, held)),
  );
  fc.assert(fc.property(fc.anything(), (value) => void attachmentOf(value, BASE)));
  const resource = asDocument(fullNote, { relatesTo: [{ code: 'replaces', target: { reference: 'x' } }] });
  fc.assert(
    fc.property(fc.constantFrom(...paths(resource)), fc.jsonValue(), (path, junk) => {
      const hostile = replaced(resource, path, junk);
      expect(['note', 'unreadable', 'other-patient', 'not-ours']).toContain(read(hostile).kind);
      attachmentOf(hostile, BASE);
    }),
    { numRuns: 500 },
  );
});

test('survives nesting no one would write', () => {
  let deep: unknown = 'end';
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  expect(read(asDocument(fullNote, { extension: deep }))).toMatchObject({ kind: 'unreadable', why: 'too-large' });
});

test('knows our number by the identifier, by the master identifier, and by the text', () => {
  const other = rulerOnlyNote.id.replace('3f', '4a');
  const identifier = [{ system: NOTE_ID, value: other }];
  expect(noteIn(asDocument(fullNote, { identifier })).note.id).toBe(other);
  expect(noteIn(asDocument(fullNote, { identifier: [], masterIdentifier: identifier[0] })).note.id).toBe(other);
  expect(noteIn(asDocument(fullNote, { identifier: [] })).note.id).toBe(fullNote.id);
});

test('holds the number, the size and the format that a reader without our code needs', () => {
  const [held] = encodeDocument(fullNote, context).content;
  expect(fromBase64(held?.attachment.data ?? '')).toContain(fullNote.id);
  expect(held?.attachment.size).toBe(Buffer.byteLength(text));
  expect(held?.format).toEqual({ system: NOTE_FORMAT, code: 'evoke-text-2' });
});
