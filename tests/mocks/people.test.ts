// The synthetic people: every resource valid, every chart whole, and the oddities the sandbox exists to show.
import type { FhirResource, Observation, Patient } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { patientsNamed } from '../../mocks/fhir/compartment.ts';
import { textsAt } from '../../mocks/fhir/fields.ts';
import { validate } from '../../mocks/fhir/write/validate.ts';
import { PEOPLE, seed } from '../../mocks/people/people.ts';
import { NOTE_ID, PCO } from '../../mocks/people/readiness-note.ts';

const NOW = new Date('2026-11-22T17:30:00Z');
const ALL = seed(NOW);
const BASE = 'https://sandbox.example/fhir';

const isPatient = (resource: FhirResource): resource is Patient => resource.resourceType === 'Patient';
const isObservation = (resource: FhirResource): resource is Observation => resource.resourceType === 'Observation';
const patients = ALL.filter(isPatient);
const observations = ALL.filter(isObservation);
const chart = (id: string): readonly FhirResource[] => ALL.filter((each) => patientsNamed(each, BASE).includes(id));
const notesOf = (id: string): readonly Observation[] =>
  observations.filter(
    (each) => each.subject?.reference === `Patient/${id}` && each.identifier?.some(({ system }) => system === NOTE_ID),
  );
const patient = (id: string): Patient | undefined => patients.find((each) => each.id === id);
const text = (id: string): string => patient(id)?.name?.[0]?.text ?? '';
const holds = (id: string, loinc: string): boolean =>
  chart(id).some((each) => textsAt(each, 'code.coding.code').includes(loinc));

test('every resource passes the base validation of the sandbox', () => {
  const broken = ALL.flatMap((resource) =>
    validate(resource).map((issue) => `${resource.resourceType}/${resource.id}: ${issue.diagnostics}`),
  );
  expect(broken).toEqual([]);
});

test('every id is unique, legal and steady', () => {
  const addresses = ALL.map(({ resourceType, id }) => `${resourceType}/${id}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(ALL.filter(({ id }) => !/^[A-Za-z0-9.-]{1,64}$/.test(id ?? ''))).toEqual([]);
  expect(seed(NOW)).toEqual(ALL);
});

test('every local reference leads to a resource of the same chart or of the clinic', () => {
  const addresses = new Set(ALL.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const strays = ALL.flatMap((resource) =>
    [...JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)]
      .map(([, reference = '']) => reference)
      .filter((reference) => !addresses.has(reference))
      .map((reference) => `${resource.id}: ${reference}`),
  );
  expect(strays).toEqual([]);
});

test('everything but the clinic is in exactly one chart of a listed person', () => {
  const shared = ['Organization', 'Practitioner', 'PractitionerRole'];
  const ids = new Set(PEOPLE.map(({ patientId }) => patientId));
  const stray = ALL.filter(({ resourceType }) => !shared.includes(resourceType)).filter((resource) => {
    const [owner, ...others] = patientsNamed(resource, BASE);
    return owner === undefined || others.length > 0 || !ids.has(owner);
  });
  expect(stray).toEqual([]);
});

test('there are at least fourteen people, each with a story, a name and a visit where one is listed', () => {
  expect(PEOPLE.length).toBeGreaterThanOrEqual(14);
  for (const { patientId, name, story, encounterId } of PEOPLE) {
    expect(text(patientId)).toBe(name);
    expect(story.length).toBeGreaterThan(20);
    const visit = ALL.find(({ resourceType, id }) => resourceType === 'Encounter' && id === encounterId);
    expect(visit === undefined).toBe(encounterId === undefined);
  }
});

test('nothing but visits to come and follow-up days lies after now', () => {
  const early = Date.parse('2026-11-22T06:10:00Z');
  const late = seed(new Date(early)).filter((resource) => {
    const [at] = [...textsAt(resource, 'effectiveDateTime'), ...textsAt(resource, 'date')];
    return at !== undefined && Date.parse(at) > early;
  });
  expect(late).toEqual([]);
});

describe('names and dates as registrations have them', () => {
  const NAMES: readonly [string, string, string | undefined][] = [
    ['rosales', 'María Elena Rosales-Åkerlund', '1972-02-29'],
    ['haddad', 'يوسف الحدّاد', '1966-09-08'],
    ['bendavid', 'נעמה בן־דוד', '1989-04-17'],
    ['kartini', 'Kartini', '1958'],
    ['quill', 'Ash Quill', undefined],
  ];
  test.each(NAMES)('%s is registered as %s, born %s', (id, name, born) => {
    expect(text(id)).toBe(name);
    expect(patient(id)?.birthDate).toBe(born);
  });

  test('one name has exactly sixty characters', () => {
    expect(text('featherstone')).toHaveLength(60);
  });

  test('one person has no given name and one has died', () => {
    expect(patient('kartini')?.name?.[0]?.given).toBeUndefined();
    expect(patient('whitcombe')?.deceasedDateTime).toBe('2026-11-01');
  });

  test('the adolescent is sixteen whenever the sandbox runs', () => {
    const bornIn = (now: string) =>
      seed(new Date(now))
        .filter(isPatient)
        .find(({ id }) => id === 'castellanos')?.birthDate;
    expect(bornIn('2026-11-22T17:30:00Z')).toBe('2010-04-02');
    expect(bornIn('2027-04-01T17:30:00Z')).toBe('2010-04-02');
    expect(bornIn('2027-04-02T17:30:00Z')).toBe('2011-04-02');
  });
});

describe('what the charts hold', () => {
  const HELD: readonly [string, string, string][] = [
    ['AUDIT-C panel', 'proto', '72109-2'],
    ['AUDIT-C total', 'proto', '75626-2'],
    ['smoking status', 'rosales', '72166-2'],
    ['PHQ-9 panel', 'oyelaran', '44249-1'],
    ['PHQ-9 total', 'oyelaran', '44261-6'],
    ['HbA1c', 'haddad', '4548-4'],
    ['exercise days', 'featherstone', '89555-7'],
    ['exercise minutes', 'featherstone', '68516-4'],
    ['pregnancy status', 'odwyer', '82810-3'],
    ['blood pressure', 'asante', '85354-9'],
  ];
  test.each(HELD)('%s is in the chart of %s', (_, id, code) => {
    expect(holds(id, code)).toBe(true);
  });

  test('the newest person has a registration and nothing else', () => {
    expect(chart('quill').map(({ resourceType }) => resourceType)).toEqual(['Patient']);
  });

  test('one chart holds 400 notes over two years, and none of them says 7, 8 and 9', () => {
    const notes = notesOf('nguyen');
    expect(notes).toHaveLength(400);
    const days = notes.map(({ effectiveDateTime }) => Date.parse(effectiveDateTime ?? ''));
    expect((Math.max(...days) - Math.min(...days)) / 86_400_000).toBeGreaterThan(700);
    const confidence = notes.flatMap(
      ({ component = [] }) => component.find(({ code }) => code.coding?.[0]?.code === 'confidence')?.valueInteger ?? [],
    );
    expect(new Set(confidence).size).toBeGreaterThan(4);
    expect(confidence.reduce((sum, each) => sum + each, 0) / confidence.length).toBeLessThan(5);
  });

  test('several charts hold notes over more than a year', () => {
    const spans = PEOPLE.filter(({ patientId }) => {
      const days = notesOf(patientId).map(({ effectiveDateTime }) => Date.parse(effectiveDateTime ?? ''));
      return days.length > 1 && Math.max(...days) - Math.min(...days) > 365 * 86_400_000;
    });
    expect(spans.length).toBeGreaterThanOrEqual(3);
  });
});

describe('a note as filed', () => {
  const notes = PEOPLE.flatMap(({ patientId }) => notesOf(patientId)).filter(
    ({ id }) => id !== 'wisniewski-later-format',
  );

  test('carries one identifier of its own, two categories, the panel code and both performers', () => {
    for (const note of notes) {
      expect(note.identifier?.[0]?.value).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(note.category?.map(({ coding }) => coding?.[0]?.code)).toEqual(['survey', 'social-history']);
      expect(note.code.coding?.[0]).toEqual({ system: PCO, code: 'readiness-assessment' });
      expect(note.performer?.[1]?.reference).toBe(note.subject?.reference);
    }
    expect(new Set(notes.map(({ identifier }) => identifier?.[0]?.value)).size).toBe(notes.length);
  });

  test('always says the state of each ruler', () => {
    for (const note of notes) {
      const codes = (note.component ?? []).map(({ code }) => code.coding?.[0]?.code);
      expect(codes).toEqual(expect.arrayContaining(['importance', 'confidence', 'readiness', 'ct-count', 'st-count']));
    }
  });

  test('keeps the counts of marks out of the narrative and names no topic in a sensitive title', () => {
    expect(notes.filter(({ text: narrative }) => narrative?.div.includes('marks '))).toEqual([]);
    expect(notesOf('doyle').map(({ code }) => code.text)).toEqual(Array(3).fill('Readiness note'));
  });

  test('puts a quote in Arabic, one in Hebrew and one with a line break into the components unchanged', () => {
    const said = notes.flatMap(({ component = [] }) => component.flatMap(({ valueString }) => valueString ?? []));
    expect(said).toContain('أريد أن أرى أحفادي يكبرون.');
    expect(said).toContain('זה הזמן היחיד שלי בשקט.');
    expect(said.some((words) => words.includes('\n'))).toBe(true);
  });
});

test("other software's shapes are all there", () => {
  const ids = chart('wisniewski').map(({ id = '' }) => id.replace('wisniewski-', ''));
  expect(ids).toEqual(
    expect.arrayContaining([
      'pco-panel',
      'lone-importance',
      'unknown-parts',
      'wrong-types',
      'decimal',
      'eleven',
      'one-to-ten',
      'entered-in-error',
      'preliminary',
      'no-date',
      'unknown-text',
    ]),
  );
});

test('visits going on at four minutes past midnight are visits of that day', () => {
  const visits = seed(new Date('2026-11-22T05:04:00Z')).filter((each) => each.resourceType === 'Encounter');
  const starts = visits.flatMap((each) => (each.status === 'in-progress' ? [each.period?.start] : []));
  expect(starts.length).toBeGreaterThan(5);
  expect(starts.filter((start) => !start?.startsWith('2026-11-22T00:0'))).toEqual([]);
});
