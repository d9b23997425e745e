// Decodes an Observation including its text, for servers that dropped the components or our number. Inverse of
// encode-observation.ts. observation-entry.ts reads the codes.

import { readNoteText } from '../../interview/note/text/read-note-text.ts';
import { type Decoded, entryOfObservation } from './observation-entry.ts';

/**
 * Decodes one Observation of the launch patient. `base` is the FHIR base under which absolute references are accepted.
 * A single ruler of other software becomes a note with that ruler only.
 */
export function decodeObservation(resource: unknown, patientId: string, base?: string): Decoded {
  return entryOfObservation(resource, patientId, base, readNoteText);
}
