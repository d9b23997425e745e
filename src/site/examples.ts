// An example for each key of a site configuration, for the faults and for the table in docs/deploying.md. A test builds
// files from that table, so each example is valid alone and together with all others. Data, and how to find it.

type Examples = Readonly<Record<string, unknown>>;

/** The keys that every file needs, each with an example. */
export const REQUIRED: Examples = {
  schema: 1,
  'app.baseUrl': 'https://evoke.hospital.example/',
  'app.support': 'Call the clinic desk.',
  'ehrs[].id': 'main',
  'ehrs[].label': 'Hospital chart',
  'ehrs[].iss': 'https://ehr.hospital.example/fhir',
  'ehrs[].clientId': 'evoke-app',
  'ehrs[].authOrigins': ['https://login.hospital.example'],
  'ehrs[].frameAncestors': ['https://ehr.hospital.example'],
  'ehrs[].scopes':
    'launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Observation.crus',
  'ehrs[].idToken': 'verify',
  'ehrs[].write.order': ['Observation'],
  'ehrs[].noteTypes': [{ system: 'http://loinc.org', code: '11506-3' }],
  behaviours: [{ key: 'alcohol', label: { en: 'Alcohol', es: 'Alcohol' }, sensitive: true }],
};

const step = { text: 'Pause and call the duty clinician.', phone: '+1 555 0141' };

/** The keys that a file may leave out, each with an example. */
export const OPTIONAL: Examples = {
  $schema: '../docs/site.schema.json',
  'app.phone': '+1 555 0100',
  'app.practice': 'Hospital Family Practice',
  'ehrs[].standalone': false,
  'ehrs[].tenants': ['north'],
  'ehrs[].tokenStore': 'memory',
  'ehrs[].behaviours': ['alcohol'],
  'ehrs[].write.capabilities': { Observation: 'yes' },
  'ehrs[].write.conditionalCreate': 'advertised',
  'ehrs[].write.rulerValue': 'integer',
  'ehrs[].write.profile': 'urn:oid:2.25.225303994969635414043760540918332801536.11.1',
  'ehrs[].write.socialHistory': true,
  'ehrs[].write.textContentType': 'text/plain;charset=utf-8',
  'ehrs[].write.panel': true,
  'ehrs[].write.goal': false,
  'ehrs[].write.shortRetract': false,
  'learn.afterVisit': true,
  'learn.contacts': [{ label: 'Coaching team', address: 'https://coaches.hospital.example/' }],
  language: 'en',
  part2Program: true,
  'part2.allowSharedDocument': false,
  securityLabels: true,
  safety: { selfHarm: step, withdrawal: step, violence: step },
  idleLockMinutes: 10,
  sessionHours: 8,
  draftTtlHours: 8,
  'drafts.shredOnOtherUser': false,
  allowHttpLoopback: false,
};

const ALL: Examples = { ...REQUIRED, ...OPTIONAL };

/** A file made of keys as the table writes them (`ehrs[].write.order`) and their values. */
export function fileOf(rows: Examples): Record<string, unknown> {
  const file: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(rows)) {
    const keys = path.replace('[]', '.0').split('.');
    const last = keys.pop() ?? '';
    let parent = file;
    for (const [place, key] of keys.entries()) {
      parent[key] ??= keys[place + 1] === '0' ? [] : {};
      parent = parent[key] as Record<string, unknown>;
    }
    parent[last] = value;
  }
  return file;
}

const below = (key: string, rows: Examples): Examples =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([path]) => path.startsWith(`${key}.`) || path.startsWith(`${key}[].`))
      .map(([path, value]) => [path.slice(key.lastIndexOf('.') + 1), value]),
  );

/** The example of one key alone, or of what a file needs under it. Undefined if nothing is known of the key. */
function exampleOf(key: string): unknown {
  if (Object.hasOwn(ALL, key)) return ALL[key];
  const rows = [below(key, REQUIRED), below(key, OPTIONAL)].find((each) => Object.keys(each).length > 0);
  return rows && Object.values(fileOf(rows))[0];
}

/**
 * An example for the place of a fault, as JSON with its key: `"idToken": "verify"`. A key inside a list or a larger
 * value gets the example of the whole. A key of an entry that may also be at the top has the example from there.
 */
export function exampleAt(path: string): string {
  const keys = path.replace(/^ehrs\.\d+(?=\.|$)/, 'ehrs[]').split('.');
  for (let length = keys.length; length > 0; length -= 1) {
    const last = keys[length - 1] ?? '';
    const shared = keys[0] === 'ehrs[]' && length === 2 ? [last, `app.${last}`] : [];
    const key = [keys.slice(0, length).join('.').replace(/\[\]$/, ''), ...shared].find(
      (each) => exampleOf(each) !== undefined,
    );
    if (key !== undefined) return `"${key.slice(key.lastIndexOf('.') + 1)}": ${JSON.stringify(exampleOf(key))}`;
  }
  return 'docs/examples/one-clinic.json';
}
