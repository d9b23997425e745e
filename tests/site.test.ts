// Every rule on a site configuration: a good file, and one bad file per rule, each naming its key and the remedy.

import { expect, test } from 'vitest';
import { siteWarnings } from '../src/site/rules.ts';
import { readSite } from '../src/site.ts';
import { mended } from './support/site-faults.ts';

const good = {
  schema: 1,
  app: { baseUrl: 'https://evoke.example/app/', support: 'Call the clinic desk' },
  ehrs: [
    {
      id: 'north',
      label: 'North Clinic',
      iss: 'https://ehr.example/fhir',
      clientId: 'evoke-app',
      authOrigins: ['https://login.ehr.example'],
      frameAncestors: ['https://ehr.example'],
      scopes: 'launch openid fhirUser online_access patient/Patient.r patient/Observation.crus',
      idToken: 'verify',
      write: { order: ['Observation'] },
      noteTypes: [{ system: 'http://loinc.org', code: '11506-3' }],
    },
  ],
  behaviours: [{ key: 'alcohol', label: { en: 'Alcohol', es: 'Alcohol' } }],
};

/** The good file with one value replaced. `undefined` removes the key. */
function withValue(path: string, value: unknown): unknown {
  const copy = structuredClone(good) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const scopes = good.ehrs[0]?.scopes ?? '';

const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const GRANULAR_OF_OTHERS = [`category=${OBSERVATION_CATEGORY}|vital-signs`, 'status=final', 'category=surveys'];
const loopback = {
  ...structuredClone(good),
  allowHttpLoopback: true,
  app: { baseUrl: 'http://localhost:5173/', support: 'x' },
  ehrs: [
    {
      ...good.ehrs[0],
      iss: 'http://127.0.0.1:8080/fhir',
      authOrigins: ['http://127.0.0.1:8080'],
      frameAncestors: ['http://127.0.0.1:8080'],
    },
  ],
};

test('reads a good file and fills in the presets', () => {
  const site = readSite(good);
  expect(site.ok && site.value).toMatchObject({
    idleLockMinutes: 10,
    draftTtlHours: 8,
    allowHttpLoopback: false,
    part2Program: false,
    ehrs: [
      { tokenStore: 'memory', standalone: false, write: { conditionalCreate: 'advertised', rulerValue: 'integer' } },
    ],
  });
});

test.each([
  ['en', 'Alcohol'],
  ['es', 'Alcohol'],
  ['es', 'ALCOHOL'],
])('two topics of one name (%s: "%s") are refused, because notes are told apart by it', (language, name) => {
  const alike = { key: 'wine', label: { en: 'Wine', es: 'Vino', [language]: name } };
  const read = readSite(withValue('behaviours', [...good.behaviours, alike]));
  expect(read).toMatchObject({ ok: false });
  expect(JSON.stringify(read)).toMatch(new RegExp(`behaviours\\.1\\.label\\.${language}.*is used twice`));
});

test('takes http where every address is loopback and the file says so', () => {
  expect(readSite(loopback)).toMatchObject({ ok: true });
});

const [LOINC, SNOMED] = ['http://loinc.org', 'http://snomed.info/sct'];
const NOTE = { system: LOINC, code: '11506-3' };
const STEP = { text: 'Pause and call the duty clinician' };

const bad: readonly (readonly [
  rule: string,
  path: string,
  value: unknown,
  problem: RegExp,
  at?: string | undefined,
])[] = [
  ['another schema', 'schema', 2, /is 2/],
  ['an unknown key', 'idleLock', 5, /not a key/],
  ['an unknown key deep inside', 'ehrs.0.write.ordre', [], /not a key/],
  ['a missing key', 'app.support', undefined, /missing/],
  ['a wrong type', 'ehrs.0.label', 7, /is 7/],
  ['no EHR at all', 'ehrs', [], /empty/],
  ['no note type', 'ehrs.0.noteTypes', [], /empty/],
  ['no behavior', 'behaviours', [], /empty/],
  ['empty tenants', 'ehrs.0.tenants', [], /empty/],
  ['a baseUrl without its slash', 'app.baseUrl', 'https://evoke.example/app', /slash/],
  ['a relative baseUrl', 'app.baseUrl', '/app/', /absolute/],
  ['an http baseUrl', 'app.baseUrl', 'http://evoke.example/', /http/],
  ['a baseUrl with a mark of web servers', 'app.baseUrl', 'https://evoke.example/a;b/', /marks other than/],
  ['an http iss', 'ehrs.0.iss', 'http://ehr.example/fhir', /http/],
  ['an http loopback without leave', 'ehrs.0.iss', 'http://localhost/fhir', /http/],
  ['an iss with a trailing slash', 'ehrs.0.iss', 'https://ehr.example/fhir/', /slash/],
  ['an iss with a user', 'ehrs.0.iss', 'https://ehr.example@evil.example/fhir', /user/],
  ['an iss with a query', 'ehrs.0.iss', 'https://ehr.example/fhir?x=1', /query/],
  ['an iss with a hash', 'ehrs.0.iss', 'https://ehr.example/fhir#x', /hash/],
  ['an iss in capitals', 'ehrs.0.iss', 'https://EHR.example/fhir', /capital/],
  ['an iss without a scheme', 'ehrs.0.iss', 'ehr.example/fhir', /https:\/\//],
  ['an iss whose scheme is in capitals', 'ehrs.0.iss', 'HTTPS://ehr.example/fhir', /small letters/],
  ['an iss with a blank', 'ehrs.0.iss', 'https://ehr.example/my fhir', /blank/],
  ['an iss with a backslash', 'ehrs.0.iss', 'https://ehr.example\\fhir', /backslash/],
  ['an iss with two slashes', 'ehrs.0.iss', 'https://ehr.example//fhir', /two slashes/],
  ['an iss with letters beyond ASCII', 'ehrs.0.iss', 'https://münchen.example/fhir', /xn--/],
  ['an iss whose port is a word', 'ehrs.0.iss', 'https://ehr.example:port/fhir', /port/],
  ['an iss with a sign that no path has', 'ehrs.0.iss', 'https://ehr.example/{tenant}/fhir', /not a web address/],
  ['an iss whose host browsers read as a number', 'ehrs.0.iss', 'https://ehr.hospital.123/fhir', /as browsers resolve/],
  ['an iss whose host is written short', 'ehrs.0.iss', 'https://10.1/fhir', /as browsers resolve/],
  ['an iss with a port that is too large', 'ehrs.0.iss', 'https://ehr.example:70000/fhir', /as browsers resolve/],
  ['an iss with the default port', 'ehrs.0.iss', 'https://ehr.example:443/fhir', /default port/],
  ['an iss with a dot segment', 'ehrs.0.iss', 'https://ehr.example/a/../fhir', /dot segment/],
  [
    'an iss with a written-out dot segment',
    'ehrs.0.iss',
    'https://ehr.example/a/%2e%2e/fhir',
    /as browsers resolve it/,
  ],
  ['an iss at a literal IPv6 address', 'ehrs.0.iss', 'https://[fd00::1]/fhir', /IPv6/],
  [
    'a contact that could be no link',
    'learn',
    { contacts: [{ label: 'Coaches', address: 'https://münchen.example/' }] },
    /is "https:/,
    'learn.contacts.0.address',
  ],
  ['an iss with a port that is none', 'ehrs.0.iss', 'https://ehr.example:99999/fhir', /as browsers resolve it/],
  ['a wildcard host', 'ehrs.0.iss', 'https://*.ehr.example/fhir', /wildcard/],
  ['a client id with a reserved character', 'ehrs.0.clientId', 'a&b', /is "a&b"/],
  ['an id with a space', 'ehrs.0.id', 'north clinic', /is "north clinic"/],
  ['an auth origin with a path', 'ehrs.0.authOrigins.0', 'https://login.ehr.example/oauth', /more than an origin/],
  ['a wildcard auth origin', 'ehrs.0.authOrigins.0', 'https://*.ehr.example', /wildcard/],
  ['a wildcard frame ancestor', 'ehrs.0.frameAncestors.0', '*', /wildcard/],
  ['a wildcard scope', 'ehrs.0.scopes', `${scopes} patient/*.rs`, /wildcard/],
  ['offline access', 'ehrs.0.scopes', `${scopes} offline_access`, /outlives/],
  ['letters in disorder', 'ehrs.0.scopes', `${scopes} patient/Goal.sr`, /not a scope/],
  ['a scope without letters', 'ehrs.0.scopes', `${scopes} patient/Goal.`, /not a scope/],
  ['two spaces', 'ehrs.0.scopes', `${scopes}  patient/Goal.r`, /space/],
  ['no launch', 'ehrs.0.scopes', scopes.replace('launch ', ''), /lacks "launch"/],
  ['no openid', 'ehrs.0.scopes', scopes.replace('openid ', ''), /lacks "openid"/],
  ['no fhirUser', 'ehrs.0.scopes', scopes.replace('fhirUser ', ''), /lacks "fhirUser"/],
  ['no patient read', 'ehrs.0.scopes', scopes.replace('patient/Patient.r ', ''), /cannot read Patient/],
  ['no read of what it files', 'ehrs.0.scopes', scopes.replace('.crus', '.cu'), /cannot read Observation/],
  ['a standalone entry without launch/patient', 'ehrs.0.standalone', true, /lacks "launch\/patient"/, 'ehrs.0.scopes'],
  ['another idToken rule', 'ehrs.0.idToken', 'skip', /is "skip"/],
  ['another token store', 'ehrs.0.tokenStore', 'local', /is "local"/],
  ['an unknown form', 'ehrs.0.write.order', ['Procedure'], /is "Procedure"/, 'ehrs.0.write.order.0'],
  ['a form named twice', 'ehrs.0.write.order', ['Observation', 'Observation'], /twice/, 'ehrs.0.write.order.1'],
  ['a lock of one minute', 'idleLockMinutes', 1, /is 1/],
  ['a lock of 31 minutes', 'idleLockMinutes', 31, /is 31/],
  ['drafts of 25 hours', 'draftTtlHours', 25, /is 25/],
  ['a broken half hour', 'draftTtlHours', 0.5, /is 0.5/],
  ['two EHRs of one id', 'ehrs', [good.ehrs[0], { ...good.ehrs[0], iss: 'https://b.example' }], /twice/, 'ehrs.1.id'],
  ['two EHRs of one iss', 'ehrs', [good.ehrs[0], { ...good.ehrs[0], id: 'b' }], /twice/, 'ehrs.1.iss'],
  ['two behaviors of one key', 'behaviours', [...good.behaviours, ...good.behaviours], /twice/, 'behaviours.1.key'],
  ['a client id with blanks', 'ehrs.0.clientId', 'my app', /is "my app"/],
  ['words with a line break', 'app.support', 'Call the desk\nnow', /is "Call/],
  ['words of blanks', 'ehrs.0.label', ' ', /is " "/],
  ['words with a hidden character', 'ehrs.0.label', 'North\u0007', /is "North/],
  ['words without an end', 'app.support', 'x'.repeat(601), /is 601/],
  ['a telephone number in words', 'app.phone', 'the desk', /is "the desk"/],
  ['a telephone number of one EHR in words', 'ehrs.0.phone', 'ask', /is "ask"/],
  ['a language without texts', 'language', 'fr', /is "fr"/],
  ['a language of one EHR without texts', 'ehrs.0.language', 'de', /is "de"/],
  ['a lock of one EHR that never comes', 'ehrs.0.idleLockMinutes', 0, /is 0/],
  ['drafts of one EHR for a week', 'ehrs.0.draftTtlHours', 168, /is 168/],
  ['a sign-in of a day', 'sessionHours', 24, /is 24/],
  ['a sign-in of one EHR without end', 'ehrs.0.sessionHours', 0, /is 0/],
  ['a flag in words', 'part2Program', 'yes', /is "yes"/],
  ['a topic nobody listed', 'ehrs.0.behaviours', ['alchohol'], /not a topic/, 'ehrs.0.behaviours.0'],
  ['no topic at one EHR', 'ehrs.0.behaviours', [], /empty/],
  [
    'a frame listed twice',
    'ehrs.0.frameAncestors',
    ['https://a.example', 'https://a.example'],
    /twice/,
    'ehrs.0.frameAncestors.1',
  ],
  [
    'scopes of a launch in a standalone entry',
    'ehrs.0',
    { ...good.ehrs[0], standalone: true, scopes: `${scopes} launch/patient` },
    /has "launch"/,
    'ehrs.0.scopes',
  ],
  ['a goal that it may not file', 'ehrs.0.write.goal', true, /cannot file, read and retract the Goal/, 'ehrs.0.scopes'],
  [
    'ruler entries of an Observation that is never filed',
    'ehrs.0.write',
    { order: [], panel: true },
    /an Observation that it never files/,
  ],
  ['no search of what it files', 'ehrs.0.scopes', scopes.replace('.crus', '.cru'), /cannot search Observation/],
  ['a type that Evoke does not use', 'ehrs.0.scopes', `${scopes} patient/Conditions.rs`, /not a scope Evoke can use/],
  ...GRANULAR_OF_OTHERS.map(
    (term) =>
      [
        'a granular scope of other entries',
        'ehrs.0.scopes',
        scopes.replace('.crus', `.crus?${term}`),
        /cannot/,
      ] as const,
  ),
  [
    'a patient of some kind only',
    'ehrs.0.scopes',
    scopes.replace('Patient.r', 'Patient.r?active=true'),
    /cannot read Patient/,
  ],
  ['a form it may not create', 'ehrs.0.scopes', scopes.replace('.crus', '.rs'), /cannot create Observation/],
  [
    'a capability of a form not filed',
    'ehrs.0.write.capabilities',
    { DocumentReference: 'yes' },
    /not in write.order/,
    'ehrs.0.write.capabilities.DocumentReference',
  ],
  [
    'a capability that is a maybe',
    'ehrs.0.write.capabilities',
    { Observation: 'maybe' },
    /is "maybe"/,
    'ehrs.0.write.capabilities.Observation',
  ],
  [
    'a profile that no note is validated against',
    'ehrs.0.write.profile',
    'http://hl7.org/fhir/us/pco/StructureDefinition/pco-readiness-assessment',
    /is "http/,
  ],
  ['a document that is no text', 'ehrs.0.write.textContentType', 'text/html', /is "text\/html"/],
  ['a ruler in another form', 'ehrs.0.write.rulerValue', 'percent', /is "percent"/],
  ['a condition in another word', 'ehrs.0.write.conditionalCreate', true, /is true/],
  [
    'a LOINC code with a slip',
    'ehrs.0.noteTypes',
    [{ system: LOINC, code: '11506-4' }],
    /check digit/,
    'ehrs.0.noteTypes.0.code',
  ],
  [
    'a note type of no system',
    'ehrs.0.noteTypes',
    [{ system: 'loinc', code: '11506-3' }],
    /code system/,
    'ehrs.0.noteTypes.0.system',
  ],
  [
    'note types of two systems',
    'ehrs.0.noteTypes',
    [NOTE, { system: 'https://ehr.example/72', code: '1' }],
    /mixes/,
    'ehrs.0.noteTypes.1.system',
  ],
  ['a note type twice', 'ehrs.0.noteTypes', [NOTE, NOTE], /twice/, 'ehrs.0.noteTypes.1'],
  ['a retired code', 'behaviours.0.code', { system: SNOMED, code: '160573003' }, /inactive/, 'behaviours.0.code.code'],
  ['a code for a stage', 'behaviours.0.code', { system: SNOMED, code: '134411008' }, /stage/, 'behaviours.0.code.code'],
  ['labels where no program asks for them', 'ehrs.0.securityLabels', true, /labels nothing/],
  [
    'leave for shared documents without a program',
    'part2',
    { allowSharedDocument: true },
    /allows nothing/,
    'part2.allowSharedDocument',
  ],
  ['safety texts with one left out', 'safety', { selfHarm: STEP, violence: STEP }, /missing/, 'safety.withdrawal'],
  [
    'a safety text without words',
    'safety',
    { selfHarm: { text: '' }, withdrawal: STEP, violence: STEP },
    /empty/,
    'safety.selfHarm.text',
  ],
  ['a label without Spanish', 'behaviours.0.label', { en: 'Alcohol' }, /missing/, 'behaviours.0.label.es'],
];

test.for(bad)('refuses %s, naming the key and the remedy', ([_rule, path, value, problem, at]) => {
  const site = readSite(withValue(path, value));
  if (site.ok) throw new Error('was taken');
  const named = site.error.find((one) => one.path === (at ?? path));
  expect(named?.problem).toMatch(problem);
  expect(named?.remedy).toMatch(/\w{3}/);
  expect(readSite(mended(withValue(path, value), site.error))).toMatchObject({ ok: true });
});

test('refuses an address off loopback as soon as http on loopback is allowed', () => {
  const mixed = { ...loopback, app: { baseUrl: 'https://evoke.example/', support: 'x' } };
  expect(readSite(mixed)).toMatchObject({ ok: false, error: [{ path: 'app.baseUrl' }] });
});

test('refuses a shared document in a Part 2 program unless the site says so in so many words', () => {
  const [entry] = good.ehrs;
  const part2 = (allow: boolean) => ({
    ...good,
    part2Program: true,
    part2: { allowSharedDocument: allow },
    ehrs: [{ ...entry, scopes: `${scopes} patient/DocumentReference.crs`, write: { order: ['DocumentReference'] } }],
  });
  expect(readSite(part2(false))).toMatchObject({ ok: false, error: [{ path: 'ehrs.0.write.order' }] });
  expect(readSite(part2(true))).toMatchObject({ ok: true });
});

test('lists a shared document last in a Part 2 program', () => {
  const [entry] = good.ehrs;
  const order = (...types: readonly string[]) => ({
    ...good,
    part2: { allowSharedDocument: true },
    ehrs: [
      {
        ...entry,
        part2Program: true,
        scopes: `${scopes} patient/DocumentReference.crs`,
        write: { order: types },
      },
    ],
  });
  expect(readSite(order('DocumentReference', 'Observation'))).toMatchObject({
    ok: false,
    error: [{ path: 'ehrs.0.write.order.0', remedy: 'list DocumentReference last' }],
  });
  expect(readSite(order('Observation', 'DocumentReference'))).toMatchObject({ ok: true });
});

test('labels what a Part 2 program files unless the site says otherwise, which is warned of', () => {
  const labeled = (over: object) => readSite({ ...good, part2Program: true, ...over });
  expect(labeled({})).toMatchObject({ ok: true, value: { ehrs: [{ part2Program: true, securityLabels: true }] } });
  const off = labeled({ securityLabels: false });
  expect(off.ok && siteWarnings(off.value)).toMatchObject([{ path: 'north: securityLabels' }]);
});

test('each EHR goes by the whole file where it says nothing itself, and by its own word where it does', () => {
  const own = {
    idleLockMinutes: 5,
    draftTtlHours: 2,
    sessionHours: 3,
    language: 'es',
    support: 'Desk B',
    phone: '555 01',
  };
  const site = readSite({
    ...good,
    app: { ...good.app, phone: '555 00' },
    idleLockMinutes: 20,
    safety: { selfHarm: STEP, withdrawal: STEP, violence: STEP },
    ehrs: [good.ehrs[0], { ...good.ehrs[0], id: 'b', iss: 'https://b.example', ...own }],
  });
  const shared = { idleLockMinutes: 20, draftTtlHours: 8, sessionHours: 8, language: 'en', phone: '555 00' };
  const { support } = good.app;
  expect(site).toMatchObject({ ok: true, value: { ehrs: [{ ...shared, support, safety: { violence: STEP } }, own] } });
});

test('reads what it made of a file once more, to the same end', () => {
  const site = readSite({ ...good, $schema: '../docs/site.schema.json' });
  expect(site.ok && readSite(site.value)).toEqual(site);
});

test.each([
  ['ehrs.0.write.ordre', 'order, capabilities, conditionalCreate'],
  ['ehrs.0.clientID', 'clientId'],
  ['idleLock', 'idleLockMinutes'],
])('names the keys that are allowed in place of %s', (path, allowed) => {
  const site = readSite(withValue(path, 1));
  expect(!site.ok && site.error.find((one) => one.path === path)?.remedy).toContain(allowed);
});

test('warns of an id_token whose signature nobody checks', () => {
  const site = readSite(withValue('ehrs.0.idToken', 'claims'));
  expect(site.ok && siteWarnings(site.value)).toMatchObject([{ path: 'north: idToken' }]);
});

test.each([
  ['launch,', /has a comma/, /one blank/],
  ['offline_access', /outlives the visit/, /^remove it/],
  ['patient/*.rs', /wildcard/, /^name each resource/],
  ['patient/Observation.sr', /not a scope/, /order c r u d s/],
  ['', /more than one space/, /one blank/],
])('says of the scope "%s" what is wrong with it, and what to do', (scope, problem, remedy) => {
  const read = readSite(withValue('ehrs.0.scopes', `launch ${scope} ${scopes.slice('launch '.length)}`));
  const [first] = read.ok ? [] : read.error;
  expect(first).toMatchObject({ problem: expect.stringMatching(problem), remedy: expect.stringMatching(remedy) });
});

test('names every fault at once', () => {
  const site = readSite({ ...good, schema: 9, extra: 1 });
  expect(!site.ok && site.error.map((one) => one.path)).toEqual(expect.arrayContaining(['schema', 'extra']));
});

test.each([[null], [[]], ['{}'], [7]])('refuses %j as a whole', (json) => {
  expect(readSite(json)).toMatchObject({ ok: false });
});

test.each(['survey', `${OBSERVATION_CATEGORY}|survey`])('takes a granular scope that covers its notes: %s', (token) => {
  expect(readSite(withValue('ehrs.0.scopes', scopes.replace('.crus', `.crus?category=${token}`))).ok).toBe(true);
});

test('warns of a form whose notes it could not retract', () => {
  const site = readSite(withValue('ehrs.0.scopes', scopes.replace('.crus', '.crs')));
  expect(site.ok && siteWarnings(site.value)).toMatchObject([
    { path: 'north: scopes', problem: expect.stringMatching(/retracts no note/) },
  ]);
});

test('warns of an EHR on the origin of Evoke', () => {
  const site = readSite(withValue('ehrs.0.iss', 'https://evoke.example/fhir'));
  expect(site.ok && siteWarnings(site.value)).toMatchObject([{ path: 'north: iss' }]);
});

test('warns of user scopes', () => {
  const site = readSite(withValue('ehrs.0.scopes', `${scopes} user/Goal.r`));
  expect(site.ok && siteWarnings(site.value)).toMatchObject([{ path: 'north: scopes' }]);
});

test('names every unknown key of an object, and a list or an object in its place by its kind', () => {
  const file = { ...good, behaviors: [], fooo: 1, 'a.b': 2, learn: [], language: {} };
  const read = readSite({ ...file, app: { ...good.app, baseURL: 'x', help: 'y' } });
  const faults = read.ok ? [] : read.error.map(({ path, problem }) => `${path} ${problem}`);
  expect(faults.filter((one) => one.endsWith('is not a key Evoke knows')).map((one) => one.split(' ')[0])).toEqual(
    expect.arrayContaining(['behaviors', 'fooo', 'a.b', 'app.baseURL', 'app.help']),
  );
  expect(faults).toContain('language is an object');
});
