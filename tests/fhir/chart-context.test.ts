// The chart's problems, medicines and measurements. Whatever a server sends, missing stays missing, wrong types are
// "could not be read", and no other patient's data appear.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeConditions, decodeMeasures, decodeMedicines } from '../../src/fhir/chart/decode-chart-context.ts';
import { MEASURES, type Measured } from '../../src/interview/chart-context.ts';

const LOINC = 'http://loinc.org';
const BASE = 'https://ehr.example/fhir';
const PAT = { reference: 'Patient/pat' };
const category = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] },
];
const loinc = (code: string) => ({ coding: [{ system: LOINC, code }] });

const observation = (code: string, over: object) => ({
  resourceType: 'Observation',
  status: 'final',
  code: loinc(code),
  subject: PAT,
  category: category('survey'),
  effectiveDateTime: '2026-10-22T10:05:00Z',
  ...over,
});
const auditC = (over: object) => observation('75626-2', over);
const measures = (...resources: readonly unknown[]) => decodeMeasures(resources, 'pat', BASE).found;

test('says of every measurement that it is missing where the chart holds none', () => {
  expect(measures()).toEqual(Object.fromEntries(MEASURES.map((measure) => [measure, { kind: 'missing' }])));
});

test('reads a score with its date and its place', () => {
  expect(measures(auditC({ valueQuantity: { value: 7, unit: '{score}' } }))['audit-c']).toEqual({
    kind: 'found',
    written: '7',
    reading: { kind: 'number', value: 7, unit: 'none' },
    date: '2026-10-22T10:05:00Z',
    source: 'screening',
  });
});

test('keeps a score of 0, which is not the same as none', () => {
  expect(measures(auditC({ valueInteger: 0 }))['audit-c']).toMatchObject({ kind: 'found', written: '0' });
});

test.each([
  ['text for a number', { valueQuantity: { value: '7' } }],
  ['a score beside the scale', { valueInteger: 13 }],
  ['a decimal', { valueQuantity: { value: 7.5 } }],
  ['a comparator', { valueQuantity: { value: 7, comparator: '>' } }],
  ['another unit', { valueQuantity: { value: 7, unit: 'kg' } }],
  ['words', { valueString: 'high' }],
  ['a list', { valueInteger: [7] }],
  ['no value and no reason', {}],
  ['a value together with a reason for none', { valueInteger: 7, dataAbsentReason: { text: 'not asked' } }],
  ['a modifier nobody knows', { valueInteger: 7, modifierExtension: [{ url: 'https://x.example' }] }],
  ['fifty million letters', { valueInteger: 7, note: [{ text: 'x'.repeat(50_000_000) }] }],
])('cannot read %s, and says so with the date', (_what, over) => {
  expect(measures(auditC(over))['audit-c']).toEqual({
    kind: 'unreadable',
    source: 'screening',
    date: '2026-10-22T10:05:00Z',
  });
});

test('takes the newest entry by instant, and does not fall back to an older one it can read', () => {
  const older = auditC({ valueInteger: 5, effectiveDateTime: '2026-10-22T23:30:00-05:00' });
  const newer = auditC({ valueInteger: 'many', effectiveDateTime: '2026-10-23T05:00:00Z' });
  const undated = auditC({ valueInteger: 1, effectiveDateTime: undefined });
  for (const order of [
    [older, newer, undated],
    [undated, newer, older],
  ])
    expect(measures(...order)['audit-c']).toMatchObject({ kind: 'unreadable', date: '2026-10-23T05:00:00Z' });
});

test('leaves out what was entered in error, and says what is not final', () => {
  expect(measures(auditC({ valueInteger: 7, status: 'entered-in-error' }))['audit-c']).toEqual({ kind: 'missing' });
  expect(measures(auditC({ valueInteger: 7, status: 'preliminary' }))['audit-c']).toMatchObject({ provisional: true });
});

test('tells that a question was put and not answered', () => {
  const declined = auditC({
    dataAbsentReason: { coding: [{ code: 'asked-declined', display: 'Asked But Declined' }] },
  });
  expect(measures(declined)['audit-c']).toMatchObject({ kind: 'unanswered', why: 'Asked But Declined' });
});

test('reads a total inside a panel; a panel that only refers to others holds none', () => {
  const member = { reference: 'Observation/1' };
  const panel = (over: object) => observation('72109-2', over);
  expect(measures(panel({ hasMember: [member] }))['audit-c']).toEqual({ kind: 'missing' });
  const component = [
    { code: loinc('68519-8'), valueInteger: 2 },
    { code: loinc('75626-2'), valueInteger: 6 },
  ];
  expect(measures(panel({ component }))['audit-c']).toMatchObject({ kind: 'found', written: '6' });
});

test.each([
  [25, { kind: 'found', written: '25' }],
  [5, { kind: 'found', written: '5' }],
  [4, { kind: 'unreadable' }],
  [26, { kind: 'unreadable' }],
])('reads an Asthma Control Test of %i on its scale of 5 to 25', (value, expected) => {
  const valueQuantity = { value, unit: '{score}' };
  expect(measures(observation('82668-5', { valueQuantity })).act).toMatchObject(expected);
  const component = [{ code: loinc('82668-5'), valueQuantity }];
  expect(measures(observation('82674-3', { component })).act).toMatchObject(expected);
});

const sct = (code: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] });

test.each([
  ['a code, in our words', sct('449868002', 'Smoker'), 'Smokes daily', 'current'],
  ['a LOINC answer', loinc('LA15920-4'), 'Used to smoke', 'former'],
  ['words only', { text: 'Two cigars at Christmas' }, 'Two cigars at Christmas', 'other'],
])('reads smoking status from %s', (_what, valueCodeableConcept, written, status) => {
  expect(measures(observation('72166-2', { valueCodeableConcept })).smoking).toMatchObject({
    kind: 'found',
    written,
    reading: { kind: 'smoking', status },
  });
});

test('reads no smoking status from two answers at once', () => {
  const both = { coding: [...sct('449868002', '').coding, ...sct('266919005', '').coding] };
  expect(measures(observation('72166-2', { valueCodeableConcept: both })).smoking).toMatchObject({
    kind: 'unreadable',
  });
});

test.each<readonly [string, object, Partial<Measured>]>([
  ['per cent', { value: 7.4, unit: '%' }, { kind: 'found', written: '7.4 %' } as Partial<Measured>],
  ['mmol/mol', { value: 57, code: 'mmol/mol' }, { kind: 'found', written: '57 mmol/mol' } as Partial<Measured>],
  [
    'beyond the scale',
    { value: 14, unit: '%', comparator: '>' },
    { kind: 'found', written: '> 14 %' } as Partial<Measured>,
  ],
  ['no unit', { value: 7.4 }, { kind: 'unreadable' }],
  ['a number that fits neither', { value: 57, unit: '%' }, { kind: 'unreadable' }],
])('reads HbA1c in %s only as far as it can be relied on', (_what, valueQuantity, expected) => {
  expect(measures(observation('4548-4', { valueQuantity })).hba1c).toMatchObject(expected);
});

const condition = (text: string, over: object = {}) => ({
  resourceType: 'Condition',
  subject: PAT,
  code: { text },
  category: [{ coding: [{ code: 'problem-list-item' }] }],
  recordedDate: '2026-10-22',
  ...over,
});
const conditions = (...resources: readonly unknown[]) => decodeConditions(resources, 'pat', BASE);
const status = (code: string) => ({ coding: [{ code }] });

test('lists the problems that count today, newest first, each once', () => {
  const { found } = conditions(
    condition('Asthma', { recordedDate: '2020', category: [{ coding: [{ code: 'encounter-diagnosis' }] }] }),
    condition('Asthma', { recordedDate: '2019-03' }),
    condition('Old fracture', { clinicalStatus: status('resolved') }),
    condition('Not so', { verificationStatus: status('refuted') }),
    condition('Type 2 diabetes'),
  );
  expect(found).toMatchObject([
    { kind: 'written', text: 'Type 2 diabetes', date: '2026-10-22', source: 'problem-list' },
    { kind: 'written', text: 'Asthma', date: '2019-03', source: 'problem-list' },
  ]);
});

test('lists a problem it cannot read, with its date', () => {
  const { found } = conditions(condition('', { code: 'E11.9' }), condition('', { code: { text: { en: 'x' } } }));
  expect(found).toEqual(Array(2).fill({ kind: 'unreadable', source: 'problem-list', date: '2026-10-22' }));
});

test('shows a name of ten thousand letters short and on one line', () => {
  const [one] = conditions(condition(`Pain\n\u0007in the ${'very '.repeat(2000)}low back`)).found;
  expect(one).toMatchObject({ text: expect.stringMatching(/^Pain in the very .*…$/) });
  expect(one?.kind === 'written' && one.text.length).toBeLessThanOrEqual(200);
});

test('lists medicines that are taken, by whatever words the chart has', () => {
  const medicine = (over: object) => ({ resourceType: 'MedicationRequest', subject: PAT, status: 'active', ...over });
  const { found } = decodeMedicines(
    [
      medicine({ medicationCodeableConcept: { text: 'Metformin' }, authoredOn: '2026-08-17' }),
      medicine({ medicationReference: { reference: 'Medication/1', display: 'Lisinopril' } }),
      medicine({ medicationReference: { reference: 'Medication/2' } }),
      medicine({
        contained: [{ resourceType: 'Medication', id: 'm1', code: { coding: [{ display: 'Bupropion' }] } }],
        medicationReference: { reference: '#m1' },
      }),
      medicine({ medicationCodeableConcept: { text: 'Losartan' }, status: 'stopped' }),
    ],
    'pat',
    BASE,
  );
  expect(found[0]).toMatchObject({ text: 'Metformin', date: '2026-08-17', source: 'medicine' });
  expect(found.map((one) => (one.kind === 'written' ? one.text : one.kind)).toSorted()).toEqual([
    'Bupropion',
    'Lisinopril',
    'Metformin',
    'unreadable',
  ]);
});

const foreign = [
  undefined,
  'Patient/pat',
  { reference: 'Patient/other' },
  { reference: 'https://internal.example/fhir/Patient/other' },
];

test.each(foreign)('counts and drops what is about %j', (subject) => {
  expect(conditions(condition('Asthma', { subject }))).toEqual({ found: [], otherPatients: 1 });
  const { found, otherPatients } = decodeMeasures([auditC({ valueInteger: 7, subject })], 'pat', BASE);
  expect([found['audit-c'], otherPatients]).toEqual([{ kind: 'missing' }, 1]);
});

test('keeps what names the same patient at another host, because the chart itself returned it for this patient', () => {
  const subject = { reference: 'https://internal.example/fhir/Patient/pat' };
  expect(conditions(condition('Asthma', { subject }))).toMatchObject({ found: [{ text: 'Asthma' }], otherPatients: 0 });
  const { found, otherPatients } = decodeMeasures([auditC({ valueInteger: 7, subject })], 'pat', BASE);
  expect([found['audit-c'], otherPatients]).toEqual([expect.not.objectContaining({ kind: 'missing' }), 0]);
});

const names = [
  ...MEASURES.map(
    (_, nth) => ['72166-2', '75626-2', '44261-6', '70274-6', '82668-5', '89555-7', '68516-4', '4548-4'][nth] ?? '',
  ),
];
const oddObservation = fc.record(
  {
    resourceType: fc.constantFrom('Observation', 'Condition', 'MedicationRequest'),
    subject: fc.oneof(fc.constant(PAT), fc.anything()),
    status: fc.oneof(fc.constantFrom('final', 'active'), fc.anything()),
    code: fc.oneof(fc.constantFrom(...names, '72109-2').map(loinc), fc.anything()),
    valueQuantity: fc.oneof(
      fc.record({ value: fc.oneof(fc.double(), fc.integer()), unit: fc.string() }),
      fc.anything(),
    ),
    valueCodeableConcept: fc.anything(),
    component: fc.anything(),
    category: fc.anything(),
    effectiveDateTime: fc.oneof(fc.constantFrom('2026', '2026-02-30', '2026-10-22T10:05:60Z'), fc.anything()),
    recordedDate: fc.anything(),
    medicationCodeableConcept: fc.anything(),
    dataAbsentReason: fc.anything(),
  },
  { requiredKeys: ['resourceType'] },
);

test('reads whatever JSON a server sends, in any order, without ever throwing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(oddObservation, fc.anything()), { maxLength: 12 }), (resources) => {
      const json: readonly unknown[] = JSON.parse(
        JSON.stringify(resources, (_, each) => (typeof each === 'bigint' ? String(each) : each)),
      );
      const read = (list: readonly unknown[]) => [
        decodeMeasures(list, 'pat', BASE),
        decodeConditions(list, 'pat', BASE),
        decodeMedicines(list, 'pat', BASE),
      ];
      const forwards = read(json);
      expect(Object.keys(decodeMeasures(json, 'pat', BASE).found)).toEqual([...MEASURES]);
      expect(read(json.toReversed())).toEqual(forwards);
      expect(JSON.stringify(forwards).length).toBeLessThan(60_000);
    }),
    { numRuns: 300 },
  );
});
