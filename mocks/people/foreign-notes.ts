// Readiness notes as other software writes them: legal FHIR in other shapes, some of it wrong or hidden. A reader will
// meet each of them. The tests say what to make of it.

import { Buffer } from 'node:buffer';
import type { CodeableConcept, DocumentReference, FhirResource, Observation, ObservationComponent } from 'fhir/r4';
import type { Calendar } from './calendar.ts';
import { clinicianReference } from './clinic.ts';
import type { Person } from './person.ts';
import { LOCAL, NOTE_ID, PCO, steadyUuid } from './readiness-note.ts';

const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';
const OTHER = 'https://coach.example/codes';
const ID = 'wisniewski';

/** The person whose chart contains them. */
export const WISNIEWSKI: Person = {
  id: ID,
  mrn: '102240',
  name: { family: 'Wiśniewski', given: ['Łukasz'] },
  story: 'Readiness notes written by other software: panels, lone answers, wrong types, other scales, a retracted one.',
  gender: 'male',
  born: '1976-11-11',
  phone: '555-0144',
  town: 'Northfield',
  today: { reason: 'New to the practice, records from elsewhere', by: 'okafor', startedMinutesAgo: 21 },
  problems: [{ text: 'Tobacco use, cigarettes', icd10: 'F17.210', sinceDaysAgo: 6000 }],
  medicines: [{ text: 'Varenicline 1 mg tablet', dose: 'One tablet twice a day', daysAgo: 25 }],
  measures: [
    { kind: 'smoking', daysAgo: 25, status: 'daily' },
    { kind: 'phq-9', daysAgo: 25, value: 5 },
  ],
};

type Shape = Omit<Observation, 'resourceType' | 'id' | 'subject' | 'status' | 'code'> & {
  readonly status?: Observation['status'];
  readonly code?: CodeableConcept;
};

const pco = (code: string, text: string): CodeableConcept => ({ coding: [{ system: PCO, code }], text });
const NOTE = pco('readiness-assessment', 'Readiness assessment');
const IMPORTANCE = pco('importance', 'Importance of change');
const CONFIDENCE = pco('confidence', 'Confidence to change');
const local = (code: string): CodeableConcept => ({ coding: [{ system: LOCAL, code }] });
const survey = (): CodeableConcept[] => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
];
const answer = (code: string, text: string): CodeableConcept => ({ coding: [{ system: LOINC, code }], text });
const behavior = (text: string): ObservationComponent => ({
  code: local('target-behaviour'),
  valueCodeableConcept: { coding: [{ system: SNOMED, code: '229819007' }], text },
});

function observation(name: string, { status = 'final', code = NOTE, ...rest }: Shape): Observation {
  return {
    resourceType: 'Observation',
    id: `${ID}-${name}`,
    status,
    category: survey(),
    code,
    subject: { reference: `Patient/${ID}` },
    ...rest,
  };
}

// One Observation for each question under a panel, as in the PCO guide: a Quantity, and a coded answer.
function panelWithMembers(calendar: Calendar): readonly Observation[] {
  const effectiveDateTime = calendar.at(25, '10:10');
  const performer = [clinicianReference('okafor')];
  const score = { value: 6, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' };
  return [
    observation('pco-importance', { code: IMPORTANCE, effectiveDateTime, performer, valueQuantity: score }),
    observation('pco-confidence', {
      code: CONFIDENCE,
      effectiveDateTime,
      performer,
      valueCodeableConcept: answer('LA6114-8', '3'),
    }),
    observation('pco-panel', {
      effectiveDateTime,
      performer,
      hasMember: [{ reference: `Observation/${ID}-pco-importance` }, { reference: `Observation/${ID}-pco-confidence` }],
    }),
  ];
}

// Answers that belong to no panel. The display of LA6113-0 says "2 or more" on some terminology servers.
function loneMembers(calendar: Calendar): readonly Observation[] {
  const trap = { coding: [{ system: LOINC, code: 'LA6113-0', display: '2 or more' }] };
  return [
    observation('lone-importance', { code: IMPORTANCE, effectiveDateTime: calendar.at(60, '09:00'), valueInteger: 4 }),
    observation('lone-confidence', {
      code: CONFIDENCE,
      effectiveDateTime: calendar.at(75, '09:00'),
      valueCodeableConcept: trap,
    }),
    observation('lone-words', {
      code: IMPORTANCE,
      effectiveDateTime: calendar.day(90),
      valueCodeableConcept: { text: '7' },
    }),
  ];
}

function unknownParts(calendar: Calendar): readonly Observation[] {
  return [
    observation('unknown-parts', {
      effectiveDateTime: calendar.at(110, '11:20'),
      performer: [clinicianReference('brandt')],
      component: [
        behavior('Tobacco'),
        { code: IMPORTANCE, valueInteger: 6 },
        { code: CONFIDENCE, valueInteger: 2 },
        { code: { coding: [{ system: OTHER, code: 'hope' }], text: 'Hope' }, valueString: 'Fishing without coughing' },
        { code: { coding: [{ system: OTHER, code: 'app-days' }], text: 'Days with the app' }, valueInteger: 12 },
        { code: local('ct-gratitude'), valueString: 'Nobody asked me before.' },
        { code: { text: 'Wants a call back' }, valueBoolean: true },
        { code: pco('readiness-barrier', 'Barrier'), valueString: 'The break room' },
      ],
    }),
  ];
}

// Every value here is a legal value[x] of the wrong kind for its code.
function wrongTypes(calendar: Calendar): readonly Observation[] {
  return [
    observation('wrong-types', {
      effectiveDateTime: calendar.at(140, '14:00'),
      component: [
        { code: local('target-behaviour'), valueInteger: 7 },
        { code: IMPORTANCE, valueString: 'seven' },
        { code: CONFIDENCE, valueBoolean: true },
        { code: local('readiness'), valueRange: { low: { value: 3 }, high: { value: 5 } } },
        { code: local('ct-reason'), valueQuantity: { value: 3, unit: 'children' } },
        { code: local('session-minutes'), valueString: 'a while' },
        { code: local('plan-follow-up'), valueString: 'next month' },
      ],
    }),
  ];
}

// Scores on other scales: a decimal, one past the end, one to ten, a comparator.
function otherScales(calendar: Calendar): readonly Observation[] {
  const at = (days: number) => ({ effectiveDateTime: calendar.at(days, '10:00') });
  const oneToTen = { value: 8, unit: '{1-10}' };
  return [
    observation('decimal', {
      ...at(170),
      component: [{ code: IMPORTANCE, valueQuantity: { value: 7.5, unit: '{score}' } }],
    }),
    observation('eleven', { ...at(180), component: [behavior('Tobacco'), { code: IMPORTANCE, valueInteger: 11 }] }),
    observation('one-to-ten', {
      ...at(190),
      component: [
        behavior('Tobacco'),
        { code: { ...IMPORTANCE, text: 'Importance, 1 to 10' }, valueQuantity: oneToTen },
        { code: CONFIDENCE, valueQuantity: { value: 5, comparator: '>' } },
      ],
    }),
  ];
}

// Notes that are not, or no longer, reliable.
function unsettled(calendar: Calendar): readonly Observation[] {
  const component = [
    behavior('Tobacco'),
    { code: IMPORTANCE, valueInteger: 10 },
    { code: CONFIDENCE, valueInteger: 9 },
  ];
  return [
    observation('entered-in-error', {
      status: 'entered-in-error',
      effectiveDateTime: calendar.at(210, '10:00'),
      component,
      note: [{ text: 'Written in the wrong chart.' }],
    }),
    observation('preliminary', { status: 'preliminary', effectiveDateTime: calendar.at(220, '10:00'), component }),
    observation('no-date', { component }),
    observation('changed-meaning', {
      effectiveDateTime: calendar.at(230, '10:00'),
      modifierExtension: [{ url: 'https://coach.example/imagined', valueBoolean: true }],
      component,
    }),
    observation('no-coding', {
      code: { text: 'Readiness assessment' },
      effectiveDateTime: calendar.at(240, '10:00'),
      component,
    }),
    observation('later-format', {
      effectiveDateTime: calendar.at(250, '10:00'),
      identifier: [{ system: NOTE_ID, value: steadyUuid(`${ID}/later`) }],
      component: [{ code: local('note-format'), valueString: '2' }, ...component],
    }),
  ];
}

// A document that calls itself a readiness note, in an unknown text form.
function unknownText(calendar: Calendar): DocumentReference {
  const text = 'READINESS NOTE (Evoke text 9)\nOn: tobacco\nHow much: somewhat\nEnd of readiness note';
  const date = calendar.at(260, '10:00');
  return {
    resourceType: 'DocumentReference',
    id: `${ID}-unknown-text`,
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: LOINC, code: '11506-3', display: 'Progress note' }] },
    subject: { reference: `Patient/${ID}` },
    date,
    author: [clinicianReference('brandt')],
    content: [
      {
        attachment: {
          contentType: 'text/plain;charset=utf-8',
          data: Buffer.from(text, 'utf8').toString('base64'),
          creation: date,
          title: 'Readiness note',
        },
      },
    ],
  };
}

/** Every shape. */
export function foreignNotes(calendar: Calendar): readonly FhirResource[] {
  return [
    ...panelWithMembers(calendar),
    ...loneMembers(calendar),
    ...unknownParts(calendar),
    ...wrongTypes(calendar),
    ...otherScales(calendar),
    ...unsettled(calendar),
    unknownText(calendar),
  ];
}
