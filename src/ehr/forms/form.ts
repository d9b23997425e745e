// Defines a form that a note can be filed in: how to encode, decode and label it. Adapts the codecs to the settings of
// one EHR and site. Pure. form-rows.ts has the forms.

import { field, listAt, textAt } from '../../fhir/datatypes/json.ts';
import type { Amendment } from '../../fhir/observation/amend-observation.ts';
import type { Decoded } from '../../fhir/observation/decode-observation.ts';
import type { EncodeContext } from '../../fhir/observation/encode-observation.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Code } from '../../interview/talk/focus.ts';
import type { Binding, Person } from '../../interview/visit.ts';
import type { EhrEntry } from '../../site.ts';

/** A resource as the chart returned it. `text` is the fetched content of a document. */
export interface Stored {
  readonly resource: unknown;
  readonly text?: string;
  /** True for a readiness note whose text could not be read, so that its number is not known. */
  readonly unread?: true;
}

export interface FormRow {
  readonly encode: (note: ReadinessNote, context: EncodeContext) => unknown;
  /** The resource for an update of `current`. The text of a document is never edited. */
  readonly amend: (current: unknown, note: ReadinessNote, context: EncodeContext, amendment: Amendment) => unknown;
  readonly decode: (stored: Stored, patient: string, base: string) => Decoded;
  /** How many coded parts the resource has. A server may drop some and keep the text. */
  readonly parts: (resource: unknown) => number;
  /** The text of the whole note, where the resource has it. */
  readonly texts: (stored: Stored) => readonly string[];
  /** The search parameter for the date of a note in this form. */
  readonly date: string;
}

/** Who signs, and for which visit. `clinician` is the verified fhirUser, `practitioner` the person behind a role. */
export interface Signer extends Binding {
  readonly clinician: string;
  readonly practitioner: string | undefined;
  readonly visitName?: string | undefined;
}

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

export type Label = Code;

const PART_2: readonly Label[] = [
  { system: CONFIDENTIALITY, code: 'R' },
  { system: ACT_CODE, code: '42CFRPart2' },
];

/**
 * Labels for every resource filed here: in a Part 2 program, unless the site turned labels off. Source:
 * docs/design/readiness-note.md, "Document types and labels".
 */
export const labelsFor = ({ part2Program, securityLabels }: EhrEntry): readonly Label[] =>
  part2Program && securityLabels ? PART_2 : [];

/** The labels a resource of any form carries. */
export function labelsOn(resource: unknown): readonly Label[] {
  const concepts = listAt(resource, 'securityLabel').flatMap((one) => listAt(one, 'coding'));
  return [...listAt(field(resource, 'meta'), 'security'), ...concepts].flatMap((one) => {
    const [system, code] = [textAt(one, 'system'), textAt(one, 'code')];
    return system !== undefined && code !== undefined ? { system, code } : [];
  });
}

/** The context of one note. `replaces` is set for a correction that is a note of its own. */
export type ContextOf = (signer: Signer, person: Person, replaces?: EncodeContext['replaces']) => EncodeContext;

/** Combines this EHR's encoding settings with the signer and the patient of one note. */
export function contextFor(entry: EhrEntry, clinicianName: string | undefined): ContextOf {
  const { rulerValue, socialHistory, profile, textContentType, shortRetract } = entry.write;
  return ({ patient, clinician, practitioner, encounter, visitName }, person, replaces) => ({
    rulerValue,
    socialHistory,
    profile,
    textContentType,
    shortRetract,
    sensitiveSite: entry.part2Program,
    noteType: entry.noteTypes[0],
    security: labelsFor(entry),
    clinician,
    practitioner,
    clinicianName,
    replaces,
    patientId: patient,
    encounterId: encounter,
    encounterName: visitName,
    personGivenName: person.preferred ?? person.given,
  });
}

/** How many coded parts a note has in a form. The signer makes no difference. */
export function countCodedParts(note: ReadinessNote, form: FormRow): number {
  return form.parts(form.encode(note, { patientId: 'any', socialHistory: false, rulerValue: 'integer' }));
}
