// The clinic of the synthetic people: one place, two clinicians, their roles. Knows no patient.

import type { FhirResource, Reference } from 'fhir/r4';
import type { Clinician } from './person.ts';

const PEOPLE = {
  okafor: { family: 'Okafor-Lindström', given: 'Ngozi', title: 'MD', role: 'Family physician', npi: '9990000017' },
  brandt: { family: 'Brandt', given: 'Samuel', title: 'NP', role: 'Nurse practitioner', npi: '9990000025' },
} as const satisfies Record<Clinician, Readonly<Record<string, string>>>;

/** The facility's name as on the chart page and every document. */
export const FACILITY = 'Northfield Family Practice';

/** The clinicians who can sign in. */
const CLINICIANS = Object.keys(PEOPLE) as readonly Clinician[];

/** A clinician's name as a chart prints it. */
const clinicianName = (clinician: Clinician): string => {
  const { given, family, title } = PEOPLE[clinician];
  return `${given} ${family}, ${title}`;
};

/** A reference with its display name. */
export const clinicianReference = (clinician: Clinician): Reference => ({
  reference: `Practitioner/${clinician}`,
  display: clinicianName(clinician),
});

/** The resources of the clinic itself. */
export function clinicResources(): readonly FhirResource[] {
  return [
    { resourceType: 'Organization', id: 'northfield', active: true, name: FACILITY },
    ...CLINICIANS.flatMap(staffResources),
  ];
}

function staffResources(clinician: Clinician): readonly FhirResource[] {
  const { family, given, title, role, npi } = PEOPLE[clinician];
  return [
    {
      resourceType: 'Practitioner',
      id: clinician,
      active: true,
      identifier: [{ system: 'https://northfield.example/staff', value: npi }],
      name: [{ use: 'official', family, given: [given], suffix: [title], text: clinicianName(clinician) }],
    },
    {
      resourceType: 'PractitionerRole',
      id: `${clinician}-northfield`,
      active: true,
      practitioner: clinicianReference(clinician),
      organization: { reference: 'Organization/northfield', display: FACILITY },
      code: [{ text: role }],
    },
  ];
}
