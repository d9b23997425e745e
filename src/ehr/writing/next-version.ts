// Makes the next version of a filed note in each form, with the settings of one EHR. Pure.

import { retractedDocument, shortRetraction } from '../../fhir/document/retract-document.ts';
import { type Amendment, amendedObservation } from '../../fhir/observation/amend-observation.ts';
import type { EncodeContext } from '../../fhir/observation/encode-observation.ts';
import { amendedResponse } from '../../fhir/response/amend-response.ts';
import type { Form } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { NoteChange } from '../../interview/note/note-change.ts';
import type { Person } from '../../interview/visit.ts';
import type { EhrEntry } from '../../site.ts';
import { contextFor, type Signer } from '../forms/form.ts';

/** A resource of the chart and the change to it. */
export interface VersionInput {
  readonly form: Form;
  readonly current: unknown;
  readonly note: ReadinessNote;
  readonly change: NoteChange;
}

/** Makes the resource for the PUT. A document can only be retracted. */
export type EncodeVersion = (amending: VersionInput, signer: Signer, person: Person) => unknown;

type Row = (current: unknown, note: ReadinessNote, context: EncodeContext, amendment: Amendment) => unknown;

const rowsOf = ({ write }: EhrEntry): { readonly [F in Form]: Row } => ({
  observation: amendedObservation,
  response: amendedResponse,
  document: (current, _note, _context, amendment) =>
    write.shortRetract ? shortRetraction(current) : retractedDocument(current, amendment),
});

/** The function that makes next versions for this EHR. */
export function versionEncoderFor(entry: EhrEntry, clinicianName?: string): EncodeVersion {
  const [contextOf, rows] = [contextFor(entry, clinicianName), rowsOf(entry)];
  return ({ form, current, note, change }, signer, person) =>
    rows[form](current, note, contextOf(signer, person), { change, clinician: signer.clinician });
}
