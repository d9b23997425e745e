import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePatient } from '../../src/fhir/chart/decode-patient.ts';
import { decodeBundle } from '../../src/fhir/server/decode-bundle.ts';
import { decodeCapability } from '../../src/fhir/server/decode-capability.ts';
import { decodeOutcome, hasNumber, saysError } from '../../src/fhir/server/outcome.ts';

const malformed = { ok: false, error: { kind: 'malformed' } };
const asPatient = (resource: unknown) => decodePatient(resource, Date.parse('2026-11-28T12:00:00Z'));
const patient = (fields: object) => asPatient({ resourceType: 'Patient', id: 'p1', ...fields });
const person = (fields: object) => ({ ok: true, value: { id: 'p1', deceased: false, ...fields } });

test('gives a value for any JSON, and never throws', () => {
  for (const decode of [decodeBundle, decodeCapability, asPatient, decodeOutcome]) {
    fc.assert(fc.property(fc.anything(), (value) => void decode(value)));
  }
});

test('gives a value for known resources with any content, and never throws', () => {
  const fields = fc.dictionary(
    fc.constantFrom('name', 'birthDate', 'identifier', 'gender', 'deceasedBoolean', 'issue', 'entry', 'link', 'rest'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('Patient', 'Bundle', 'OperationOutcome', 'CapabilityStatement'),
      fields,
      (resourceType, rest) => {
        const resource = { id: 'p1', ...rest, resourceType };
        for (const decode of [decodeBundle, decodeCapability, asPatient, decodeOutcome]) decode(resource);
      },
    ),
  );
});

test.each([
  ['nothing but an id', {}, {}],
  [
    'an official name',
    {
      name: [
        { use: 'usual', given: ['Pat'] },
        { use: 'official', family: 'Proto', given: ['Patricia', 'Ann'] },
      ],
    },
    { family: 'Proto', given: 'Patricia Ann', preferred: 'Pat' },
  ],
  [
    'a nickname',
    {
      name: [
        { use: 'nickname', given: ['Patty'] },
        { use: 'official', family: 'Proto', given: ['Patricia'] },
      ],
    },
    { family: 'Proto', given: 'Patricia', preferred: 'Patty' },
  ],
  [
    'a usual name alone',
    {
      name: [
        { use: 'old', family: 'Before' },
        { use: 'usual', family: 'Proto', given: ['Pat'] },
      ],
    },
    { family: 'Proto', given: 'Pat' },
  ],
  ['an old name alone', { name: [{ use: 'old', family: 'Before' }] }, { family: 'Before' }],
  ['a family name alone', { name: [{ family: 'Nguyễn' }] }, { family: 'Nguyễn' }],
  ['a name that is only text', { name: [{ text: '  محمد   علي ' }] }, { family: 'محمد علي' }],
  [
    'names of the wrong types',
    { name: [7, null, { family: 7, given: [7, 'Pat'] }, { given: 'Pat' }] },
    { given: 'Pat' },
  ],
  ['a birth month', { birthDate: '1985-07' }, { birthDate: '1985-07' }],
  ['a birth date with a time', { birthDate: '2001-11-30T00:00:00' }, { birthDate: '2001-11-30' }],
  ['a birth date in the future', { birthDate: '2126-01-01' }, {}],
  [
    'an official name that ended, before the present one',
    {
      name: [
        { use: 'official', family: 'Oldname', given: ['Ana'], period: { end: '2019-06-30' } },
        { use: 'official', family: 'Newname', given: ['Ana'], period: { start: '2019-07-01' } },
      ],
    },
    { family: 'Newname', given: 'Ana' },
  ],
  ['a name that ends today', { name: [{ family: 'A', period: { end: '2026-11' } }, { family: 'B' }] }, { family: 'A' }],
  ['a name of fillers', { name: [{ family: '\u3164\u115f\u2800\u061c\u00ad\ufe0f\u{e0041}' }] }, {}],
  ['a number that ended', { identifier: [{ value: '1', period: { end: '2020' } }] }, {}],
  ['a number of the state, by system', { identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: '1' }] }, {}],
  ['a number of the state, by OID', { identifier: [{ system: 'urn:oid:2.16.840.1.113883.4.1', value: '1' }] }, {}],
  ['a number of the state, by text', { identifier: [{ type: { text: 'Social Security Number' }, value: '1' }] }, {}],
  ['a birth date that does not exist', { birthDate: '1985-02-30' }, {}],
  ['a gender', { gender: 'female' }, { gender: 'Female' }],
  ['an unknown gender code', { gender: 'F' }, {}],
  ['a date of death', { deceasedDateTime: '2020' }, { deceased: true }],
  ['a death that is text', { deceasedBoolean: 'true' }, {}],
])('reads a patient with %s', (_name, fields, expected) => {
  expect(patient(fields)).toEqual(person(expected));
});

test('says of a record that another one replaces it, or that it is not in use', () => {
  const link = [{ type: 'replaced-by', other: { reference: 'Patient/p2' } }];
  expect(asPatient({ resourceType: 'Patient', id: 'p1', active: false, link })).toEqual(person({ record: 'replaced' }));
  expect(asPatient({ resourceType: 'Patient', id: 'p1', active: false })).toEqual(person({ record: 'inactive' }));
  const older = [{ type: 'replaces', other: { reference: 'Patient/p0' } }];
  expect(asPatient({ resourceType: 'Patient', id: 'p1', active: true, link: older })).toEqual(person({}));
});

test('prefers the record number, and shows no number of the state', () => {
  const type = (code: string, text?: string) => ({ coding: [{ code }], ...(text ? { text } : {}) });
  const social = { type: type('SS'), value: '123' };
  const record = { type: type('MR', 'Clinic number'), value: ' 4711 ' };
  const numbered = (...identifier: readonly object[]) => patient({ identifier });
  expect(numbered(social, record)).toEqual(person({ identifier: { label: 'Clinic number', value: '4711' } }));
  expect(numbered({ value: '9' }, { ...record, type: type('MR') })).toEqual(
    person({ identifier: { label: 'MRN', value: '4711' } }),
  );
  expect(numbered({ ...record, type: type('MR', 'Medical record number') })).toEqual(
    person({ identifier: { label: 'MRN', value: '4711' } }),
  );
  expect(numbered(social, { value: '9' })).toEqual(person({ identifier: { label: 'Number', value: '9' } }));
  expect(numbered(social, { ...record, use: 'old' })).toEqual(person({}));
});

test('drops from a name what could reverse or hide the text next to it', () => {
  const named = (family: string) => patient({ name: [{ family }] });
  expect(named('Doe\u202e 5891\u0007')).toEqual(person({ family: 'Doe 5891' }));
  expect(named('\u200b\u2066\ufeff')).toEqual(person({}));
  expect(named('\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645')).toEqual(
    person({ family: '\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645' }),
  );
});

test('shortens a name of 50 MB and keeps one of 60 characters', () => {
  const read = (family: string) => {
    const result = patient({ name: [{ family }] });
    return result.ok ? (result.value.family ?? '') : '';
  };
  expect(read('x'.repeat(50 * 1024 * 1024))).toHaveLength(200);
  expect(read('ß'.repeat(60))).toBe('ß'.repeat(60));
});

test.each([
  ['another resource', { resourceType: 'Person', id: 'p1' }],
  ['no id', { resourceType: 'Patient' }],
  ['an id that is none', { resourceType: 'Patient', id: '../p1' }],
])('refuses %s as a patient', (_name, resource) => {
  expect(asPatient(resource)).toEqual(malformed);
});

test('sorts a page into resources, warnings and the way on', () => {
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'processing', details: { text: 'more data may exist' } }],
  };
  const page = decodeBundle({
    resourceType: 'Bundle',
    link: [
      { relation: 'self', url: 'a' },
      { relation: 'next', url: 'b' },
    ],
    entry: [{ resource: { resourceType: 'Observation' } }, { resource: outcome }, {}, null, { resource: 7 }],
  });
  expect(page).toEqual({
    ok: true,
    value: {
      resources: [{ resourceType: 'Observation' }],
      next: 'b',
      warnings: [{ severity: 'warning', code: 'processing', text: 'more data may exist' }],
    },
  });
  expect(decodeBundle({ resourceType: 'Bundle' })).toEqual({ ok: true, value: { resources: [], warnings: [] } });
  expect(decodeBundle([])).toEqual(malformed);
});

test('keeps at most 300 characters of what a server says, without cutting a character in two', () => {
  const [issue] = decodeOutcome({
    resourceType: 'OperationOutcome',
    issue: [
      { severity: 'odd', code: 'invalid', expression: ['Observation.component[3]'], diagnostics: '😀'.repeat(400) },
    ],
  });
  expect(issue).toMatchObject({ severity: 'error', code: 'invalid', element: 'Observation.component[3]' });
  expect(issue?.text).toMatch(/^(?:😀)+…$/u);
  expect(issue?.text?.length).toBeLessThanOrEqual(300);
});

test('counts an outcome of severity error as a failure, and a warning not', () => {
  const outcome = (severity: string) =>
    decodeOutcome({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'x' }] });
  expect([saysError(outcome('fatal')), saysError(outcome('error')), saysError(outcome('warning'))]).toEqual([
    true,
    true,
    false,
  ]);
});

test('reads what a statement offers for each form, and nothing more', () => {
  const rows = [
    {
      type: 'Observation',
      interaction: [{ code: 'create' }, { code: 'read' }],
      conditionalCreate: true,
      searchParam: [{ name: 'identifier' }],
    },
    { type: 'DocumentReference', interaction: [{ code: 'read' }, { code: 'update' }] },
  ];
  const nothing = {
    create: false,
    update: false,
    conditionalCreate: false,
    updateCreate: false,
    search: false,
    identifierSearch: false,
    history: false,
  };
  const statement = (rest: unknown) => decodeCapability({ resourceType: 'CapabilityStatement', rest });
  expect(
    statement([
      { mode: 'client', resource: [] },
      { mode: 'server', resource: rows },
    ]),
  ).toEqual({
    ok: true,
    value: {
      observation: { ...nothing, create: true, conditionalCreate: true, identifierSearch: true },
      document: { ...nothing, update: true },
      response: nothing,
      transaction: false,
    },
  });
  expect(statement([{ mode: 'server', resource: [], interaction: [{ code: 'transaction' }] }])).toMatchObject({
    value: { transaction: true },
  });
  expect(statement(undefined)).toEqual(malformed);
  expect(statement([{ mode: 'client', resource: rows }])).toEqual(malformed);
});

test('finds an error number in a coding as well as in the text', () => {
  const outcome = (details: object) => decodeOutcome({ resourceType: 'OperationOutcome', issue: [{ details }] })[0];
  const coded = outcome({ coding: [{ code: '59141' }], text: 'This document was filed before.' });
  const written = outcome({ text: '59141: filed before' });
  expect([coded, written].map((issue) => issue && hasNumber(issue, '59141'))).toEqual([true, true]);
  expect(coded && hasNumber(coded, '5914')).toBe(false);
});
