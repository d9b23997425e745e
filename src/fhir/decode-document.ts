// Any JSON a server gives as a DocumentReference, read as one entry of a person's history. Total: it never throws.
// Source: fhir-and-ehrs.md sections 5 and 8; encode-document.ts is its inverse.

import type { Decoded } from './decode-observation.ts';

/** Where a document's text is: in the resource itself, or a Binary of this server, by id. Empty for one not ours. */
export interface Attached {
  readonly inline?: string;
  readonly binary?: string;
}

/** Finds the text of a document that declares itself ours; other documents' contents are never looked at. */
export function attachmentOf(_resource: unknown, _base?: string): Attached {
  return {};
}

/** Reads one DocumentReference of the launch patient. `text` is what was fetched where `attachmentOf` said `binary`. */
export function decodeDocument(_resource: unknown, _patientId: string, _base?: string, _text?: string): Decoded {
  return { kind: 'not-ours' };
}
