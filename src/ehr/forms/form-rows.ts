// The forms a note can be filed in, one row each. They also read resources that a chart changed. Pure.

import { listAt, textAt } from '../../fhir/datatypes/json.ts';
import { decodeDocument } from '../../fhir/document/decode-document.ts';
import { encodeDocument } from '../../fhir/document/encode-document.ts';
import { retractedDocument, shortRetraction } from '../../fhir/document/retract-document.ts';
import { amendedObservation } from '../../fhir/observation/amend-observation.ts';
import { decodeObservation } from '../../fhir/observation/decode-observation.ts';
import { encodeObservation } from '../../fhir/observation/encode-observation.ts';
import { amendedResponse } from '../../fhir/response/amend-response.ts';
import { decodeResponse } from '../../fhir/response/decode-response.ts';
import { encodeResponse } from '../../fhir/response/encode-response.ts';
import type { Form } from '../../interview/history/history.ts';
import { fromBase64, toBase64 } from './base64-utf8.ts';
import type { FormRow } from './form.ts';

const itemText = (item: unknown): string | undefined =>
  listAt(item, 'answer')
    .map((answer) => textAt(answer, 'valueString'))
    .find(Boolean);

/** One row per form. A document has no coded parts because its text is the note. */
export const FORM_ROWS: { readonly [F in Form]: FormRow } = {
  observation: {
    encode: encodeObservation,
    amend: amendedObservation,
    decode: ({ resource }, patient, base) => decodeObservation(resource, patient, base),
    parts: (resource) => listAt(resource, 'component').length,
    texts: ({ resource }) => listAt(resource, 'note').flatMap((one) => textAt(one, 'text') ?? []),
    date: 'date',
  },
  document: {
    encode: (note, context) => encodeDocument(note, context, toBase64),
    amend: (current, _note, { shortRetract }, amendment) =>
      shortRetract ? shortRetraction(current) : retractedDocument(current, amendment),
    decode: ({ resource, text }, patient, base) => decodeDocument(resource, patient, base, text, fromBase64),
    parts: () => 0,
    texts: ({ text }) => (text === undefined ? [] : [text]),
    date: 'date',
  },
  response: {
    encode: encodeResponse,
    amend: amendedResponse,
    decode: ({ resource }, patient, base) => decodeResponse(resource, patient, base),
    parts: (resource) => listAt(resource, 'item').length,
    texts: ({ resource }) => listAt(resource, 'item').flatMap((item) => itemText(item) ?? []),
    date: 'authored',
  },
};
