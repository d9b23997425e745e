// The main job in Firefox and in WebKit. Chromium has the journeys. This set holds what broke in another engine.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observation } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PDF_READER, requireProgram } from '../../scripts/engine-programs.ts';
import { type RunningEhr, type ServedEvoke, serveEvoke, startEhr } from '../support/ehr-in-a-box.ts';
import { firefox } from './firefox.ts';
import { clickOn, type Engine, find, type Tab, waitUntil } from './tab.ts';
import { webkit } from './webkit.ts';

const STEP = 'Call the quit line on Monday';
const STEP_FIELD = `document.querySelector('#plan textarea')`;

let evoke: ServedEvoke;
let ehr: RunningEhr;
beforeAll(async () => {
  evoke = await serveEvoke();
  ehr = await startEhr(evoke);
});
afterAll(async () => {
  await ehr?.stop();
  await evoke?.close();
});

async function startTab(engine: Engine, blocked = false): Promise<Tab> {
  const { tab, close } = await engine.start({ blocked });
  onTestFinished(close);
  return tab;
}

const isReady = (tab: Tab): Promise<void> => waitUntil(tab, find('h2, h3', /^Last time/));

/** Opens Evoke in a window of its own. */
async function opens(tab: Tab, patientId: string): Promise<void> {
  await tab.goTo(ehr.launch({ patientId }));
  await isReady(tab);
}

/** Opens Evoke in the chart's pane. `chart` is the chart's address, on the site of Evoke or on another. */
async function opensInPane(tab: Tab, patient: RegExp, chart: string): Promise<void> {
  await tab.goTo(chart);
  await clickOn(tab, find('a', patient));
  await clickOn(tab, find('button', /^Open Evoke/));
  await waitUntil(tab, `document.querySelector('iframe[title="Evoke"]')`);
  await tab.enterFrame('Evoke');
  await isReady(tab);
}

const ruler = (name: string, score: number): string =>
  `[...document.querySelectorAll('[role=radiogroup]')].find((e) => e.textContent.trim().startsWith('${name}'))
    .querySelectorAll('label')[${score}]`;

/** Marks a reason with its words, answers a ruler and writes the first step. */
async function talks(tab: Tab): Promise<void> {
  await clickOn(tab, ruler('Importance', 7));
  await waitUntil(tab, `${ruler('Importance', 7)}.control.checked`);
  await clickOn(tab, find('[role=toolbar] button', /^Change R Reason/));
  await waitUntil(tab, `document.activeElement?.tagName === 'TEXTAREA'`);
  await tab.type('My liver tests scared me');
  await clickOn(tab, STEP_FIELD);
  await waitUntil(tab, `document.activeElement === ${STEP_FIELD}`);
  await tab.type(STEP);
  await waitUntil(tab, `${STEP_FIELD}.value === '${STEP}'`);
}

async function signs(tab: Tab): Promise<void> {
  await clickOn(tab, find('nav a', /^Review/));
  await clickOn(tab, find('button', /^Sign for/));
  await waitUntil(tab, find('h2', /^Filed at/));
}

const lastNote = (patientId: string): Observation => {
  const [note] = ehr.notesOf(patientId);
  if (note?.resourceType !== 'Observation') throw new Error('There is no readiness note in the chart.');
  return note as Observation;
};

/** The text of each page of a PDF. */
function pagesOf(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'evoke-paper-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'plan.pdf');
  writeFileSync(file, pdf);
  const { stdout } = spawnSync(requireProgram(PDF_READER), ['-layout', file, '-'], { encoding: 'utf8' });
  return stdout.split('\f').slice(0, -1);
}

describe.each([firefox, webkit])('$name', (engine) => {
  test.each([
    ['its own', /^PROTO, Pat/, () => ehr.chartPage],
    ['another', /^KARTINI/, () => `${evoke.otherSite}/`],
  ] as const)('goes from the pane of a chart on %s site to the card of the last visit', async (_, patient, chart) => {
    const tab = await startTab(engine);
    await opensInPane(tab, patient, chart());
    await talks(tab);
    await signs(tab);
    await opensInPane(tab, patient, chart());
    await waitUntil(tab, `document.body.innerText.includes('${STEP}')`);
  });

  test('signs where storage of other sites is blocked', async () => {
    const tab = await startTab(engine, true);
    await opensInPane(tab, /^ROSALES/, `${evoke.otherSite}/`);
    await talks(tab);
    await signs(tab);
    expect(JSON.stringify(lastNote('rosales'))).toContain(STEP);
  });

  test('files a start time as it is on the screen, though its field still has the focus', async () => {
    const tab = await startTab(engine);
    await opens(tab, 'proto');
    await talks(tab);
    await clickOn(tab, find('nav a', /^Review/));
    const field = `document.querySelector('#review input[type=time]')`;
    await waitUntil(tab, field);
    // A click may begin at the minutes. The focus alone begins at the hours.
    await tab.read(`${field}.focus()`);
    // The first hour of the day is never in the future, which a start may not be.
    for (const keys of engine.firstHour) await tab.type(keys);
    await waitUntil(tab, `${field}.value.startsWith('00:')`);
    const shown = await tab.read(`${field}.value`);
    await tab.pressSign();
    await waitUntil(tab, find('h2', /^Filed at/));
    expect(lastNote('proto').effectiveDateTime).toContain(`T${shown}`);
  });
});

// One start for several checks, because a start takes the longest.
test('WebKit raises the pad no higher than its text needs, and no long choice makes a narrow pane scroll sideways', async () => {
  const tab = await startTab(webkit);
  await opensInPane(tab, /^ROSALES/, ehr.chartPage);
  const height = `document.getElementById('capture').getBoundingClientRect().height`;
  const before = Number(await tab.read(height));
  await clickOn(tab, find('footer button', /^Mark/));
  await waitUntil(tab, `document.getElementById('capture').matches(':popover-open')`);
  // Raised, it has a margin of its own.
  expect(Number(await tab.read(height))).toBeLessThan(before + 60);
  await clickOn(tab, find('footer button', /^Mark/));
  await clickOn(tab, find('button', /^Then and now/));
  await waitUntil(tab, `document.querySelector('main select')`);
  await tab.read(`document.body.style.inlineSize = '320px'`);
  await waitUntil(tab, `document.querySelector('main').clientWidth <= 320`);
  const tooWide = `[...document.querySelectorAll('main label:has(select)')].filter((e) => e.scrollWidth > e.clientWidth)`;
  expect(await tab.read(`${tooWide}.length`)).toBe(0);
});

test('Firefox prints an earlier note from the first page on, and the plan on one page of A4', async () => {
  const tab = await startTab(firefox);
  await opens(tab, 'rosales');
  await clickOn(tab, find('button', /^Earlier notes/));
  await clickOn(tab, find('main button', /^\d\d-\w+-\d{4}/));
  await waitUntil(tab, find('h4', /^In their own words/));
  const [first = ''] = pagesOf((await tab.print?.()) ?? new Uint8Array());
  expect(first).toContain('In their own words');
  await clickOn(tab, find('button', /^Back to the conversation/));
  await talks(tab);
  await clickOn(tab, find('button', /^Plan to take home/));
  await waitUntil(tab, find('article h2', /plan/));
  const pages = pagesOf((await tab.print?.()) ?? new Uint8Array());
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain(STEP);
  expect(pages[0]).toContain('+1 555 0100');
});

test('Firefox prints an open card alone, on one page of A4', async () => {
  const tab = await startTab(firefox);
  await opens(tab, 'rosales');
  await clickOn(tab, find('footer button', /^Keys/));
  await waitUntil(tab, `document.querySelector('dialog:modal')`);
  const [printed = '', ...others] = pagesOf((await tab.print?.()) ?? new Uint8Array());
  expect(others).toEqual([]);
  expect(printed).toContain('Keys and settings');
  expect(printed).toContain('Everything here also works without keys.');
  expect(printed).not.toContain('ROSALES');
  expect(printed).not.toContain('Importance');
});
