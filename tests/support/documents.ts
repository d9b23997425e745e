// Documents as the app writes and reads them, with the base64 of the platform.

import { fromBase64, toBase64 } from '../../src/ehr/forms/base64-utf8.ts';
import {
  attachmentOf as attachment,
  decodeDocument as decode,
  textOfBinary as textIn,
} from '../../src/fhir/document/decode-document.ts';
import { encodeDocument as encode } from '../../src/fhir/document/encode-document.ts';
import type { EncodeContext } from '../../src/fhir/observation/encode-observation.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';

/** The DocumentReference of a note. */
export const encodeDocument = (note: ReadinessNote, context: EncodeContext) => encode(note, context, toBase64);

/** Reads one DocumentReference. `text` is what was fetched from a Binary. */
export const decodeDocument = (resource: unknown, patientId: string, base: string, text?: string) =>
  decode(resource, patientId, base, text, fromBase64);

/** Where the text of a document is. */
export const attachmentOf = (resource: unknown, base: string) => attachment(resource, base, fromBase64);

/** The text of a Binary. */
export const textOfBinary = (holder: unknown) => textIn(holder, fromBase64);
