// What each EHR of the sandbox says, grants, refuses, drops and answers.
import type { Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { seed } from '../../mocks/people/people.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { PROFILES, profileOf } from '../../mocks/profiles.ts';
import {
  ASKED,
  DOCUMENT,
  documents,
  OBSERVATION,
  PROFILE_IDS,
  RESPONSE,
  SHIPPED,
  saidBy,
  VITAL,
  visit,
} from './ehr-profiles.ts';
import { observation } from './fhir-door.ts';
import { asApp, refresh, signIn, startSandbox, tokenFor } from './fhir-sandbox.ts';

const FORMS = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;

interface Row {
  readonly type: string;
  readonly conditionalCreate: boolean;
  readonly interaction: readonly { readonly code: string }[];
  readonly searchParam: readonly { readonly name: string }[];
}

async function statementOf(profile: ProfileId) {
  const { sandbox } = await visit(profile);
  const told = await (await sandbox.fetch(new Request(`${sandbox.base}/metadata`))).json();
  const rows: readonly Row[] = told.rest[0].resource;
  const row = (type: string) => rows.find((each) => each.type === type);
  const writes = (type: string) =>
    (row(type)?.interaction ?? []).map(({ code }) => code).filter((code) => code === 'create' || code === 'update');
  return { server: told.rest[0], row, writes };
}

test('every profile has a name and a description', () => {
  expect(PROFILES.map(({ id }) => id)).toEqual(PROFILE_IDS);
  for (const { name, description } of PROFILES)
    expect([name.length > 3, description.length > 20]).toEqual([true, true]);
});

test.each([
  ['open', ['update', 'create'], ['update', 'create'], ['update', 'create']],
  ['epic-like', ['update', 'create'], ['update', 'create'], ['create']],
  ['oracle-like', ['update', 'create'], ['update', 'create'], ['update']],
  ['athena-like', [], [], ['create']],
  ['read-only', [], [], []],
] as const)('%s: the statement lists what it takes', async (profile, ...expected) => {
  const { writes, row, server } = await statementOf(profile);
  expect(FORMS.map(writes)).toEqual(expected);
  const isOpen = profile === 'open';
  expect(FORMS.map((type) => row(type)?.conditionalCreate)).toEqual([isOpen, isOpen, isOpen]);
  expect(server.interaction !== undefined).toBe(isOpen);
  for (const type of FORMS) {
    expect(row(type)?.interaction.map(({ code }) => code)).toEqual(expect.arrayContaining(['read', 'search-type']));
  }
});

test('oracle-like lists no search by identifier, epic-like lists one that it ignores', async () => {
  const names = async (profile: ProfileId) =>
    (await statementOf(profile)).row('DocumentReference')?.searchParam.map(({ name }) => name) ?? [];
  expect(await names('oracle-like')).not.toContain('identifier');
  expect(await names('oracle-like')).toContain('patient');
  expect(await names('epic-like')).toContain('identifier');
});

/** The first form in the site's order that both statement and scopes allow, as an app should find it. */
async function firstForm(profile: ProfileId): Promise<string | undefined> {
  const { writes } = await statementOf(profile);
  const { scopes } = await visit(profile, [], { scope: SHIPPED.scopes });
  const granted = (type: string) => scopes.some((scope) => new RegExp(`^patient/${type}\\.c[a-z]*$`).test(scope));
  return SHIPPED.write.order.find((type) => writes(type).includes('create') && granted(type));
}

test.each([
  ['open', 'Observation'],
  ['epic-like', 'DocumentReference'],
  ['oracle-like', 'DocumentReference'],
  ['athena-like', 'QuestionnaireResponse'],
  ['read-only', undefined],
] as const)('%s: the shipped site leads to %s', async (profile, form) => {
  expect(await firstForm(profile)).toBe(form);
});

const CONTEXT = ['launch', 'openid', 'fhirUser'];
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

test.each([
  ['open', ASKED.split(' ')],
  [
    'epic-like',
    [
      ...CONTEXT,
      'patient/Patient.r',
      'patient/Encounter.r',
      'patient/Observation.rs',
      `patient/Observation.cu?category=${CATEGORY}|vital-signs`,
      'patient/DocumentReference.crus',
      'patient/QuestionnaireResponse.crs',
      'patient/Binary.r',
    ],
  ],
  [
    'oracle-like',
    [
      ...CONTEXT,
      'online_access',
      'patient/Patient.r',
      'patient/Encounter.r',
      'patient/Observation.rs',
      `patient/Observation.cu?category=${CATEGORY}|vital-signs`,
      `patient/Observation.cu?category=${CATEGORY}|laboratory`,
      'patient/DocumentReference.crus',
      'patient/QuestionnaireResponse.rus',
      'patient/Binary.r',
    ],
  ],
  ['athena-like', ASKED.split(' ').filter((scope) => scope !== 'online_access')],
  [
    'read-only',
    [
      ...CONTEXT,
      'online_access',
      'patient/Patient.r',
      'patient/Encounter.r',
      'patient/Observation.rs',
      'patient/DocumentReference.rs',
      'patient/QuestionnaireResponse.rs',
      'patient/Binary.r',
    ],
  ],
] as const)('%s: grants of what is asked what it means to', async (profile, expected) => {
  expect((await visit(profile)).scopes).toEqual(expected);
});

test.each([
  ['patient/*.cruds', 'patient/*.rs', 'patient/DocumentReference.crus'],
  ['user/*.*', 'user/*.rs', 'user/DocumentReference.crus'],
  ['patient/Observation.write', `patient/Observation.cu?category=${CATEGORY}|vital-signs`, ''],
] as const)('of %s it grants what its tables hold', async (asked, first, second) => {
  const { scopes } = await visit('epic-like', [], { scope: `launch ${asked}` });
  expect(scopes).toEqual(expect.arrayContaining([first, second].filter((scope) => scope !== '')));
  expect(scopes).not.toContain(asked);
});

test('a word of version 1 that grants no more than is allowed stays as it was asked', async () => {
  expect((await visit('read-only', [], { scope: 'launch patient/Observation.read' })).scopes).toEqual([
    'launch',
    'patient/Observation.read',
  ]);
});

test.each([
  ['open', 600, true],
  ['epic-like', 3600, false],
  ['oracle-like', 570, true],
  ['athena-like', 3600, false],
  ['read-only', 600, true],
] as const)('%s: a sign-in lasts %s seconds; renewed: %s', async (profile, life, renewed) => {
  const reply = await signIn(await startSandbox([], { profile }), 'ana', ASKED);
  expect([reply.expires_in, reply.refresh_token !== undefined]).toEqual([life, renewed]);
});

test('oracle-like renews without a new refresh token, and takes the old one again', async () => {
  const sandbox = await startSandbox([], { profile: 'oracle-like' });
  const { refresh_token: token = '' } = await signIn(sandbox, 'ana', ASKED);
  for (let time = 0; time < 2; time += 1) {
    const reply = await refresh(sandbox, token);
    expect([reply.expires_in, reply.refresh_token]).toEqual([570, undefined]);
    expect(reply.access_token).toBeDefined();
  }
});

test.each([
  ['open', [201, 201, 201]],
  ['epic-like', [400, 201, 201]],
  ['oracle-like', [422, 201, 405]],
  ['athena-like', [405, 405, 201]],
  ['read-only', [405, 405, 405]],
] as const)('%s: answers the three forms of a note as it should', async (profile, expected) => {
  const { post } = await visit(profile);
  const statuses = [];
  for (const form of [OBSERVATION, DOCUMENT, RESPONSE]) statuses.push((await post(form)).status);
  expect(statuses).toEqual(expected);
});

test.each(PROFILE_IDS)('%s: a token that has ended is 401 before anything else', async (profile) => {
  const { post, sandbox } = await visit(profile);
  sandbox.access.expireAll();
  expect((await post(OBSERVATION)).status).toBe(401);
});

test.each(PROFILE_IDS.slice(1))(
  '%s: takes no transaction, no delete, no history, and creates by no update',
  async (profile) => {
    const { ask, put, sandbox } = await visit(profile, [observation('ana', { id: 'old' })], {
      scope: 'launch patient/*.cruds',
    });
    const empty = JSON.stringify({ resourceType: 'Bundle', type: 'transaction' });
    const statuses = [
      await ask('', { method: 'POST', body: empty }),
      await ask('Observation/old', { method: 'DELETE' }),
      await ask('Observation/old/_history'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([405, 405, 405]);
    expect((await put({ ...VITAL, id: 'new' })).status).toBeGreaterThanOrEqual(400);
    expect(sandbox.store.read('Observation', 'new')).toBeUndefined();
  },
);

test('a condition on a create is ignored where none is offered', async () => {
  const condition = { 'If-None-Exist': 'identifier=n1' };
  const athena = await visit('athena-like');
  expect((await athena.post(RESPONSE, condition)).status).toBe(201);
  expect((await athena.post(RESPONSE, condition)).status).toBe(201);
  const open = await visit('open');
  expect((await open.post(RESPONSE, condition)).status).toBe(201);
  expect((await open.post(RESPONSE, condition)).status).toBe(200);
});

test('a switch applies from the next request, scopes and lives from the next launch', async () => {
  const { sandbox, post } = await visit('open');
  sandbox.stage.play(profileOf('athena-like') ?? sandbox.stage.current());
  expect((await post(OBSERVATION)).status).toBe(405);
  expect((await signIn(sandbox, 'ana', ASKED)).expires_in).toBe(3600);
  sandbox.stage.play(profileOf('open') ?? sandbox.stage.current());
  expect((await post(OBSERVATION)).status).toBe(201);
});

test('faults strike in front of a profile, and an oddity lies over its sign-in', async () => {
  const { sandbox, post, get } = await visit('epic-like');
  sandbox.faults.set(namedFault('create-503'), 1);
  expect((await post(OBSERVATION)).status).toBe(503);
  expect((await post(OBSERVATION)).status).toBe(400);
  sandbox.authorization.behave({ accessTokenLifeSeconds: 70 });
  expect((await signIn(sandbox, 'ana', ASKED)).expires_in).toBe(70);
  expect((await get('../fhir/.well-known/smart-configuration')).scopes_supported).not.toContain('online_access');
});

test('athena-like says that it renews nothing', async () => {
  const { get } = await visit('athena-like');
  expect((await get('.well-known/smart-configuration')).grant_types_supported).toEqual(['authorization_code']);
});

/* Epic-like */

test('epic-like files a mapped vital sign and no other Observation', async () => {
  const { post, sandbox } = await visit('epic-like');
  expect((await post(VITAL)).status).toBe(201);
  const refused = await post(OBSERVATION);
  expect([refused.status, await saidBy(refused)]).toEqual([400, '59188: The code is not mapped to a flowsheet row.']);
  expect(sandbox.store.all('Observation')).toHaveLength(1);
});

test.each([
  ['a type that is not mapped', { type: { coding: [{ code: '34109-9' }] } }, 'not mapped'],
  ['another author', { author: [{ reference: 'Practitioner/brandt' }] }, 'author'],
  ['two authors', { author: [...DOCUMENT.author, ...DOCUMENT.author] }, 'author'],
  ['two contents', { content: [...DOCUMENT.content, ...DOCUMENT.content] }, 'one content'],
  ['a picture', { content: [{ attachment: { contentType: 'image/png', data: 'AAAA' } }] }, 'text'],
] as const)('epic-like refuses a document with %s', async (_, bend, words) => {
  const { post, sandbox } = await visit('epic-like');
  const refused = await post({ ...DOCUMENT, ...bend });
  expect([refused.status, (await saidBy(refused)).includes(words)]).toEqual([400, true]);
  expect(sandbox.store.all('DocumentReference')).toHaveLength(0);
});

test('epic-like refuses the same document twice (59141) and keeps its identifier', async () => {
  const { post, sandbox } = await visit('epic-like');
  expect((await post(DOCUMENT, { 'If-None-Exist': 'identifier=n1' })).status).toBe(201);
  const again = await post(DOCUMENT);
  const outcome = await again.json();
  expect([again.status, outcome.issue[0].code, outcome.issue[0].details.coding[0].code]).toEqual([
    400,
    'duplicate',
    '59141',
  ]);
  expect(sandbox.store.all('DocumentReference')).toEqual([
    expect.objectContaining({ identifier: DOCUMENT.identifier }),
  ]);
});

test.each(['color=red', 'identifier=none'])(
  'epic-like ignores %s, says so (4122), and gives everything',
  async (term) => {
    const { get } = await visit('epic-like', documents(2));
    const { entry } = await get(`DocumentReference?patient=ana&${term}`);
    expect(entry).toHaveLength(3);
    expect(entry.at(-1).resource.issue[0].details.coding[0].code).toBe('4122');
    expect((await get('DocumentReference?patient=ana&type=11506-3')).entry).toHaveLength(2);
  },
);

test('epic-like ignores it in a search by POST too', async () => {
  const { ask } = await visit('epic-like', documents(2));
  const body = new URLSearchParams({ patient: 'ana', identifier: 'none' });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const found = await (await ask('DocumentReference/_search', { method: 'POST', body, headers })).json();
  expect(found.entry).toHaveLength(3);
});

test('epic-like wants a category or a code to search Observations', async () => {
  const { ask } = await visit('epic-like', [OBSERVATION]);
  expect((await ask('Observation?patient=ana')).status).toBe(400);
  expect((await ask('Observation?patient=ana&category=survey')).status).toBe(200);
});

test('among the synthetic people one chart is restricted', () => {
  const restricted = seed(new Date()).filter(({ resourceType, meta }) => resourceType === 'Patient' && meta?.security);
  expect(restricted.map(({ id }) => id)).toEqual(['doyle']);
});

test('epic-like closes a restricted chart (4130), all but the name', async () => {
  const restricted = { resourceType: 'Patient', id: 'ana', meta: { security: [{ code: 'R' }] } } as Resource;
  const { ask, post } = await visit('epic-like', [restricted]);
  expect((await ask('Patient/ana')).status).toBe(200);
  for (const refused of [await ask('Observation?patient=ana&category=survey'), await post(DOCUMENT)]) {
    expect([refused.status, (await saidBy(refused)).slice(0, 4)]).toEqual([403, '4130']);
  }
});

/* Oracle-like */

test('oracle-like answers 201 with an empty body, a version and an address', async () => {
  const { post, sandbox } = await visit('oracle-like');
  const told = await post(DOCUMENT, { Prefer: 'return=representation' });
  const [stored] = sandbox.store.all('DocumentReference');
  expect([told.status, await told.text()]).toEqual([201, '']);
  expect(told.headers.get('location')).toBe(`${sandbox.base}/DocumentReference/${stored?.id}`);
  expect(told.headers.get('etag')).toBe('W/"1"');
});

test('oracle-like keeps the title and the text, and drops identifier, category and format without a word', async () => {
  const { post, sandbox } = await visit('oracle-like');
  await post({
    ...DOCUMENT,
    meta: { security: [{ code: 'R' }] },
    relatesTo: [{ code: 'replaces', target: DOCUMENT.subject }],
  });
  const { id: _, meta: __, ...stored } = sandbox.store.all('DocumentReference')[0] ?? { id: '' };
  const { identifier: ___, category: ____, ...kept } = DOCUMENT;
  const { contentType, data, title, creation } = DOCUMENT.content[0]?.attachment ?? {};
  expect(stored).toEqual({ ...kept, content: [{ attachment: { contentType, data, title, creation } }] });
});

test.each([
  ['a draft', { docStatus: 'preliminary' }],
  ['two authors', { author: [...DOCUMENT.author, ...DOCUMENT.author] }],
  ['a role as author', { author: [{ reference: 'PractitionerRole/x' }] }],
  ['an authenticator', { authenticator: DOCUMENT.author[0] }],
  ['two contents', { content: [...DOCUMENT.content, ...DOCUMENT.content] }],
  [
    'a blank in its content type',
    { content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: 'YQ==' } }] },
  ],
  ['no visit', { context: { period: DOCUMENT.context.period } }],
  ['no end', { context: { ...DOCUMENT.context, period: { start: DOCUMENT.date } } }],
  ['a day without a time', { context: { ...DOCUMENT.context, period: { start: '2026-11-22', end: DOCUMENT.date } } }],
  ['a modifier', { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }],
] as const)('oracle-like refuses a document with %s', async (_, bend) => {
  const { post, sandbox } = await visit('oracle-like');
  expect((await post({ ...DOCUMENT, ...bend })).status).toBe(422);
  expect(sandbox.store.all('DocumentReference')).toHaveLength(0);
});

test('oracle-like files vital signs of one category, and no survey', async () => {
  const { post } = await visit('oracle-like');
  expect([(await post(VITAL)).status, (await post(OBSERVATION)).status]).toEqual([201, 422]);
});

test('oracle-like updates no document of plain text', async () => {
  const { put, sandbox } = await visit('oracle-like', documents(1));
  expect((await put({ ...DOCUMENT, id: 'doc-0', status: 'entered-in-error' })).status).toBe(422);
  expect(sandbox.store.read('DocumentReference', 'doc-0')).toMatchObject({ status: 'current' });
});

test('oracle-like gives content behind an address, as a Binary or as it is', async () => {
  const { get, ask } = await visit('oracle-like', documents(1));
  const read = await get('DocumentReference/doc-0');
  const found = (await get('DocumentReference?patient=ana')).entry[0].resource;
  for (const { content } of [read, found]) {
    expect(content[0].attachment).not.toHaveProperty('data');
    expect(content[0].attachment.title).toBe('Readiness note');
  }
  const { url } = read.content[0].attachment;
  const binary = await (await ask(url, { headers: { accept: 'application/fhir+json' } })).json();
  expect([binary.resourceType, Buffer.from(binary.data, 'base64').toString('utf8')]).toEqual(['Binary', 'Größe']);
  expect(await (await ask(url, { headers: { accept: 'text/plain' } })).text()).toBe('Größe');
});

test('oracle-like gives content to nobody without both scopes, and of no other chart', async () => {
  const reader = await visit('oracle-like', documents(1), { scope: 'launch patient/DocumentReference.rs' });
  expect((await reader.ask('Binary/TR-doc-0')).status).toBe(403);
  const binaries = await visit('oracle-like', documents(1), { scope: 'launch patient/Binary.r' });
  expect((await binaries.ask('Binary/TR-doc-0')).status).toBe(403);
  const other = asApp(await tokenFor(binaries.sandbox, 'bo'));
  const asBo = new Request(`${binaries.sandbox.base}/Binary/TR-doc-0`, { headers: other });
  expect((await binaries.sandbox.fetch(asBo)).status).toBe(403);
});

test.each(['_sort=-date', 'status=current', 'identifier=n1'])('oracle-like refuses a search with %s', async (term) => {
  const { ask } = await visit('oracle-like');
  const refused = await ask(`DocumentReference?patient=ana&${term}`);
  expect([refused.status, await saidBy(refused)]).toEqual([400, `${term.split('=')[0]} is not supported.`]);
  expect((await ask(`Observation?patient=ana&${term}`)).status).toBe(400);
});

test('oracle-like gives ten documents at a time, and never more than a hundred', async () => {
  const { get } = await visit('oracle-like', documents(101));
  const first = await get('DocumentReference?patient=ana');
  expect(first.entry).toHaveLength(10);
  expect(
    (await get(first.link.find(({ relation }: { relation: string }) => relation === 'next').url)).entry,
  ).toHaveLength(10);
  expect((await get('DocumentReference?patient=ana&_count=500')).entry).toHaveLength(100);
});

/* athena-like */

test('athena-like pages by cursor, each entry once, without a count of the whole', async () => {
  const { get } = await visit('athena-like', documents(45));
  const seen: string[] = [];
  let next: string | undefined = 'DocumentReference?patient=ana';
  while (next !== undefined) {
    const page: { link: { relation: string; url: string }[]; entry: { resource: { id: string } }[] } = await get(next);
    expect(page).not.toHaveProperty('total');
    seen.push(...page.entry.map(({ resource }) => resource.id));
    next = page.link.find(({ relation }) => relation === 'next')?.url;
    expect(page.link.some(({ url, relation }) => url.includes('_page') || relation === 'previous')).toBe(false);
    if (next !== undefined) expect(new URL(next).searchParams.has('cursor')).toBe(true);
  }
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
});

test('athena-like refuses a cursor that it did not give', async () => {
  const { ask } = await visit('athena-like');
  expect((await ask('DocumentReference?cursor=bm9uZQ')).status).toBe(410);
});

test('athena-like files form answers, finds them again, and changes them no more', async () => {
  const { post, put, get } = await visit('athena-like');
  const { id } = await (await post(RESPONSE)).json();
  expect((await get('QuestionnaireResponse?patient=ana')).entry).toHaveLength(1);
  expect((await put({ ...RESPONSE, id })).status).toBe(405);
});

/* Read-only */

test('read-only shows everything and takes nothing, whatever is asked for', async () => {
  const { ask, post, put, scopes } = await visit('read-only', documents(1), { scope: 'launch patient/*.cruds' });
  expect(scopes).toEqual(['launch', 'patient/*.rs']);
  expect((await ask('DocumentReference?patient=ana')).status).toBe(200);
  expect((await post(DOCUMENT)).status).toBe(405);
  expect((await put({ ...DOCUMENT, id: 'doc-0' })).status).toBe(405);
});

/* Updates */

test.each(['epic-like', 'oracle-like'] as const)(
  '%s takes no update that names no version, nor an old one',
  async (profile) => {
    const observation = { ...VITAL, id: 'weight' } as const;
    const { put, get, sandbox } = await visit(profile, [observation as never], { scope: 'launch patient/*.cruds' });
    const row = (await get('metadata')).rest[0].resource.find(({ type }: { type: string }) => type === 'Observation');
    expect(row.versioning).toBe('versioned-update');
    expect((await put(observation, '')).status).toBe(400);
    expect((await put(observation, 'W/"9"')).status).toBe(412);
    expect(sandbox.store.history('Observation', 'weight')).toHaveLength(1);
    expect((await put({ ...observation, status: 'amended' })).status).toBe(200);
  },
);

test('epic-like takes a document that replaces another of the user, and an update of no one else’s', async () => {
  const theirs = { ...documents(1)[0], id: 'theirs', author: [{ reference: 'Practitioner/somebody' }] };
  const { post, put, sandbox } = await visit('epic-like', [theirs as never]);
  const { id } = await (await post(DOCUMENT)).json();
  const relatesTo = [{ code: 'replaces', target: { reference: `DocumentReference/${id}` } }];
  const next = { ...DOCUMENT, identifier: [{ ...DOCUMENT.identifier[0], value: 'n2' }], relatesTo };
  expect((await post(next)).status).toBe(201);
  // What it replaces stays as it was, as on most servers.
  expect(sandbox.store.read('DocumentReference', id)).toMatchObject({ status: 'current' });
  expect((await put({ ...theirs, resourceType: 'DocumentReference', status: 'entered-in-error' })).status).toBe(400);
});
