// Encodes a readiness note as one self-contained Observation: every fact as a component, and the readable text. Inverse
// of decode-observation.ts. Source: docs/design/readiness-note.md, "The note as an Observation".

import type { CodeableConcept, Coding, Observation, ObservationComponent, Reference } from 'fhir/r4';
import type { NoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { factsOf, rowOf } from '../../interview/note/note-facts.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import type { Code } from '../../interview/talk/focus.ts';
import { OBSERVATION_CATEGORY } from '../categories.ts';
import { PANEL } from '../codes.ts';
import { NOTE_ID } from '../identity.ts';
import { narrativeOf } from '../narrative.ts';
import { componentOfFact, formatComponent, type RulerValue } from './fact-components.ts';

/** Patient, visit and author of a note by their ids, and the site's settings. `clinician` is a relative reference. */
export interface EncodeContext {
  readonly patientId: string;
  readonly encounterId?: string | undefined;
  readonly clinician?: string | undefined;
  /** Name of the clinician as the sign-in gives it, and of the visit as the chart has it. */
  readonly clinicianName?: string | undefined;
  readonly encounterName?: string | undefined;
  /** Adds the second category `social-history`. */
  readonly socialHistory: boolean;
  readonly rulerValue: RulerValue;
  /** Set in `meta.profile`, only if the resource truly conforms. */
  readonly profile?: string | undefined;
  /** Labels from site policy only. */
  readonly security?: readonly Coding[] | undefined;
  /** True in a Part 2 program. The title then does not name the behavior. */
  readonly sensitiveSite?: boolean | undefined;
  readonly personGivenName?: string | undefined;
  /** The author of a document or response, relative. Needed only if `clinician` is a PractitionerRole. */
  readonly practitioner?: string | undefined;
  /** Type of a document: the first of the site's note types. Without one, LOINC 11506-3 Progress note. */
  readonly noteType?: (Code & { readonly display?: string | undefined }) | undefined;
  /** The content type of a document, exactly as the EHR spells it. Default: `text/plain;charset=utf-8`. */
  readonly textContentType?: string | undefined;
  /** True if an EHR takes only three elements to retract a document. The reason is then not stored. */
  readonly shortRetract?: boolean | undefined;
  /** For a correction: the replaced note, and the id of its document or Observation. */
  readonly replaces?:
    | { readonly note: NoteId; readonly documentId?: string | undefined; readonly observationId?: string | undefined }
    | undefined;
}

/** The Observation to create: status `final`, no id, our UUID as identifier. */
export function encodeObservation(note: ReadinessNote, context: EncodeContext): Observation {
  const patient = { reference: `Patient/${context.patientId}` };
  const { replaces, clinician, clinicianName } = context;
  return {
    resourceType: 'Observation',
    ...metaOf(context),
    ...resourceLanguage(note),
    text: narrativeOf(note, context.personGivenName),
    identifier: [{ system: NOTE_ID, value: note.id }],
    status: 'final',
    category: categories(context.socialHistory),
    code: { coding: [{ ...PANEL }], text: titleOf(note, context.sensitiveSite === true) },
    subject: patient,
    ...encounterOf(context),
    effectiveDateTime: note.at,
    issued: note.signedAt,
    performer: [...(clinician ? [referenceTo(clinician, clinicianName)] : []), patient],
    ...(replaces?.observationId ? { derivedFrom: [{ reference: `Observation/${replaces.observationId}` }] } : {}),
    note: [{ text: noteTextFor(note, context) }],
    component: componentsOf(note, context.rulerValue),
  };
}

/** The language of a resource is that of the patient's words. The labels in its narrative are marked as English. */
export const resourceLanguage = ({ language }: ReadinessNote): Pick<Observation, 'language'> =>
  language ? { language } : {};

/** A reference with the name of what it points to, if that is known. */
export const referenceTo = (reference: string, display: string | undefined): Reference => ({
  reference,
  ...(display === undefined ? {} : { display }),
});

/** The visit of a note. Empty without one. */
export const encounterOf = ({ encounterId, encounterName }: EncodeContext): { encounter?: Reference } =>
  encounterId ? { encounter: referenceTo(`Encounter/${encounterId}`, encounterName) } : {};

/** The text form of the note. In a correction it names the replaced note. */
export function noteTextFor(note: ReadinessNote, { personGivenName, replaces }: EncodeContext): string {
  // A second form of the same note has the same number and replaces nothing.
  const replaced = replaces?.note === note.id ? undefined : replaces?.note;
  return writeNoteText(note, { givenName: personGivenName, replaces: replaced });
}

/** "Readiness note: Alcohol", or only "Readiness note" if the topic is sensitive or not named. */
function titleOf(note: ReadinessNote, sensitiveSite: boolean): string {
  const { label, sensitive } = note.target;
  return label === undefined || sensitive || sensitiveSite ? 'Readiness note' : `Readiness note: ${label}`;
}

function metaOf({ profile, security }: EncodeContext): Pick<Observation, 'meta'> {
  if (!profile && !security?.length) return {};
  return {
    meta: { ...(profile ? { profile: [profile] } : {}), ...(security?.length ? { security: [...security] } : {}) },
  };
}

function categories(socialHistory: boolean): CodeableConcept[] {
  const category = (code: string, display: string) => ({ coding: [{ system: OBSERVATION_CATEGORY, code, display }] });
  return [category('survey', 'Survey'), ...(socialHistory ? [category('social-history', 'Social History')] : [])];
}

/** The components in their fixed order: the format first, the three rulers together, then their words. */
function componentsOf(note: ReadinessNote, rulerValue: RulerValue): ObservationComponent[] {
  const facts = factsOf(note);
  const ofRulers = facts.filter((fact) => rowOf(fact).section === 'rulers');
  const before = facts.findIndex((fact) => ofRulers.includes(fact));
  const ordered = [
    ...facts.slice(0, Math.max(0, before)),
    ...ofRulers.filter(({ kind }) => kind === 'ruler'),
    ...ofRulers.filter(({ kind }) => kind !== 'ruler'),
    ...facts.slice(before < 0 ? 0 : before + ofRulers.length),
  ];
  return [formatComponent(), ...ordered.map((fact) => componentOfFact(fact, rulerValue))];
}
