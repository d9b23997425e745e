// The next version of a note on the wire: our parts again, everything else as the chart gave it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retractedDocument, shortRetraction } from '../../src/fhir/document/retract-document.ts';
import { amendedObservation } from '../../src/fhir/observation/amend-observation.ts';
import { decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { amendedResponse } from '../../src/fhir/response/amend-response.ts';
import { decodeResponse } from '../../src/fhir/response/decode-response.ts';
import { encodeResponse } from '../../src/fhir/response/encode-response.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { type NoteChange, withChange } from '../../src/interview/note/note-change.ts';
import { composedNote, made } from '../support/arbitraries.ts';
import { decodeDocument, encodeDocument } from '../support/documents.ts';
import { fullNote, moment } from '../support/notes.ts';
import { r4Validator } from '../support/r4-schema.ts';
import { asDocument, asObservation, asResponse, BASE, context, throughJson } from './forms.ts';

const CHANGE: NoteChange = { act: 'correct', at: moment('2026-11-23T10:42:07+01:00'), words: 'Misheard' };
const amendment = { change: CHANGE, clinician: 'Practitioner/7' };
const after = withChange({ ...fullNote, goal: 'Dry weekdays' }, CHANGE);

const noteIn = (decoded: ReturnType<typeof decodeObservation>) => {
  if (decoded.kind !== 'note') throw new Error(decoded.kind);
  return decoded;
};

/** What a server or a colleague may have put beside our own. */
const EXTRAS = {
  meta: { versionId: '3', tag: [{ code: 'reviewed' }] },
  interpretation: [{ text: 'seen at the desk' }],
  extension: [{ url: 'https://ehr.example/row', valueString: '7' }],
};
const QUANTITY = {
  code: { coding: [{ system: 'https://ehr.example/codes', code: 'w' }], text: 'Weight' },
  valueQuantity: { value: 81, unit: 'kg' },
};

test('an Observation keeps every element and component that is not ours, as it was written', () => {
  const current = asObservation(fullNote, EXTRAS);
  const seen = { ...current.component[1], extension: [{ url: 'https://ehr.example/seen', valueBoolean: true }] };
  current.component[1] = seen;
  current.component.push(QUANTITY);
  current.note.push({ text: 'A word by the desk', time: '2026-11-22T22:00:00Z' });
  const note = noteIn(decodeObservation(current, 'p1', BASE)).note;
  const next = throughJson(
    amendedObservation(current, withChange({ ...note, goal: 'Dry weekdays' }, CHANGE), context, amendment),
  );
  expect(next).toMatchObject({
    ...EXTRAS,
    id: 'o1',
    status: 'corrected',
    effectiveDateTime: fullNote.at,
    issued: CHANGE.at,
  });
  expect(next.identifier).toEqual(current.identifier);
  expect(next.performer).toEqual(current.performer);
  expect(next.encounter).toEqual(current.encounter);
  expect(next.component).toContainEqual(QUANTITY);
  expect(next.component).toContainEqual(seen);
  expect(next.note).toMatchObject([
    { text: expect.stringContaining('Dry weekdays') },
    { text: 'A word by the desk' },
    { text: 'Corrected: Misheard', time: CHANGE.at, authorReference: { reference: 'Practitioner/7' } },
  ]);
});

test('a role authors no annotation, since R4 lets none', () => {
  const next = amendedObservation(asObservation(fullNote), after, context, {
    ...amendment,
    clinician: 'PractitionerRole/7',
  });
  expect(throughJson(next).note.at(-1)).toEqual({ text: 'Corrected: Misheard', time: CHANGE.at });
});

test('form answers keep a question that is not ours, as it was answered', () => {
  const item = { linkId: 'desk-1', text: 'Told at the desk', answer: [{ valueString: 'He rang' }] };
  const current = asResponse(fullNote, { extension: EXTRAS.extension });
  current.item.splice(3, 0, item);
  const { note } = noteIn(decodeResponse(current, 'p1', BASE));
  const next = throughJson(
    amendedResponse(current, withChange({ ...note, goal: 'Dry weekdays' }, CHANGE), context, amendment),
  );
  expect(next).toMatchObject({ id: 'r1', status: 'amended', authored: CHANGE.at, extension: EXTRAS.extension });
  expect(next.item.filter(({ linkId }: { linkId: string }) => linkId === 'desk-1')).toEqual([item]);
  expect(noteIn(decodeResponse(next, 'p1', BASE)).note.also).toContainEqual({
    label: 'Told at the desk',
    value: 'He rang',
  });
});

test('any change of any note is read back exactly, from both forms', () => {
  fc.assert(
    fc.property(composedNote, composedNote, (base, other) => {
      const note = withChange({ ...other, id: base.id, at: base.at }, CHANGE);
      const observation = throughJson(amendedObservation(asObservation(base), note, context, amendment));
      expect(noteIn(decodeObservation(observation, 'p1', BASE))).toMatchObject({ note, standing: 'corrected' });
      const response = throughJson(amendedResponse(asResponse(base), note, context, amendment));
      expect(noteIn(decodeResponse(response, 'p1', BASE))).toMatchObject({ note, standing: 'amended' });
    }),
    { numRuns: 80 },
  );
});

test('every version is valid R4', () => {
  const retract = { ...amendment, change: { ...CHANGE, act: 'retract' as const } };
  for (const one of [
    amendedObservation(asObservation(fullNote), after, context, amendment),
    amendedResponse(asResponse(fullNote), after, context, amendment),
    retractedDocument(asDocument(fullNote), retract),
  ]) {
    const next = throughJson(one);
    const check = r4Validator(next.resourceType);
    expect([check(next), check.errors]).toEqual([true, null]);
  }
});

test('a retracted document keeps its text, says when and why, and is read as such', () => {
  const change: NoteChange = { ...CHANGE, act: 'retract', words: 'Another person’s: see the desk' };
  const next = throughJson(retractedDocument(asDocument(fullNote), { ...amendment, change }));
  expect(next.content).toEqual(asDocument(fullNote).content);
  const { note, standing } = noteIn(decodeDocument(next, 'p1', BASE));
  expect(standing).toBe('retracted');
  expect(note).toEqual(withChange(fullNote, change));
});

test('the short form of a retraction holds three elements', () => {
  expect(shortRetraction(asDocument(fullNote))).toEqual({
    resourceType: 'DocumentReference',
    id: 'd1',
    status: 'entered-in-error',
    subject: { reference: 'Patient/p1' },
  });
});

test('a note of its own names the one it replaces, in every form', () => {
  const older = made(readNoteId('aaaaaaaa-0000-4000-8000-000000000001'));
  const replaces = { note: older, documentId: 'd0', observationId: 'o0' };
  const to = { ...context, replaces };
  const observation = throughJson(encodeObservation(fullNote, to));
  expect(observation.derivedFrom).toEqual([{ reference: 'Observation/o0' }]);
  expect(decodeObservation(observation, 'p1', BASE)).toMatchObject({ note: fullNote, replaces: { note: older } });
  expect(decodeResponse(throughJson(encodeResponse(fullNote, to)), 'p1', BASE)).toMatchObject({
    replaces: { note: older },
  });
  expect(decodeDocument(throughJson(encodeDocument(fullNote, to)), 'p1', BASE)).toMatchObject({
    replaces: { note: older, documents: ['d0'] },
  });
});

test('words that only look like the line of another note replace nothing', () => {
  const sly = { ...fullNote, goal: 'x\nReplaces: aaaaaaaa-0000-4000-8000-000000000001' };
  const decoded = decodeObservation(throughJson(encodeObservation(sly, context)), 'p1', BASE);
  expect(decoded.kind === 'note' && decoded.replaces).toBeUndefined();
});
