// @vitest-environment happy-dom
// The chart's problems, medicines and measurements: three searches, each only if the sign-in allows it, each with its
// own end.

import type { FhirResource } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import type { ChartContext } from '../../src/interview/chart-context.ts';
import type { EhrEntry } from '../../src/site.ts';
import { answerWith, arrive, asked, ISS, playNetwork, site, startSandbox } from './round-trip.ts';

playNetwork();

const ALL =
  'launch openid fhirUser patient/Patient.r patient/Observation.crus patient/Condition.rs patient/MedicationRequest.rs';
const LOINC = 'http://loinc.org';
const AT = '2026-10-22T10:05:00Z';
const subject = { reference: 'Patient/pat' };
const observation = (id: string, code: string, value: number): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] }],
  code: { coding: [{ system: LOINC, code }] },
  subject,
  effectiveDateTime: AT,
  valueQuantity: { value, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
});

const CHART: readonly FhirResource[] = [
  observation('audit-c', '75626-2', 7),
  observation('phq-9', '44261-6', 4),
  observation('other', '70274-6', 9),
  { resourceType: 'Condition', id: 'asthma', code: { text: 'Asthma' }, subject, recordedDate: '2021-03-02' },
  {
    resourceType: 'MedicationRequest',
    id: 'budesonide',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Budesonide inhaler' },
    subject,
    authoredOn: '2026-08-01',
  },
];

async function begin(over: Partial<EhrEntry> = { scopes: ALL }) {
  const sandbox = await startSandbox(CHART);
  const ehr = await arrive(sandbox, site(over));
  if (!ehr.ok) throw new Error(ehr.error.kind);
  return { sandbox, read: (): Promise<ChartContext> => ehr.value.readContext(new AbortController().signal) };
}

const searched = () =>
  asked()
    .map(({ url }) => new URL(url))
    .filter(({ search }) => search.includes('_count'));

test('reads problems, medicines and measurements of this patient', async () => {
  const { read } = await begin();
  expect(await read()).toMatchObject({
    conditions: { kind: 'read', partial: false, found: [{ text: 'Asthma', date: '2021-03-02' }] },
    medicines: { kind: 'read', found: [{ text: 'Budesonide inhaler' }] },
    measures: {
      kind: 'read',
      found: {
        'audit-c': { kind: 'found', written: '7', date: AT },
        'phq-9': { written: '4' },
        hba1c: { kind: 'missing' },
      },
    },
    otherPatients: 0,
  });
});

test('asks by patient and nothing a server need not know', async () => {
  const { read } = await begin();
  await read();
  expect(
    searched().map(({ pathname, searchParams }) => [pathname.split('/').at(-1), [...searchParams.keys()]]),
  ).toEqual([
    ['Condition', ['patient', '_count']],
    ['MedicationRequest', ['patient', 'intent', '_count']],
    ['Observation', ['patient', 'code', '_count']],
  ]);
});

test('does not ask for what this sign-in may not search, and says so', async () => {
  const { read } = await begin({ scopes: 'launch openid fhirUser patient/Patient.r patient/Observation.cru' });
  const nothing = { kind: 'not-available' };
  expect(await read()).toEqual({ conditions: nothing, medicines: nothing, measures: nothing, otherPatients: 0 });
  expect(searched()).toEqual([]);
});

test('a scope for surveys alone leaves smoking and laboratory results untold, not missing', async () => {
  const survey = 'http://terminology.hl7.org/CodeSystem/observation-category|survey';
  const { read } = await begin({
    scopes: `launch openid fhirUser patient/Patient.r patient/Observation.rs?category=${survey} patient/Observation.c`,
  });
  expect((await read()).measures).toMatchObject({
    kind: 'read',
    found: { 'audit-c': { kind: 'found' }, smoking: { kind: 'not-available' }, hba1c: { kind: 'not-available' } },
  });
  expect(searched()[0]?.searchParams.get('code')).not.toContain('72166-2');
});

test('one search that fails takes nothing from the others', async () => {
  const { read } = await begin();
  answerWith(http.get(`${ISS}/Condition`, () => new HttpResponse(null, { status: 500 })));
  expect(await read()).toMatchObject({
    conditions: { kind: 'failed' },
    medicines: { kind: 'read' },
    measures: { kind: 'read' },
  });
});

test('counts what belongs to somebody else, whatever the server was asked', async () => {
  const { read } = await begin();
  const foreign = {
    resourceType: 'Condition',
    id: 'x',
    code: { text: 'Gout' },
    subject: { reference: 'Patient/other' },
  };
  const bundle = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: foreign }] };
  answerWith(http.get(`${ISS}/Condition`, () => HttpResponse.json(bundle)));
  expect(await read()).toMatchObject({ conditions: { kind: 'read', found: [] }, otherPatients: 1 });
});

test('says that a list which was cut may be incomplete', async () => {
  const { read } = await begin();
  const link = [{ relation: 'next', url: 'https://evil.example/fhir/Condition?page=2' }];
  answerWith(
    http.get(`${ISS}/Condition`, () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', link })),
  );
  expect((await read()).conditions).toEqual({ kind: 'read', found: [], partial: true });
});

test('nothing readable is three failures, never an exception', async () => {
  const { sandbox, read } = await begin();
  sandbox.faults.set(namedFault('search-403'));
  const failed = { kind: 'failed' };
  expect(await read()).toEqual({ conditions: failed, medicines: failed, measures: failed, otherPatients: 0 });
});
