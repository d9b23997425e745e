// A site and an entry for tests, whole and valid. Each test lays its own difference over them.

import { type EhrEntry, readSite, type Site } from '../../src/site.ts';

const ENTRY = {
  id: 'north',
  label: 'North Clinic',
  iss: 'https://ehr.example/fhir',
  clientId: 'evoke-app',
  authOrigins: ['https://login.ehr.example'],
  frameAncestors: [],
  scopes: 'launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Observation.crus',
  idToken: 'verify',
  write: { order: ['Observation'] },
  noteTypes: [{ system: 'http://loinc.org', code: '11506-3' }],
};

const SITE = {
  schema: 1,
  app: { baseUrl: 'https://evoke.example/', support: 'Call the desk' },
  behaviours: [{ key: 'alcohol', label: { en: 'Alcohol', es: 'Alcohol' } }],
};

/** A valid site with these entries. Throws when a test makes it invalid. */
export function testSite(entries: readonly object[] = [ENTRY], over: object = {}): Site {
  const site = readSite({ ...SITE, ehrs: entries, ...over });
  if (!site.ok) throw new Error(JSON.stringify(site.error));
  return site.value;
}

/** A valid entry with the difference laid over it (not judged again). */
export function testEntry(over: Partial<EhrEntry> = {}): EhrEntry {
  const [entry] = testSite().ehrs;
  if (!entry) throw new Error('no entry');
  return { ...entry, ...over };
}
