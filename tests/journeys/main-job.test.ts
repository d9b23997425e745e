// The main job, from the printed address of the chart to the next visit: in the pane, and in a tab.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observation, ObservationComponent, Resource } from 'fhir/r4';
import { expect, onTestFinished, test } from 'vitest';
import { ChartReader, type Clinician } from '../support/clinician.ts';
import { setOut } from '../support/journey.ts';

const LOCAL = 'urn:oid:2.25.225303994969635414043760540918332801536.1';
const PCO = 'http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary';
const PRINTED_NAME = /^PROTO, Pat/;

function chartFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evoke-chart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'chart.json');
}

/** The visit: three utterances, three rulers, a plan, a signature. */
async function talksAndSigns(clinician: Clinician): Promise<void> {
  await clinician.names('Alcohol');
  await clinician.rates('Importance', 7);
  await clinician.rates('Confidence', 4);
  await clinician.rates('Readiness', 6);
  await clinician.hears('Change D Desire', 'I want to be there for my kids');
  await clinician.hears('Change R Reason', 'My liver tests scared me');
  await clinician.hears('Sustain A Ability', 'I can’t sleep without it 😴');
  await clinician.plans('No drinks on weeknights', '2 weeks');
  const sign = await clinician.reviews();
  expect(await sign.textContent()).toMatch(
    /^Sign for PROTO, Pat, born 14-Jul-1985\s*Files to the chart as a readiness note$/,
  );
  await sign.click();
}

function asNote(resource: Resource | undefined): Observation {
  if (resource?.resourceType !== 'Observation') throw new Error('There is no readiness note in the chart.');
  return resource as Observation;
}

/** A component as one line: system and code, then its value in FHIR's own terms. */
function line({ code, ...rest }: ObservationComponent): readonly [code: string, value: unknown] {
  const coding = code.coding?.[0];
  const system = coding?.system === LOCAL ? '' : `${coding?.system}|`;
  const { valueCodeableConcept: concept, ...plain } = rest;
  return [`${system}${coding?.code}`, concept?.coding?.[0]?.code ?? Object.values(plain)[0]];
}

/** A day in local time, as a plan names it. */
function dayIn(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${part(day.getMonth() + 1)}-${part(day.getDate())}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Every field of the stored note. `visit` is the encounter the chart opened Evoke from. */
function expectTheWholeNote(stored: Observation, visit: string): void {
  expect(Object.keys(stored).sort()).toEqual(
    [
      ...['resourceType', 'id', 'meta', 'text', 'identifier', 'status', 'category', 'code', 'subject', 'encounter'],
      ...['effectiveDateTime', 'issued', 'performer', 'note', 'component'],
    ].sort(),
  );
  expect(stored.identifier).toEqual([
    { system: 'urn:oid:2.25.225303994969635414043760540918332801536.2', value: expect.stringMatching(UUID) },
  ]);
  expect(stored.status).toBe('final');
  expect(stored.category?.map(({ coding }) => coding?.[0]?.code)).toEqual(['survey', 'social-history']);
  expect(stored.code.coding?.[0]).toMatchObject({ system: PCO, code: 'readiness-assessment' });
  expect(stored.code.text).toBe('Readiness note');
  expect(stored.subject).toEqual({ reference: 'Patient/proto' });
  expect(stored.encounter).toEqual({ reference: visit });
  expect(stored.performer?.map(({ reference }) => reference)).toEqual(['Practitioner/okafor', 'Patient/proto']);
  expect(stored.effectiveDateTime).toMatch(INSTANT);
  expect(stored.issued).toMatch(INSTANT);
  expect(Date.parse(stored.effectiveDateTime ?? '')).toBeLessThanOrEqual(Date.parse(stored.issued ?? ''));
  expect(stored.text?.status).toBe('generated');
  expect(stored.component?.map(line)).toEqual([
    ['note-format', '1'],
    ['target-behaviour', '897148007'],
    ['sensitive-topic', true],
    [`${PCO}|importance`, 7],
    [`${PCO}|confidence`, 4],
    ['readiness', 6],
    ['ct-desire', 'I want to be there for my kids'],
    ['ct-reason', 'My liver tests scared me'],
    ['st-ability', 'I can’t sleep without it 😴'],
    ['ct-count', 2],
    ['st-count', 1],
    ['plan-outcome', 'plan-agreed'],
    ['plan-first-step', 'No drinks on weeknights'],
    ['plan-follow-up', dayIn(14)],
  ]);
  for (const text of [stored.note?.[0]?.text, stored.text?.div]) {
    expect(text).toContain('I can’t sleep without it 😴');
    expect(text).toContain('No drinks on weeknights');
  }
  expect(stored.note?.[0]?.text).toMatch(/^READINESS NOTE\n[\s\S]*\nFor software: Evoke text 2; /);
  expect(stored.note?.[0]?.text).toContain(stored.identifier?.[0]?.value ?? 'no identifier');
}

const WAYS = [
  ['pane', (chart: ChartReader) => chart.opensEvoke()],
  ['tab', (chart: ChartReader) => chart.opensEvokeInTab()],
] as const;

test.each(WAYS)(
  'an interview becomes a note that is in the chart, outlives a restart and opens the next visit (%s)',
  async (_, opens) => {
    const { ehr, context } = await setOut({ dataFile: chartFile(), width: 1280 });
    const chart = new ChartReader(await context.newPage());
    await chart.opensChartOf(PRINTED_NAME, ehr.chartPage);
    const clinician = await opens(chart);
    await clinician.sees('No earlier readiness notes in this chart.');
    await talksAndSigns(clinician);
    await clinician.seesItFiled();

    const notes = ehr.notesOf('proto');
    expect(notes).toHaveLength(1);
    expectTheWholeNote(asNote(notes[0]), 'Encounter/proto-visit-today');
    await chart.notes.getByText('I want to be there for my kids').waitFor({ state: 'attached' });

    await ehr.restart();
    expect(ehr.notesOf('proto')).toEqual(notes);
    await chart.opensChartOf(PRINTED_NAME, ehr.chartPage);
    await chart.notes.getByText('I want to be there for my kids').waitFor({ state: 'attached' });
    const again = await opens(chart);
    const card = again.pane.getByRole('region', { name: /^Last time/ });
    for (const words of [
      /Alcohol/,
      'My liver tests scared me',
      'No drinks on weeknights',
      /Importance 7, confidence 4, readiness 6/i,
    ]) {
      await card.getByText(words).first().waitFor();
    }
  },
);

test('the status says filed only after the note was read back', async () => {
  const { opens, ehr, context } = await setOut();
  let letRead = (): void => {};
  const held = new Promise<void>((resolve) => {
    letRead = resolve;
  });
  const read: string[] = [];
  const clinician = await opens('proto');
  await context.route(`${ehr.sandbox().base}/Observation/*`, async (route) => {
    read.push(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
    await held;
    await route.continue();
  });
  await clinician.rates('Importance', 7);
  await clinician.signs();
  await clinician.isTold('Sent. Reading it back');
  await expect.poll(() => read).toEqual(ehr.notesOf('proto').map(({ id }) => id));
  expect(await clinician.pane.getByText(/\bFiled\b/).count()).toBe(0);
  letRead();
  await clinician.seesItFiled();
  expect(read).toHaveLength(1);
});
