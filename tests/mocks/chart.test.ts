// The chart page without a browser: what each address shows, what the switches do, what stays inside.
import { Buffer } from 'node:buffer';
import type { Observation, Resource } from 'fhir/r4';
import { expect, test } from 'vitest';
import { type ChartLaunch, createChart } from '../../mocks/chart/chart.ts';
import { createFaults, type Faults } from '../../mocks/faults.ts';
import { createStore, type Store } from '../../mocks/fhir/store.ts';
import { PEOPLE, seed } from '../../mocks/people/people.ts';
import { createStage, type Stage } from '../../mocks/profiles.ts';

const NOW = Date.parse('2026-11-22T17:30:00Z');
const PCO = 'http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary';

interface Desk {
  readonly store: Store;
  readonly faults: Faults;
  readonly stage: Stage;
  readonly launches: readonly ChartLaunch[];
  readonly ended: readonly string[];
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly send: (path: string, body: unknown, type?: string) => Promise<Response>;
}

async function openDesk(): Promise<Desk> {
  const store = await createStore(seed(new Date(NOW)), { now: () => NOW });
  const { faults } = createFaults('https://ehr.example/fhir', async () => new Response());
  const stage = createStage();
  const launches: ChartLaunch[] = [];
  const ended: string[] = [];
  const chart = createChart({
    store,
    faults,
    stage,
    launch: (input) => {
      launches.push(input);
      return `https://app.example/launch.html?launch=${launches.length}`;
    },
    expireTokens: () => ended.push('tokens'),
    endSessions: () => ended.push('sessions'),
    appOrigins: ['https://app.example'],
    now: () => NOW,
  });
  return {
    store,
    faults,
    stage,
    launches,
    ended,
    get: async (path, headers = {}) => chart.request(path, { headers }),
    send: async (path, body, type = 'application/json') =>
      chart.request(path, { method: 'POST', headers: { 'Content-Type': type }, body: JSON.stringify(body) }),
  };
}

const note = (patientId: string, text: string, more: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: PCO, code: 'readiness-assessment' }], text },
  subject: { reference: `Patient/${patientId}` },
  effectiveDateTime: '2026-11-22T12:20:00-05:00',
  ...more,
});

const rowsOf = (markup: string): readonly string[] => markup.split('<tr data-note=').slice(1);

test('the list shows everyone, each name a link to their chart', async () => {
  const desk = await openDesk();
  const markup = await (await desk.get('/')).text();
  for (const { patientId } of PEOPLE) expect(markup).toContain(`href="/patients/${patientId}"`);
  expect(markup).toContain('ROSALES-ÅKERLUND, María Elena');
  expect(markup.indexOf('/patients/proto')).toBeLessThan(markup.indexOf('/patients/quill'));
});

test.each([
  ['akerlund', 'rosales'],
  ['MALENA', 'rosales'],
  ['101044', 'haddad'],
  ['يوسف', 'haddad'],
  ['insomnia', 'bendavid'],
])('a search for %s finds %s alone', async (sought, found) => {
  const desk = await openDesk();
  const markup = await (await desk.get(`/?q=${encodeURIComponent(sought)}`)).text();
  expect([...markup.matchAll(/href="\/patients\/(\w+)"/g)].map(([, id]) => id)).toEqual([found]);
});

test('every chart can be drawn', async () => {
  const desk = await openDesk();
  for (const { patientId } of PEOPLE) {
    const page = await desk.get(`/patients/${patientId}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Readiness notes');
  }
});

test('the first page says where to start, and a search leaves that out', async () => {
  const { get } = await openDesk();
  expect(await (await get('/')).text()).toMatch(
    /Start here: PROTO, Pat.*<a href="\/patients\/proto">Open this chart<\/a>/,
  );
  expect(await (await get('/?q=asthma')).text()).not.toContain('Start here');
});

test('the first result is AUDIT-C, and a high value is flagged', async () => {
  const { get } = await openDesk();
  const chart = await (await get('/patients/proto')).text();
  const rows = chart.slice(chart.indexOf('id="results"')).match(/<th scope="row">.*?<\/td>/gs) ?? [];
  expect(rows[0]).toMatch(/AUDIT-C total.*7.*High/s);
  expect(chart).toContain('opens its FHIR resource');
});

test('a chart shows identity, results with their earlier values, and words where something is missing', async () => {
  const desk = await openDesk();
  const haddad = await (await desk.get('/patients/haddad')).text();
  expect(haddad).toContain('08-Sep-1966 (60 y)');
  expect(haddad).toContain('7.4 %');
  expect(haddad).toContain('7.9 % (Aug-2026)');
  expect(await (await desk.get('/patients/quill')).text()).toContain('<dt>Born</dt><dd>not recorded</dd>');
  expect(await (await desk.get('/patients/kartini')).text()).toContain('<dt>Born</dt><dd>1958</dd>');
  expect(await (await desk.get('/patients/whitcombe')).text()).toContain('Died 01-Nov-2026');
});

test('no page title names a patient', async () => {
  const desk = await openDesk();
  const markup = await (await desk.get('/patients/proto')).text();
  expect(/<title>(.*?)<\/title>/.exec(markup)?.[1]).toBe('Chart · Northfield Family Practice (sandbox)');
});

test('notes are listed newest first, undated ones last, retracted ones marked', async () => {
  const desk = await openDesk();
  const rows = rowsOf(await (await desk.get('/patients/wisniewski/notes')).text());
  const places = ['pco-panel', 'lone-importance', 'unknown-parts', 'entered-in-error', 'unknown-text', 'no-date'];
  const found = places.map((name) => rows.findIndex((row) => row.startsWith(`"wisniewski-${name}"`)));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found[0]).toBeGreaterThanOrEqual(0);
  expect(found.at(-1)).toBe(rows.length - 1);
  expect(rows.filter((row) => row.includes('data-status="entered-in-error"'))).toHaveLength(1);
});

test('a newly filed note comes first, with its author, and only in its own chart', async () => {
  const desk = await openDesk();
  desk.store.create(
    note('rosales', 'Readiness note: new', {
      performer: [{ reference: 'Practitioner/okafor' }, { reference: 'Patient/rosales' }],
    }),
  );
  const [first = ''] = rowsOf(await (await desk.get('/patients/rosales/notes')).text());
  expect(first).toContain('Readiness note: new');
  expect(first).toContain('22-Nov-2026 12:20');
  expect(first).toContain('Ngozi Okafor-Lindström, MD');
  expect(await (await desk.get('/patients/proto/notes')).text()).toContain('No readiness notes.');
});

test('an unchanged chart answers 304, a changed one answers again', async () => {
  const desk = await openDesk();
  const etag = (await desk.get('/patients/proto/notes')).headers.get('ETag') ?? '';
  expect((await desk.get('/patients/proto/notes', { 'If-None-Match': etag })).status).toBe(304);
  desk.store.create(note('proto', 'Readiness note'));
  expect((await desk.get('/patients/proto/notes', { 'If-None-Match': etag })).status).toBe(200);
});

test('the first 25 of 400 notes are shown at once, the others after a link', async () => {
  const desk = await openDesk();
  const some = await (await desk.get('/patients/nguyen/notes')).text();
  expect(rowsOf(some)).toHaveLength(25);
  expect(some).toContain('Show all 400');
  expect(rowsOf(await (await desk.get('/patients/nguyen/notes?notes=all')).text())).toHaveLength(400);
});

test('what a resource says is text, never markup', async () => {
  const desk = await openDesk();
  const hostile = '<img src=x onerror=alert(1)>"\'';
  desk.store.create(note('proto', hostile, { note: [{ text: hostile }] }));
  const markup = await (await desk.get('/patients/proto')).text();
  expect(markup).not.toContain('<img');
  expect(markup).toContain('&lt;img src=x');
  expect(await (await desk.get(`/?q=${encodeURIComponent(hostile)}`)).text()).not.toContain('<img');
});

test('the raw resource shows every version, newest first', async () => {
  const desk = await openDesk();
  const filed = desk.store.create(note('proto', 'Readiness note'));
  desk.store.update({ ...filed, status: 'amended' } as typeof filed);
  const markup = await (await desk.get(`/raw/Observation/${filed.id}`)).text();
  expect(markup.indexOf('Version 2 (current)')).toBeGreaterThan(0);
  expect(markup.indexOf('Version 2')).toBeLessThan(markup.indexOf('Version 1'));
});

test.each(['/patients/nobody', '/patients/nobody/launch', '/raw/Observation/none', '/raw/__proto__/x', '/nowhere'])(
  '%s is not found, in words',
  async (path) => {
    const answer = await (await openDesk()).get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is nothing at this address');
  },
);

test('a launch names the patient, the open visit and who is signed in', async () => {
  const desk = await openDesk();
  const first = await desk.get('/patients/rosales/launch');
  expect(first.status).toBe(303);
  expect(first.headers.get('Location')).toBe('https://app.example/launch.html?launch=1');
  expect(first.headers.get('Referrer-Policy')).toBe('no-referrer');
  const signedIn = await desk.send('/switches/user', { reference: 'Practitioner/brandt' });
  const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  await desk.get('/patients/abernathy/launch', { Cookie: cookie });
  expect(desk.launches).toEqual([
    { patientId: 'rosales', encounterId: 'rosales-visit-today', userReference: 'Practitioner/okafor' },
    { patientId: 'abernathy', userReference: 'Practitioner/brandt' },
  ]);
});

test('a switch turns a fault on and off, and the page says which are on', async () => {
  const desk = await openDesk();
  const on = await desk.send('/switches/fault', { id: 'create-403', on: true });
  expect(await on.json()).toEqual({ broken: ['create-403'] });
  expect(desk.faults.active().map(({ id }) => id)).toEqual(['create-403']);
  expect(await (await desk.get('/')).text()).toContain('(1 on)');
  await desk.send('/switches/fault', { id: 'create-403', on: false });
  expect(desk.faults.active()).toEqual([]);
});

test('a profile is chosen beside the faults, applies at once, and the page says what it permits', async () => {
  const desk = await openDesk();
  const before = await (await desk.get('/')).text();
  expect(before).toContain('<option value="open" selected>Open server</option>');
  expect(before).toContain('data-played></p>');
  const chosen = await desk.send('/switches/profile', { id: 'oracle-like' });
  expect(await chosen.json()).toMatchObject({ id: 'oracle-like', name: 'Oracle-like' });
  expect(desk.stage.current().id).toBe('oracle-like');
  const after = await (await desk.get('/')).text();
  expect(after).toContain('<option value="oracle-like" selected>');
  expect(after).toContain('Oracle-like: Takes documents of one exact form');
  await desk.send('/switches/act', { act: 'mend' });
  expect(desk.stage.current().id).toBe('oracle-like');
});

test('a note filed as a document or as form answers is listed as text, its resource one click away', async () => {
  const desk = await openDesk();
  const about = { subject: { reference: 'Patient/proto' } };
  const text = 'READINESS NOTE (Evoke text 1)\nAbout: Größe & <Gewicht>';
  const data = Buffer.from(text).toString('base64');
  const binary = desk.store.create({ resourceType: 'Binary', contentType: 'text/plain', data } as Resource);
  const document = (attachment: object) =>
    desk.store.create({
      resourceType: 'DocumentReference',
      status: 'current',
      ...about,
      date: '2026-11-22T12:30:00-05:00',
      content: [{ attachment: { title: 'Readiness note', ...attachment } }],
    } as Resource);
  const answers = (item: readonly object[], authored: string) =>
    desk.store.create({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      ...about,
      questionnaire: 'urn:oid:2.25.225303994969635414043760540918332801536.4|1',
      authored,
      item,
    } as Resource);
  const whole = { linkId: 'note-text', answer: [{ valueString: text }] };
  const bare = { linkId: 'talk', item: [{ linkId: 'importance', text: 'Importance', answer: [{ valueInteger: 7 }] }] };
  const filed = [
    document({ data }),
    document({ url: `Binary/${binary.id}` }),
    answers([{ linkId: 'plan' }, whole], '2026-11-22T12:20:00-05:00'),
    answers([bare], '2026-11-22T12:10:00-05:00'),
  ];
  const rows = rowsOf(await (await desk.get('/patients/proto/notes')).text());
  expect(rows).toHaveLength(4);
  for (const { resourceType, id } of filed) {
    const row = rows.find((each) => each.startsWith(`"${id}"`)) ?? '';
    expect(row).toContain(`href="/raw/${resourceType}/${id}"`);
    expect((await desk.get(`/raw/${resourceType}/${id}`)).status).toBe(200);
  }
  for (const row of rows.slice(0, 3)) expect(row).toContain('About: Größe &amp; &lt;Gewicht&gt;');
  expect(rows[3]).toContain('Importance: 7');
});

test('the acts end tokens, end sign-ins and mend everything', async () => {
  const desk = await openDesk();
  await desk.send('/switches/fault', { id: 'offline', on: true });
  for (const act of ['expire-token', 'end-session', 'mend']) await desk.send('/switches/act', { act });
  expect(desk.ended).toEqual(['tokens', 'sessions']);
  expect(desk.faults.active()).toEqual([]);
});

test.each([
  ['/switches/fault', { id: 'no-such-fault', on: true }, 'application/json'],
  ['/switches/user', { reference: 'Practitioner/stranger' }, 'application/json'],
  ['/switches/profile', { id: 'constructor' }, 'application/json'],
  ['/switches/profile', { id: 'epic-like' }, 'text/plain'],
  ['/switches/act', { act: 'toString' }, 'application/json'],
  ['/switches/act', { act: 'mend' }, 'text/plain'],
])('%s refuses %j sent as %s', async (path, body, type) => {
  expect((await (await openDesk()).send(path, body, type)).status).toBe(400);
});

test('pages load nothing from elsewhere and frame only the chart and the app', async () => {
  const policy = (await (await openDesk()).get('/patients/proto')).headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-src 'self' https://app.example");
  expect(policy).toContain("frame-ancestors 'self'");
});

test.each(['chart.css', 'workspace.css', 'chart.js'])(
  'the asset %s is served, and nothing outside the list',
  async (file) => {
    const desk = await openDesk();
    expect((await desk.get(`/chart-assets/${file}`)).status).toBe(200);
    for (const other of ['..%2Fchart.ts', 'constructor']) {
      expect((await desk.get(`/chart-assets/${other}`)).status).toBe(404);
    }
  },
);
