// An Observation of any chart, read with its text: what remains where a server dropped the components or our number.
// encode-observation.ts is its inverse; the reading itself is in observation-entry.ts.

import { readNoteText } from '../../interview/note/text/read-note-text.ts';
import { type Decoded, entryOfObservation } from './observation-entry.ts';

/**
 * Reads one Observation of the launch patient. `base` is the FHIR base under which absolute references are accepted.
 * A lone ruler by other software is a note with that ruler only.
 */
export function decodeObservation(resource: unknown, patientId: string, base?: string): Decoded {
  return entryOfObservation(resource, patientId, base, readNoteText);
}
