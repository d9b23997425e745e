// The whole visit on a real FHIR server. Each title is one row of the table in docs/ehrs/hapi.md.
// Run by `npm run servers`. The tests share one server and run in the order given.
import { readFile } from 'node:fs/promises';
import type { FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Clinician } from '../support/clinician.ts';
import { underAddress } from '../support/earlier-identity.ts';
import { type Grounds, serveEvoke } from '../support/ehr-in-a-box.ts';
import { type NoteType, type ServerChart, statementOf } from './chart-at.ts';
import { manyNotes } from './many-notes.ts';
import { type Control, type ServerUnderTest, serverUnderTest } from './server-under-test.ts';
import { expectLive, opensNewest, visitAt, writesNote } from './visit-at.ts';

const STEP = 'No drinks on weeknights';
const MANY = 520;
/** The panel's message that the chart has one note more than once. */
const DUPLICATED = /filed twice|more than once/i;

/** What the front says in the server's place, so that a note takes each way. */
const WAYS = {
  POST: { updateCreate: false, conditionalCreate: false },
  'conditional create': { updateCreate: false, conditionalCreate: true },
  PUT: { updateCreate: true },
} as const;

/** For steps that stop the server or change its settings. */
const testHere = test.runIf(process.env['EVOKE_FHIR_BASE'] === undefined);

let server: ServerUnderTest;
beforeAll(async () => {
  server = await serverUnderTest();
}, 330_000);
afterAll(() => server?.close(), 60_000);

function startedHere(): Control {
  if (!server.control) throw new Error('This server was not started here.');
  return server.control;
}

const note = ({ pane }: Clinician) => pane.getByRole('article');
const filed = ({ pane }: Clinician) => pane.getByRole('status').filter({ hasText: /Filed in the chart at/ });
const press = (clinician: Clinician, name: string | RegExp) => note(clinician).getByRole('button', { name }).click();

/** Signs a small note and opens it under "Earlier notes". */
async function filesAndOpens(clinician: Clinician): Promise<void> {
  await writesNote(clinician);
  await clinician.signs();
  await clinician.seesItFiled();
  await clinician.pane.getByRole('button', { name: 'Begin another note' }).click();
  await opensNewest(clinician);
}

async function retracts(clinician: Clinician): Promise<void> {
  await press(clinician, 'Retract');
  await note(clinician).getByRole('radio', { name: 'Written twice' }).check();
  await press(clinician, /^Retract the note of /);
  await clinician.isTold('Retracted, checked');
}

async function corrects(clinician: Clinician, step: string): Promise<void> {
  await press(clinician, 'Correct');
  await note(clinician)
    .getByRole('textbox', { name: /^First step/ })
    .fill(step);
  await press(clinician, /^Sign for/);
  await clinician.sees(/^Corrected in the chart/);
}

test('launch: the patient is shown, and an empty chart says so', async () => {
  const { opens } = await visitAt(server.base, 'launch');
  const clinician = await opens();
  await clinician.sees(/PROTO, Pat/);
  await clinician.sees('No earlier readiness notes in this chart.');
});

test.each<{ readonly type: NoteType; readonly creates: readonly NoteType[] }>([
  { type: 'Observation', creates: ['Observation'] },
  { type: 'DocumentReference', creates: ['DocumentReference'] },
  { type: 'QuestionnaireResponse', creates: ['QuestionnaireResponse'] },
])('a note as $type: filed once, read back, compared, and there at the next launch', async ({ type, creates }) => {
  const { chart, opens } = await visitAt(server.base, `as${type}`, { creates });
  const clinician = await opens();
  await writesNote(clinician);
  await clinician.signs();
  await clinician.seesItFiled();
  expect((await chart.notes()).map(({ resourceType }) => resourceType)).toEqual([type]);
  await clinician.page.close();
  const again = await opens();
  await again.sees(`Step: ${STEP}`);
});

/** Signs once the capability statement, which HAPI takes seconds for, has said how a note may be sent. */
async function signsAsConfirmed(clinician: Clinician): Promise<void> {
  const sign = (await clinician.reviews()).filter({ hasNotText: 'not yet confirmed' });
  await sign.click();
}

/** A build for a site that also files each ruler answer and the agreed change as entries of their own. */
async function groundsWithParts(): Promise<Grounds> {
  const shipped = JSON.parse(await readFile(new URL('../../site.config.json', import.meta.url), 'utf8'));
  const [entry] = shipped.ehrs;
  const parts = { scopes: `${entry.scopes} patient/Goal.crus`, write: { ...entry.write, panel: true, goal: true } };
  const served = await serveEvoke({ site: { ...shipped, ehrs: [{ ...entry, ...parts }] } });
  onTestFinished(() => served.close());
  return served;
}

test('a note with its ruler answers as entries of their own: one transaction, and one note at the next launch', async () => {
  const { chart, opens } = await visitAt(server.base, 'parts', { grounds: await groundsWithParts() });
  const clinician = await opens();
  await writesNote(clinician);
  await signsAsConfirmed(clinician);
  await clinician.seesItFiled();
  const stored = await chart.notes();
  expect(stored.filter((one) => 'component' in one)).toHaveLength(1);
  expect(stored.filter((one) => 'derivedFrom' in one)).toHaveLength(1);
  const again = await opens();
  await again.pane.getByRole('button', { name: /^Earlier notes/ }).click();
  await again.sees('1 note.');
});

test('notes under an earlier web address and under the permanent identity are one history', async () => {
  const { chart, opens } = await visitAt(server.base, 'identities');
  const notes = manyNotes(4, chart.input);
  const earlier = (note: FhirResource) => underAddress(note, 'https://notes.clinic.example/fhir') as FhirResource;
  await chart.stores(notes.map((note, place) => (place % 2 ? earlier(note) : note)));
  const clinician = await opens();
  await clinician.pane.getByRole('button', { name: /^Earlier notes/ }).click();
  await clinician.sees('4 notes.');
  const rows = clinician.pane.getByRole('list', { name: /^Earlier notes/ }).getByRole('listitem');
  expect(await rows.count()).toBe(4);
  expect((await rows.allInnerTexts()).join('\n')).not.toContain('another program');
});

test(`history: ${MANY} notes are listed page by page, to the last one`, async () => {
  const { chart, opens } = await visitAt(server.base, 'many');
  await chart.stores(manyNotes(MANY, chart.input));
  const clinician = await opens();
  await clinician.pane.getByRole('button', { name: /^Earlier notes/ }).click();
  const older = clinician.pane.getByRole('button', { name: 'Load older' });
  await clinician.sees(/^Showing the newest \d+; there are more\.$/);
  const all = clinician.pane.getByText(`${MANY} notes.`);
  for (let page = 0; page < MANY / 20 && (await all.count()) === 0; page += 1) {
    await older.click();
    await older.or(all).first().waitFor();
  }
  await all.waitFor();
});

test('correct: a new version of the Observation, and the next launch shows it', async () => {
  const { chart, opens } = await visitAt(server.base, 'correct');
  const clinician = await opens();
  await filesAndOpens(clinician);
  await corrects(clinician, 'Tea at nine instead');
  expect((await chart.notes()).map(({ status, meta }) => [status, meta?.versionId])).toEqual([['corrected', '2']]);
  const again = await opens();
  await again.sees('Step: Tea at nine instead');
});

test('add: the note has the addition with its date', async () => {
  const { chart, opens } = await visitAt(server.base, 'add');
  const clinician = await opens();
  await filesAndOpens(clinician);
  await press(clinician, 'Add to this note');
  await note(clinician)
    .getByRole('textbox', { name: /What to add/ })
    .fill('He rang on Friday');
  await press(clinician, /^Sign for/);
  await clinician.sees(/^Added to the note in the chart/);
  const [stored] = await chart.notes();
  expect(JSON.stringify(stored)).toContain('He rang on Friday');
});

test('retract: the note is entered in error, and the next launch does not use it', async () => {
  const { chart, opens } = await visitAt(server.base, 'retract');
  const clinician = await opens();
  await filesAndOpens(clinician);
  await retracts(clinician);
  expect((await chart.notes()).map(({ status }) => status)).toEqual(['entered-in-error']);
  const again = await opens();
  expect(await again.pane.getByText(`Step: ${STEP}`).count()).toBe(0);
});

test('a document corrected, then retracted: no version counts at the next launch', async () => {
  const { chart, opens } = await visitAt(server.base, 'chain', { creates: ['DocumentReference'] });
  const clinician = await opens();
  await filesAndOpens(clinician);
  await corrects(clinician, 'Tea at nine instead');
  const corrected = await opens();
  await opensNewest(corrected);
  await retracts(corrected);
  expect((await chart.notes()).filter(({ status }) => status === 'current')).toEqual([]);
  const again = await opens();
  expect(await again.pane.getByText(/^Step: /).count()).toBe(0);
});

test('conditional create: the note’s number is the condition', async ({ skip }) => {
  const row = await statementOf(server.base, 'Observation');
  skip(row?.conditionalCreate !== true, 'not offered by this server');
  const { chart, opens, writes } = await visitAt(server.base, 'condition', { says: { updateCreate: false } });
  const clinician = await opens();
  await writesNote(clinician);
  await signsAsConfirmed(clinician);
  await clinician.seesItFiled();
  expect(writes).toEqual(['POST Observation if-none-exist']);
  await expectLive(chart, 1);
});

test('update-as-create: the note’s number is its id', async ({ skip }) => {
  const row = await statementOf(server.base, 'Observation');
  const isHapi = server.control !== undefined;
  skip(row?.updateCreate !== true && !isHapi, 'not offered by this server');
  // HAPI takes such a PUT and does not advertise it, so the front says it in HAPI's place.
  const { chart, opens, writes } = await visitAt(server.base, 'update', { says: { updateCreate: true } });
  const clinician = await opens();
  await writesNote(clinician);
  await signsAsConfirmed(clinician);
  await clinician.seesItFiled();
  expect(writes.map((write) => write.split(' ').slice(0, 2).join(' '))).toEqual(['PUT Observation']);
  await expectLive(chart, 1);
});

test.each(Object.entries(WAYS).map(([way, says]) => ({ way, says })))(
  'connection cut after the commit of a $way: one live note, or the duplicate is reported',
  async ({ way, says }) => {
    const { chart, opens, fails } = await visitAt(server.base, `cut${way.length}`, { says });
    const clinician = await opens();
    await writesNote(clinician);
    fails('create-dropped', { interactions: ['create', 'update'], types: ['Observation'] }, 1);
    await clinician.signs();
    await expectOneOrReported(chart, clinician);
  },
);

test.each([
  ...Object.entries(WAYS).map(([way, says]) => ({ status: 408 as const, way, says })),
  { status: 504 as const, way: 'POST', says: WAYS.POST },
])('$status after the commit of a $way: one live note, or the duplicate is reported', async ({ status, way, says }) => {
  const { chart, opens, fails } = await visitAt(server.base, `stored${status}${way.length}`, { says });
  const clinician = await opens();
  await writesNote(clinician);
  fails(`create-stored-${status}`, { interactions: ['create', 'update'], types: ['Observation'] }, 1);
  await clinician.signs();
  await expectOneOrReported(chart, clinician);
});

test('a search index that is 15 s behind, and a lost answer: one live note, or the duplicate is reported', async () => {
  const { chart, opens, fails } = await visitAt(server.base, 'lag', { says: WAYS.POST });
  const clinician = await opens();
  await writesNote(clinician);
  fails('search-lags-15s', { interactions: ['search'], types: ['Observation'] }, 200);
  fails('create-stored-504', { interactions: ['create'], types: ['Observation'] }, 1);
  await clinician.signs();
  await expectOneOrReported(chart, clinician);
});

/** The end of a filing is one live note that is reported as filed, or a double that one press retracts. */
async function expectOneOrReported(chart: ServerChart, clinician: Clinician): Promise<void> {
  const isDuplicated = clinician.pane.getByText(DUPLICATED);
  await filed(clinician).or(isDuplicated).first().waitFor({ timeout: 60_000 });
  if ((await isDuplicated.count()) > 0) await retractsExtra(clinician);
  await expectLive(chart, 1);
}

const retractsExtra = ({ pane }: Clinician) =>
  pane
    .getByRole('button', { name: /^Retract the extra cop/ })
    .first()
    .click();

test('a duplicate: two copies are reported at launch, and one press retracts the extra one', async () => {
  const { chart, opens } = await visitAt(server.base, 'double');
  const [note] = manyNotes(1, chart.input);
  await chart.stores([note, note].filter((one) => one !== undefined));
  const clinician = await opens();
  await opensNewest(clinician);
  await clinician.sees('This note is filed twice.');
  await retractsExtra(clinician);
  await expectLive(chart, 1);
});

test('an author that the server does not have: filed without the author, or stopped with a message for IT', async () => {
  const { chart, opens } = await visitAt(server.base, 'author', { userReference: 'Practitioner/evoke-not-stored' });
  const clinician = await opens();
  await writesNote(clinician);
  await clinician.signs();
  const stopped = clinician.pane.getByText(/support team: the server must store the Practitioner/);
  await filed(clinician).or(stopped).first().waitFor({ timeout: 60_000 });
  expect(await clinician.pane.getByText(/does not take this kind of note/).count()).toBe(0);
  await expectLive(chart, await filed(clinician).count());
});

testHere(
  'the server stops during the visit and starts again: nothing is lost, and one note is filed',
  async () => {
    const control = startedHere();
    const { chart, opens } = await visitAt(server.base, 'restart');
    const clinician = await opens();
    await writesNote(clinician);
    await control.stop();
    await clinician.signs();
    await clinician.pane.getByRole('alert').first().waitFor({ timeout: 90_000 });
    expect(await clinician.pane.getByText(/Filed in the chart/).count()).toBe(0);
    await control.start();
    await clinician.reviews();
    await pressUntilFiled(clinician);
    await expectLive(chart, 1);
  },
  480_000,
);

/** Presses whatever the panel offers next, to look for the note or to send it, until it is filed. */
async function pressUntilFiled(clinician: Clinician): Promise<void> {
  const { pane, signButton } = clinician;
  const next = signButton.or(pane.getByRole('button', { name: 'Check again' }));
  const isFiled = () =>
    filed(clinician)
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      );
  for (let press = 0; press < 4; press += 1) {
    await next.first().click();
    if (await isFiled()) return;
  }
  throw new Error('The note was not filed after four presses.');
}

testHere('CORS lists of HAPI’s starter, without If-None-Exist and If-Match: a note is filed once', async () => {
  const control = startedHere();
  const { chart, opens } = await visitAt(server.base, 'cors');
  await control.setCorsLists('starter');
  onTestFinished(() => control.setCorsLists('open'));
  const clinician = await opens();
  await writesNote(clinician);
  await clinician.signs();
  await filed(clinician).first().waitFor({ timeout: 90_000 });
  await expectLive(chart, 1);
});

testHere('the same CORS lists: a correction is made, or the setting is named for IT', async () => {
  const control = startedHere();
  const { chart, opens } = await visitAt(server.base, 'corsPut');
  const clinician = await opens();
  await filesAndOpens(clinician);
  await control.setCorsLists('starter');
  onTestFinished(() => control.setCorsLists('open'));
  await press(clinician, 'Correct');
  await note(clinician)
    .getByRole('textbox', { name: /^First step/ })
    .fill('Tea at nine instead');
  await press(clinician, /^Sign for/);
  const corrected = clinician.pane.getByText(/^Corrected in the chart/);
  const named = clinician.pane.getByText(/If-Match/);
  await corrected.or(named).first().waitFor({ timeout: 90_000 });
  const status = (await corrected.count()) > 0 ? 'corrected' : 'final';
  expect((await chart.notes()).map((stored) => stored.status)).toEqual([status]);
});
