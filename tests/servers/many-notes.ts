// Many notes for one chart, encoded by the app's own encoder: one a day, back from yesterday.

import type { FhirResource } from 'fhir/r4';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { readInstant, readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote, rulerOnlyNote } from '../support/notes.ts';
import type { ServerChart } from './chart-at.ts';

const DAY_MS = 86_400_000;

/** So many Observations for that chart, the newest first. Every tenth has every field filled. */
export function manyNotes(count: number, input: ServerChart['input']): readonly FhirResource[] {
  const { patientId = '', userReference } = input;
  return Array.from({ length: count }, (_, place) => {
    const at = made(readInstant(new Date(Date.now() - (place + 1) * DAY_MS).toISOString()));
    const note = {
      ...(place % 10 === 0 ? fullNote : rulerOnlyNote),
      id: made(readNoteId(crypto.randomUUID())),
      at,
      signedAt: at,
    };
    return encodeObservation(note, {
      patientId,
      ...(userReference !== undefined && { clinician: userReference }),
      socialHistory: true,
      rulerValue: 'integer',
    });
  });
}
