// Ids, references and texts in the forms that real servers give them are the same ids, references and texts.

import { expect, test } from 'vitest';
import { altered } from '../../mocks/alter.ts';
import { readPath, readReference } from '../../src/ehr/server/address.ts';
import { replyOf } from '../../src/ehr/server/fetch.ts';
import { readTokenResponse } from '../../src/ehr/sign-in/launch-context.ts';
import { compareReadBack } from '../../src/ehr/writing/compare-read-back.ts';
import { createFacts } from '../../src/ehr/writing/facts-at-signing.ts';
import { guardNote } from '../../src/ehr/writing/patient-guard.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import type { NoteTalk, ReadinessNote } from '../../src/interview/note/note.ts';
import { ok } from '../../src/lib/result.ts';
import { fullNote } from '../support/notes.ts';
import { testEntry } from './site-fixture.ts';

const BASE = 'https://ehr.example/fhir';
const INTERNAL = 'http://fhir-internal:8080/fhir';
const LONG = 'eA1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4Z9';
const launch = { issuer: BASE, patient: 'pat', encounter: 'visit', clinician: 'Practitioner/7' };
const entry = testEntry();
const reply = { access_token: 'x', token_type: 'Bearer', scope: entry.scopes, patient: 'pat' };

test.each(['patient', 'encounter'] as const)('takes a launch whose %s id is longer than 64 characters', (part) => {
  expect(readTokenResponse({ ...reply, [part]: LONG }, entry)).toMatchObject({ ok: true, value: { [part]: LONG } });
  expect(readTokenResponse({ ...reply, [part]: 'a_b' }, entry)).toMatchObject({ ok: true, value: { [part]: 'a_b' } });
});

test.each(['a/b', 'a?b', 'a#b', 'a\u0000b', '..', 'a,b', ' '])('takes no launch for the patient id %j', (patient) => {
  expect(readTokenResponse({ ...reply, patient }, entry)).toEqual({ ok: false, error: { kind: 'noPatient' } });
});

test.each([LONG, 'a_b', 'a:b', 'ä'])('finds the id %s again in the address made of it', (id) => {
  expect(readReference(BASE, readPath('Observation', id))).toEqual({ type: 'Observation', id });
});

test.each([
  'https://ehr.example/fhir/Observation/7/_history/2',
  'http://ehr.example/fhir/Observation/7/_history/2',
  '/fhir/Observation/7/_history/2',
  'Observation/7/_history/2',
])('finds the new note at the Location %s', (link) => {
  const said = { status: 201, resource: undefined, etag: undefined, link };
  expect(replyOf(BASE, said).location).toEqual({ type: 'Observation', id: '7', version: '2' });
});

test.each(['http://ehr.example/other/Observation/7', '//evil.example/fhir/Observation/7', '/Observation/7'])(
  'finds no note at the Location %s',
  (link) => {
    expect(replyOf(BASE, { status: 201, resource: undefined, etag: undefined, link }).location).toBeUndefined();
  },
);

test('names a visit only if it is the one that was read', async () => {
  const resource = { resourceType: 'Encounter', type: [{ text: 'Office visit' }] };
  const facts = createFacts(launch, async () => ok({ status: 200, resource }));
  await facts.encounterSubject('today', new AbortController().signal);
  expect(facts.visitName('today')).toBe('Office visit');
  expect(facts.visitName('march')).toBeUndefined();
});

async function guardWith(encounter: object) {
  const fetchOne = async () => ok({ status: 200, resource: { resourceType: 'Encounter', ...encounter } });
  const visit = await createFacts(launch, fetchOne).encounterSubject('visit', new AbortController().signal);
  const encounterSubject = visit.ok ? visit.value : 'unread';
  return guardNote({
    ...{ launch, draftBinding: launch, base: BASE, person: { id: 'pat', deceased: false }, tooOld: false },
    ...(encounterSubject !== undefined && { encounterSubject }),
  });
}

test('lets a note be filed when the visit names its patient at an internal host, or names nobody', async () => {
  expect(await guardWith({ subject: { reference: `${INTERNAL}/Patient/pat` } })).toBeUndefined();
  expect(await guardWith({})).toBeUndefined();
  expect(await guardWith({ subject: { identifier: { value: '4711' } } })).toBeUndefined();
});

test.each(['Patient/other', `${INTERNAL}/Patient/other`])('refuses a visit of %s', async (reference) => {
  expect(await guardWith({ subject: { reference } })).toEqual({ kind: 'guardStopped', where: 'encounter' });
});

const input = { base: BASE, patient: 'pat', launch };
const at = { form: 'observation', resourceId: '1' } as const;
const quote: NoteTalk = { talk: { side: 'change', strand: 'reason' }, text: 'Café mornings\nwith my kids' };
const note: ReadinessNote = { ...fullNote, talk: [quote] };

const filedObservation = (filed: ReadinessNote) => ({
  ...encodeObservation(filed, {
    ...{ patientId: 'pat', encounterId: 'visit', clinician: 'Practitioner/7', personGivenName: 'José' },
    ...{ socialHistory: true, rulerValue: 'integer' as const },
  }),
  id: '1',
});

/** How the filing ended after the server gave the note back, its JSON changed. */
function readBack(change: (json: string) => string, more: object = {}) {
  const resource = JSON.parse(change(JSON.stringify(filedObservation(note))));
  return compareReadBack(input, note, at, { resource: { ...resource, ...more } });
}

test.each(['html', 'html-blocks', 'markdown', 'one-line'] as const)('refuses a text as %s that lost a word', (how) => {
  const sent = filedObservation(note);
  const without = { ...sent, note: sent.note?.map(({ text }) => ({ text: text.replace('No drinks', 'Drinks') })) };
  const end = (resource: object) => compareReadBack(input, note, at, { resource: altered(how, { ...resource }) });
  expect(end(sent)).toMatchObject({ kind: 'filed', lost: [] });
  expect(end(without)).toMatchObject({ kind: 'filed', lost: ['readable-text'] });
});

test.each([
  ['in another Unicode form', (json: string) => json.normalize('NFD')],
  ['with CRLF', (json: string) => json.replaceAll('mornings\\nwith', 'mornings\\r\\nwith')],
  ['with white space folded', (json: string) => json.replaceAll('mornings\\nwith', 'mornings with')],
  ['with HTML entities', (json: string) => json.replaceAll('Café', 'Caf&eacute;').replaceAll("'", '&#39;')],
  ['with breaks of HTML', (json: string) => json.replaceAll('mornings\\nwith', 'mornings<br/>with')],
  ['untrimmed', (json: string) => json.replaceAll('with my kids"', 'with my kids  "')],
])('calls a note filed whose text came back %s', (_how, change) => {
  expect(readBack(change)).toMatchObject({ kind: 'filed', lost: [] });
});

test('calls a note filed to whose topic the server added a code of its own, before or after', () => {
  const own = '{"system":"urn:oid:2.16.840.1.113883.3.1","code":"77","display":"Alcohol intake"}';
  const [before, after] = [`[${own},`, `,${own}]`];
  const first = (json: string) => json.replaceAll('"coding":[', `"coding":${before}`);
  const last = (json: string) => json.replaceAll(/("coding":\[[^\]]*)\]/g, `$1${after}`);
  expect(readBack(first)).toMatchObject({ kind: 'filed', lost: [] });
  expect(readBack(last)).toMatchObject({ kind: 'filed', lost: [] });
});

test('knows the topic code of a site in another system than the one that the server adds', () => {
  const code = { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'F10.10' };
  const coded: ReadinessNote = { ...note, target: { ...note.target, code } };
  const added = ',{"system":"http://snomed.info/sct","code":"15167005","display":"Harmful use of alcohol"}';
  const json = JSON.stringify(filedObservation(coded)).replace(/(F10\.10"}[^\]]*)\]/, `$1${added}]`);
  expect(json).toContain(added);
  expect(compareReadBack(input, coded, at, { resource: JSON.parse(json) })).toMatchObject({ kind: 'filed', lost: [] });
});

test('calls a note filed that the server stamped with its own time', () => {
  expect(readBack((json) => json, { issued: '2099-01-01T00:00:00Z' })).toMatchObject({ kind: 'filed' });
});

test('calls a note filed whose references came back absolute, at an internal host', () => {
  const references = {
    subject: { reference: `${INTERNAL}/Patient/pat` },
    encounter: { reference: `${INTERNAL}/Encounter/visit` },
    performer: [{ reference: `${INTERNAL}/Practitioner/7` }],
  };
  expect(readBack((json) => json, references)).toMatchObject({ kind: 'filed' });
});

test('takes a role for its practitioner, and a note without a subject for one it cannot check', () => {
  expect(readBack((json) => json, { performer: [{ reference: 'PractitionerRole/3' }] })).toMatchObject({
    kind: 'filed',
  });
  expect(readBack((json) => json, { subject: undefined })).toMatchObject({ kind: 'unverified' });
});

test.each([
  ['other words', (json: string) => json.replaceAll('with my kids', 'without my kids'), {}],
  ['another patient', (json: string) => json, { subject: { reference: `${INTERNAL}/Patient/other` } }],
  ['another visit', (json: string) => json, { encounter: { reference: `${INTERNAL}/Encounter/other` } }],
  ['another author', (json: string) => json, { performer: [{ reference: `${INTERNAL}/Practitioner/8` }] }],
])('does not call a note filed that came back with %s', (_what, change, more) => {
  expect(readBack(change, more)).toMatchObject({ kind: 'mismatch' });
});
