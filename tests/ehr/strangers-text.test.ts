// @vitest-environment happy-dom
// A server that ignores whose notes were asked for: what it brings of someone else is counted, and never fetched.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Ehr } from '../../src/ehr/port.ts';
import { NOTE_ID } from '../../src/fhir/identity.ts';
import { type NoteId, readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote } from '../support/notes.ts';
import { begin, changing, NEXT_ID, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const binaries = () => asked().flatMap(({ url }) => (url.includes('/Binary/') ? [new URL(url).pathname] : []));

/** A chart that holds a document of this patient, and answers every search with another person's beside it. */
async function withStranger(over: Readonly<Record<string, unknown>> = {}) {
  const bench = await begin();
  const filed = await bench.files('document');
  const own = bench.sandbox.store.all('DocumentReference')[0] as unknown as Record<string, unknown>;
  const [content] = own['content'] as [{ attachment: { contentType: string } }];
  const { contentType } = content.attachment;
  const theirs = {
    ...own,
    id: 'theirs',
    subject: { reference: 'Patient/somebody-else' },
    content: [{ ...content, attachment: { contentType, url: `${ISS}/Binary/theirs` } }],
    ...over,
  };
  const entry = [own, theirs].map((resource) => ({ resource }));
  const answer = () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', entry });
  answerWith(http.get(`${ISS}/DocumentReference`, answer));
  return { bench, filed };
}

test('another person’s document is counted in the list, and its words are not asked for', async () => {
  const { bench } = await withStranger();
  const read = await bench.ehr.listNotes(signal());
  expect(read).toMatchObject({ ok: true, value: { otherPatients: 1, entries: [{ kind: 'note' }] } });
  expect(binaries()).toEqual([]);
});

test('looking for what replaced a note reads no other person’s words', async () => {
  const { bench, filed } = await withStranger();
  const { change } = await bench.rights(filed);
  expect(await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }))).toMatchObject({
    // The search of this test never shows the new document.
    kind: 'unverified',
  });
  expect(binaries()).toEqual([]);
});

const looksFor = ({ ehr }: { readonly ehr: Ehr }, id: NoteId) =>
  ehr.findNote({ ...fullNote, id }, ['document'], () => undefined, signal());
const numbered = (id: NoteId) => ({ identifier: [{ system: NOTE_ID, value: `urn:uuid:${id}` }] });
const OTHER_ID = made(readNoteId('99999999-2222-4333-8444-555555555555'));

test('looking for a note that may have arrived finds its own, and reads no other person’s words', async () => {
  const { bench } = await withStranger(numbered(OTHER_ID));
  expect(await looksFor(bench, fullNote.id)).toMatchObject({ kind: 'filed' });
  expect(binaries()).toEqual([]);
});

test('documents of another number are not the note that is looked for, and are not read for it', async () => {
  const { bench } = await withStranger(numbered(OTHER_ID));
  expect(await looksFor(bench, NEXT_ID)).toEqual({ kind: 'absent', why: 'lost' });
  expect(binaries()).toEqual([]);
});

test('a document without a number that names another person is not read, and may still be the note', async () => {
  const { bench } = await withStranger({ identifier: [] });
  expect(await looksFor(bench, NEXT_ID)).toMatchObject({ kind: 'unknown' });
  expect(binaries()).toEqual([]);
});

test('a document with the note’s own number is the note, even if it names another patient', async () => {
  const { bench } = await withStranger(numbered(NEXT_ID));
  expect(await looksFor(bench, NEXT_ID)).toMatchObject({ kind: 'mismatch' });
  expect(binaries()).toEqual([]);
});
