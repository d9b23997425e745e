import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PCO } from '../../src/fhir/codes.ts';
import { decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { decodeResponse } from '../../src/fhir/response/decode-response.ts';
import { FORMS, type Form, type HistoryEntry } from '../../src/interview/history/history.ts';
import { mergeNotes } from '../../src/interview/history/merge-notes.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { readinessNote } from '../support/arbitraries.ts';
import { decodeDocument } from '../support/documents.ts';
import { underAddress } from '../support/earlier-identity.ts';
import { fullNote, rulerOnlyNote } from '../support/notes.ts';
import { asDocument, asObservation, asResponse, BASE } from './forms.ts';

const WRITERS = { observation: asObservation, document: asDocument, response: asResponse } as const;
const READERS = { observation: decodeObservation, document: decodeDocument, response: decodeResponse } as const;

/** The entry a chart gives for a note filed in this form. */
function filed(note: ReadinessNote, form: Form, id: string, change: object = {}): HistoryEntry {
  const decoded = READERS[form](WRITERS[form](note, change, id), 'p1', BASE);
  if (decoded.kind !== 'note') throw new Error(`read as ${JSON.stringify(decoded)}`);
  return decoded;
}

const notes = fc.uniqueArray(readinessNote, { selector: ({ id }) => id, minLength: 1, maxLength: 4 });
const forms = fc.subarray([...FORMS], { minLength: 1 });

test('gives each of our notes once, whole, whatever forms it was filed in and in whatever order they come', () => {
  fc.assert(
    fc.property(notes, fc.array(forms, { minLength: 4, maxLength: 4 }), fc.func(fc.integer()), (all, places, key) => {
      const entries = all.flatMap((note, nth) =>
        (places[nth] ?? []).map((form) => filed(note, form, `${form[0]}${nth}`)),
      );
      const shown = mergeNotes(entries.toSorted((one, other) => key(one.filed) - key(other.filed)));
      const held = shown.map((entry) => (entry.kind === 'note' ? entry.note : entry));
      expect(held).toHaveLength(all.length);
      expect(held).toEqual(expect.arrayContaining(all));
      expect(shown.reduce((sum, { alsoFiled = [] }) => sum + 1 + alsoFiled.length, 0)).toBe(entries.length);
      expect(shown).toEqual(mergeNotes(entries));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['everything', {}],
  ['only the text line', { relatesTo: undefined }],
])('folds a corrected document under its correction when the chart keeps %s', (_name, change) => {
  const replaces = { note: rulerOnlyNote.id, documentId: 'd0' };
  const older = { ...rulerOnlyNote, at: fullNote.at };
  const newer = { ...fullNote, id: rulerOnlyNote.id.replace('3f', '4a') as typeof fullNote.id };
  const correction = decodeDocument(asDocument(newer, change, 'd1', { replaces }), 'p1', BASE);
  const [shown, ...rest] = mergeNotes([filed(older, 'document', 'd0'), correction as HistoryEntry]);
  expect(rest).toEqual([]);
  expect(shown).toMatchObject({ note: newer, earlier: [{ note: older }] });
});

test('knows one note in two forms although each server dropped its identifier', () => {
  const bare = FORMS.map((form) => filed(fullNote, form, 'x', { identifier: undefined }));
  expect(mergeNotes(bare)).toMatchObject([{ note: { id: fullNote.id }, alsoFiled: [{}, {}] }]);
});

test.each(FORMS)('reads notes with a web address and with the permanent identity as one history: %s', (form) => {
  fc.assert(
    fc.property(notes, fc.nat(), (all, odd) => {
      const entries = all.map((note, nth) => {
        const resource = WRITERS[form](note, {}, `n${nth}`);
        const stored = (nth + odd) % 2 ? underAddress(resource, 'https://notes.clinic.example/fhir') : resource;
        return READERS[form](stored, 'p1', BASE) as HistoryEntry;
      });
      const shown = mergeNotes(entries);
      expect(shown.map((entry) => (entry.kind === 'note' ? entry.note : entry))).toEqual(
        expect.arrayContaining([...all]),
      );
      expect(shown).toHaveLength(all.length);
    }),
    { numRuns: 40 },
  );
});

test('knows one note filed under both identities by its number', () => {
  const today = asObservation(fullNote, {}, 'o1');
  const earlier = underAddress(asDocument(fullNote, {}, 'd1'), 'https://notes.clinic.example/fhir');
  const entries = [decodeObservation(today, 'p1', BASE), decodeDocument(earlier, 'p1', BASE)] as HistoryEntry[];
  expect(mergeNotes(entries)).toMatchObject([{ note: { id: fullNote.id }, alsoFiled: [{}] }]);
});

test('a day without an hour sorts after the evening before, and before the morning after', () => {
  const on = (id: string, effectiveDateTime: string) => ({
    ...{ resourceType: 'Observation', id, status: 'final', subject: { reference: 'Patient/p1' }, effectiveDateTime },
    ...{ code: { coding: [{ system: PCO, code: 'importance' }] }, valueInteger: 5 },
  });
  const times = ['2026-11-23T06:00:00-05:00', '2026-11-22', '2026-11-21T20:00:00-05:00'];
  const entries = times.flatMap((time, nth): readonly HistoryEntry[] => {
    const decoded = decodeObservation(on(`o${nth}`, time), 'p1', BASE);
    return decoded.kind === 'note' ? [decoded] : [];
  });
  expect(mergeNotes(entries.toReversed()).map(({ filed }) => filed.resourceId)).toEqual(['o0', 'o1', 'o2']);
});
