// The chart page of the sandbox EHR: its addresses and switches. It reads the store directly, as an EHR's own screens
// do. It is outside the faults, so a broken network can be repaired here.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Faults } from '../faults.ts';
import { isKept } from '../fhir/compartment.ts';
import { isFields, textsAt } from '../fhir/fields.ts';
import type { Store } from '../fhir/store.ts';
import { calendarFrom } from '../people/calendar.ts';
import { profileOf, type Stage } from '../profiles.ts';
import { compareCharts } from './compare-page.ts';
import { type Html, page, type Staff, type Surroundings } from './page.ts';
import { patientChart } from './patient-chart.ts';
import { patientList } from './patient-list.ts';
import { rawResource } from './raw-page.ts';
import { readinessTable } from './readiness-list.ts';
import { currentVisit, readChart, readNotes, readVisits } from './record.ts';
import { switchedFault } from './switches.ts';

/**
 * The chart, the visit and the person signed in: what the chart tells the authorization server when it opens an app.
 */
export interface ChartLaunch {
  readonly patientId: string;
  readonly encounterId?: string;
  /** Relative reference, like `Practitioner/okafor`. */
  readonly userReference: string;
}

/** What the chart page needs of the sandbox. */
export interface ChartDeps {
  readonly store: Store;
  readonly faults: Faults;
  readonly stage: Stage;
  /** The app's address with `iss` and a fresh one-use `launch`. */
  readonly launch: (input: ChartLaunch) => string;
  /** Ends every access token. A refresh still works. */
  readonly expireTokens: () => void;
  /** Ends every sign-in, refresh included. */
  readonly endSessions: () => void;
  /** Origins the app may be framed from. */
  readonly appOrigins: readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const USER_COOKIE = 'chart-user';
const ASSET_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'public');
// Maps, not records, so that a name from outside never reaches a property that every object inherits.
const ASSETS: ReadonlyMap<string, string> = new Map([
  ['chart.css', 'text/css; charset=utf-8'],
  ['workspace.css', 'text/css; charset=utf-8'],
  ['chart.js', 'text/javascript; charset=utf-8'],
]);

/** The chart's own website. It answers `/`, `/patients/*`, `/compare`, `/raw/*`, `/switches/*`, `/chart-assets/*`. */
export function createChart(deps: ChartDeps): Hono {
  const app = new Hono();
  const stamp = changeStamp(deps);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(deps.appOrigins))) c.header(name, value);
  });
  app.get('/', (c) => show(c, deps, 'Patients', patientList(deps.store, c.req.query('q') ?? '', today(deps))));
  app.get('/compare', (c) => {
    const { left = 'proto', right = 'rosales' } = c.req.query();
    return show(c, deps, 'Two charts', compareCharts(deps.store, left, right));
  });
  app.get('/patients/:id', (c) => showChart(c, deps, c.req.param('id'), stamp()));
  app.get('/patients/:id/notes', (c) => sendNotes(c, deps, c.req.param('id'), stamp()));
  app.get('/patients/:id/launch', (c) => launch(c, deps, c.req.param('id')));
  app.get('/raw/:type/:id', (c) => showRaw(c, deps, c.req.param('type'), c.req.param('id')));
  app.post('/switches/user', async (c) => chooseUser(c, deps, await jsonBody(c)));
  app.post('/switches/fault', async (c) => switchFault(c, deps, await jsonBody(c)));
  app.post('/switches/profile', async (c) => switchProfile(c, deps, await jsonBody(c)));
  app.post('/switches/act', async (c) => act(c, deps, await jsonBody(c)));
  app.get('/chart-assets/:file', (c) => sendAsset(c, c.req.param('file')));
  app.notFound((c) => c.html(page('Not found', surroundings(c, deps), notFound()), 404));
  return app;
}

const today = ({ now = Date.now }: ChartDeps): string => calendarFrom(new Date(now())).day(0);

const notFound = (): Html =>
  html`<main><h1>Not found</h1><p>There is nothing at this address. <a href="/">Go to the list of patients</a>.</p></main>`;

/** A value that differs after every change of the store, and in every run. */
function changeStamp({ store, now = Date.now }: ChartDeps): () => string {
  const run = now().toString(36);
  let changes = 0;
  store.onChange(() => {
    changes += 1;
  });
  return () => `"${run}-${changes}"`;
}

function securityHeaders(appOrigins: readonly string[]): Readonly<Record<string, string>> {
  const apps = appOrigins.join(' ');
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    `frame-src 'self' ${apps}`,
    // A launch is a form that the server redirects to the app.
    `form-action 'self' ${apps}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

function staffOf(store: Store): readonly Staff[] {
  return [...store.all('Practitioner')]
    .reverse()
    .map((each) => ({ reference: `Practitioner/${each.id}`, name: textsAt(each, 'name.text')[0] ?? each.id }));
}

function surroundings(c: Context, { store, faults, stage }: ChartDeps): Surroundings {
  const staff = staffOf(store);
  const chosen = getCookie(c, USER_COOKIE);
  const signedIn = staff.find(({ reference }) => reference === chosen) ?? staff[0];
  const broken = faults.active().map(({ id }) => id);
  return { staff, signedIn: signedIn?.reference ?? '', broken, profile: stage.current() };
}

function show(c: Context, deps: ChartDeps, title: string, body: Html, bare = false): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(page(title, surroundings(c, deps), body, bare));
}

function showChart(c: Context, deps: ChartDeps, id: string, stamp: string): Response | Promise<Response> {
  const record = readChart(deps.store, id);
  if (record === undefined) return c.notFound();
  const view = { today: today(deps), allNotes: c.req.query('notes') === 'all', stamp };
  // No name in the title, because it would appear in the browser's history and on shared screens.
  return show(c, deps, 'Chart', patientChart(deps.store, record, view), c.req.query('bare') === 'yes');
}

function sendNotes(c: Context, deps: ChartDeps, id: string, stamp: string): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('ETag', stamp);
  if (c.req.header('If-None-Match') === stamp) return c.body(null, 304);
  return c.html(readinessTable(deps.store, id, readNotes(deps.store, id), c.req.query('notes') === 'all'));
}

function launch(c: Context, deps: ChartDeps, patientId: string): Response | Promise<Response> {
  if (deps.store.read('Patient', patientId) === undefined) return c.notFound();
  const encounterId = currentVisit(readVisits(deps.store, patientId))?.id;
  const { signedIn } = surroundings(c, deps);
  c.header('Cache-Control', 'no-store');
  const input = { patientId, userReference: signedIn, ...(encounterId !== undefined && { encounterId }) };
  return c.redirect(deps.launch(input), 303);
}

function showRaw(c: Context, deps: ChartDeps, type: string, id: string): Response | Promise<Response> {
  const versions = isKept(type) ? deps.store.history(type, id) : [];
  if (versions.length === 0) return c.notFound();
  return show(c, deps, `${type}/${id}`, rawResource(type, id, versions));
}

// JSON only. A page of another origin needs a preflight for it, and this server answers none.
async function jsonBody(c: Context): Promise<unknown> {
  if (c.req.header('Content-Type') !== 'application/json') return undefined;
  return c.req.json().catch(() => undefined);
}

function chooseUser(c: Context, deps: ChartDeps, body: unknown): Response {
  const [reference] = textsAt(body, 'reference');
  if (!staffOf(deps.store).some((each) => each.reference === reference)) return c.body(null, 400);
  setCookie(c, USER_COOKIE, reference ?? '', { httpOnly: true, sameSite: 'Lax', path: '/' });
  return c.body(null, 204);
}

function switchFault(c: Context, { faults }: ChartDeps, body: unknown): Response {
  const fault = switchedFault(textsAt(body, 'id')[0] ?? '');
  if (fault === undefined || !isFields(body)) return c.body(null, 400);
  if (body['on'] === true) faults.set(fault);
  else faults.clear(fault.id);
  return sendBroken(c, faults);
}

function switchProfile(c: Context, { stage }: ChartDeps, body: unknown): Response {
  const profile = profileOf(textsAt(body, 'id')[0]);
  if (profile === undefined) return c.body(null, 400);
  stage.play(profile);
  return c.json({ id: profile.id, name: profile.name, description: profile.description });
}

function act(c: Context, { faults, expireTokens, endSessions }: ChartDeps, body: unknown): Response {
  const acts = new Map<string, () => void>([
    ['expire-token', expireTokens],
    ['end-session', endSessions],
    ['mend', () => faults.clear()],
  ]);
  const chosen = acts.get(textsAt(body, 'act')[0] ?? '');
  if (chosen === undefined) return c.body(null, 400);
  chosen();
  return sendBroken(c, faults);
}

const sendBroken = (c: Context, faults: Faults): Response => c.json({ broken: faults.active().map(({ id }) => id) });

async function sendAsset(c: Context, file: string): Promise<Response> {
  const type = ASSETS.get(file);
  if (type === undefined) return c.body(null, 404);
  const body = await readFile(join(ASSET_FOLDER, file), 'utf8');
  return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
}
