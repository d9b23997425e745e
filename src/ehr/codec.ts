// Fits the pure encoder to one EHR's entry and one site's policy. It knows settings, not the wire.

import { type EncodeContext, encodeObservation } from '../fhir/encode-observation.ts';
import type { ReadinessNote } from '../interview/note.ts';
import type { Binding, Person } from '../interview/visit.ts';
import type { EhrEntry, Site } from '../site.ts';

/** Makes the resource one note is filed as. `clinician` is the verified fhirUser. */
export type Encode = (note: ReadinessNote, launch: Binding & { readonly clinician: string }, person: Person) => unknown;

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** Labels of a Part 2 program, only where the site asks for labels (fhir-and-ehrs.md 1.6). */
function labels(site: Site): Pick<EncodeContext, 'security'> {
  if (!site.part2Program || !site.securityLabels) return {};
  return {
    security: [
      { system: CONFIDENTIALITY, code: 'R' },
      { system: ACT_CODE, code: '42CFRPart2' },
    ],
  };
}

/** The encoder this EHR and this site ask for. */
export function encoderFor(entry: EhrEntry, site: Site): Encode {
  const { rulerValue, socialHistory, profile } = entry.write;
  return (note, launch, person) => {
    const givenName = person.preferred ?? person.given;
    return encodeObservation(note, {
      patientId: launch.patient,
      clinician: launch.clinician,
      rulerValue,
      socialHistory,
      sensitiveSite: site.part2Program,
      ...(launch.encounter !== undefined && { encounterId: launch.encounter }),
      ...(profile !== undefined && { profile }),
      ...(givenName !== undefined && { personGivenName: givenName }),
      ...labels(site),
    });
  };
}
