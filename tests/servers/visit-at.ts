// A visit in Chromium to a chart on a real server, with the sandbox's sign-in in front. Knows the front and its faults.

import { expect } from 'vitest';
import { type Answer, changeJson, type Json } from '../../mocks/alter.ts';
import type { Oddity } from '../../mocks/auth/oddity.ts';
import { aimed, type Strikes } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import { Clinician } from '../support/clinician.ts';
import type { Grounds } from '../support/ehr-in-a-box.ts';
import { setOut } from '../support/journey.ts';
import { chartAt, type NoteType, type ServerChart, type StatementRow } from './chart-at.ts';

/** How one visit differs from the usual. */
export interface VisitOptions {
  /** The forms that the sign-in lets the clinician create. All by default. */
  readonly creates?: readonly NoteType[];
  /** What the front says in the server's place about each form of a note. */
  readonly says?: StatementRow;
  /** Who signs in, where it is not the clinician of the chart. */
  readonly userReference?: string;
  /** Another build instead of the one that all visits share. */
  readonly grounds?: Grounds;
}

/** A chart, the way into it, and what reached the server. */
export interface Visit {
  readonly chart: ServerChart;
  /** Opens Evoke on the chart in a page of its own. */
  readonly opens: () => Promise<Clinician>;
  /** Sets a fault between browser and server, for that many requests. */
  readonly fails: (fault: FaultId, on: Strikes, times: number) => void;
  readonly mends: () => void;
  /** Every write that reached the front, as `POST Observation`, `PUT Observation` or `POST Observation if-none-exist`. */
  readonly writes: readonly string[];
}

const FORMS: readonly NoteType[] = ['Observation', 'DocumentReference', 'QuestionnaireResponse'];
/** Chromium reports a blocked preflight to the console, and a page cannot prevent it. */
const BROWSER_NOISE = /CORS policy|net::ERR_/;

const readOnly = (creates: readonly NoteType[]): NonNullable<Oddity['grant']> => {
  const others = FORMS.filter((type) => !creates.includes(type));
  return (scopes) =>
    scopes.map((scope) =>
      others.some((type) => scope.startsWith(`patient/${type}.`)) ? scope.replace('.crus', '.rs') : scope,
    );
};

function changed(statement: Json, says: StatementRow): Json {
  const { rest = [] } = statement as { readonly rest?: readonly { readonly resource?: readonly StatementRow[] }[] };
  const rows = (resource: readonly StatementRow[] = []) =>
    resource.map((row) => (FORMS.some((type) => type === row.type) ? { ...row, ...says } : row));
  return { ...statement, rest: rest.map((each) => ({ ...each, resource: rows(each.resource) })) };
}

function recording(writes: string[], says: StatementRow | undefined): (answer: Answer) => Answer {
  return (answer) => (request) => {
    const { pathname } = new URL(request.url);
    const [, type = ''] = /\/fhir\/(\w+)/.exec(pathname) ?? [];
    if ((request.method === 'POST' || request.method === 'PUT') && FORMS.some((form) => form === type)) {
      const conditions = ['if-none-exist', 'if-none-match'].filter((name) => request.headers.has(name));
      writes.push([request.method, type, ...conditions].join(' '));
    }
    const isStatement = says !== undefined && request.method === 'GET' && pathname.endsWith('/fhir/metadata');
    return isStatement ? changeJson(request, answer, (json) => changed(json, says)) : answer(request);
  };
}

/** Makes a new chart on the server and sets out for it. Everything is put away when the test ends. */
export async function visitAt(base: string, name: string, options: VisitOptions = {}): Promise<Visit> {
  const { creates, says, userReference, grounds } = options;
  const chart = await chartAt(base, name);
  const writes: string[] = [];
  const { ehr, context, mends } = await setOut({
    server: base,
    around: recording(writes, says),
    allowed: BROWSER_NOISE,
    ...(grounds && { grounds }),
    ...(creates && { behaves: { grant: readOnly(creates) } }),
  });
  return {
    chart,
    writes,
    mends,
    opens: async () => {
      const page = await context.newPage();
      await page.goto(ehr.launch({ ...chart.input, ...(userReference !== undefined && { userReference }) }));
      return new Clinician(page).isReady();
    },
    fails: (fault, on, times) => ehr.sandbox().faults.set(aimed(namedFault(fault), on), times),
  };
}

/** Writes a small note: one ruler, one quote and a plan. Leaves it unsigned. */
export async function writesNote(clinician: Clinician, quote = 'My liver tests scared me'): Promise<void> {
  await clinician.rates('Importance', 7);
  await clinician.hears('Change R Reason', quote);
  await clinician.plans('No drinks on weeknights');
}

/** Waits until the chart holds so many live notes. */
export async function expectLive(chart: ServerChart, count: number): Promise<void> {
  await expect.poll(async () => (await chart.liveNotes()).length, { timeout: 20_000 }).toBe(count);
}

/** Opens the newest of the earlier notes. */
export async function opensNewest({ pane }: Clinician): Promise<void> {
  await pane.getByRole('button', { name: /^Earlier notes/ }).click();
  const rows = pane.getByRole('list', { name: /^Earlier notes/ }).getByRole('listitem');
  await rows.first().getByRole('button').click();
}
