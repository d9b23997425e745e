// Takes the screenshots of the README and of docs/pictures from the running app: its own sandbox, its own build, a real
// Chromium. `npm run pictures` takes all, `npm run pictures -- history-` those with that prefix.

import { mkdir, writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { namedFault } from '../mocks/named-faults.ts';
import { chartWithVisits, visitorId } from '../mocks/people/visits.ts';
import { freePort } from '../mocks/server.ts';
import { ChartReader, Clinician } from '../tests/support/clinician.ts';
import { type RunningEhr, serveEvoke, startEhr } from '../tests/support/ehr-in-a-box.ts';
import { ensureChromium, launchOptions } from './chromium.ts';
import { takeLearn } from './learn-pictures.ts';
import { QUOTE_COUNTS, takeNote } from './note-pictures.ts';
import { drawPaper } from './paper.ts';
import { FOLDER, keep, type Look, open, PANE, shoot } from './screenshot.ts';
import { shootVisit } from './visit-pictures.ts';

/** The chart that is shown: one with an earlier note, and a step to ask about. */
const PATIENT = { id: 'asante', printed: /^ASANTE-BOATENG/ } as const;

/** How many visits the history shows. Each number is a person of its own. */
const COUNTS = [1, 2, 8, 40] as const;
/** The one that is also shown in dark. */
const VISITS = 8;

/** Tall enough for rulers, pad and what was heard. */
const TALL: Look = { ...PANE, height: 1400 };

/** Letter paper at 96 pixels an inch, less the margins of the printed page. */
const PAPER = { width: 680, height: 920 } as const;

/** Writes every screenshot again, or those with this prefix. Creates the folder if there is none. */
export async function main([only = '']: readonly string[] = []): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const evoke = await serveEvoke();
  const browser = await chromium.launch(launchOptions(ensureChromium()));
  try {
    const planted = COUNTS.flatMap((count) => chartWithVisits(count, new Date()));
    await eachWithItsOwnEhr(browser, only, evoke.appUrl, () => startEhr(evoke, { planted }));
  } finally {
    await browser.close();
    await evoke.close();
  }
}

type Take = (browser: Browser, ehr: RunningEhr, appUrl: string) => Promise<void>;

async function eachWithItsOwnEhr(
  browser: Browser,
  only: string,
  appUrl: string,
  start: () => Promise<RunningEhr>,
): Promise<void> {
  for (const [name, take] of Object.entries(TAKES)) {
    if (!name.startsWith(only)) continue;
    const ehr = await start();
    await take(browser, ehr, appUrl).finally(ehr.stop);
  }
}

async function launch(browser: Browser, ehr: RunningEhr, look: Look): Promise<Clinician> {
  const page = await open(browser, look);
  await page.goto(ehr.launch({ patientId: PATIENT.id }));
  return new Clinician(page).isReady();
}

/** What is said and agreed in every screenshot. */
async function talks(clinician: Clinician): Promise<void> {
  await clinician.names('Taking medicines');
  await clinician.rates('Importance', 8);
  await clinician.rates('Confidence', 5);
  await clinician.rates('Readiness', 7);
  await clinician.hears('Change D Desire', 'I want to be around to walk my daughter down the aisle');
  await clinician.hears('Sustain A Ability', 'On night shifts I lose all track of what I took');
  await clinician.hears('Change R Reason', 'My father had his stroke at my age');
  await clinician.hears('Change V Activation');
  await clinician.plans('Evening tablets next to the kettle, from tonight', '2 weeks');
}

const takeChart: Take = async (browser, ehr) => {
  const chart = new ChartReader(await open(browser, { width: 1280, height: 860, colors: 'light' }));
  await chart.opensChartOf(PATIENT.printed, ehr.chartPage);
  await chart.opensEvoke();
  await keep(chart.page, 'chart-with-pane');
};

async function takePanel(browser: Browser, ehr: RunningEhr, name: string, look: Look): Promise<void> {
  const clinician = await launch(browser, ehr, look);
  await talks(clinician);
  // On a wide page, the note appears next to the interview.
  if (look.width > 1000) await clinician.reviews();
  await clinician.goesTo('Evoke');
  await keep(clinician.page, name);
}

const takeReview: Take = async (browser, ehr) => {
  const clinician = await launch(browser, ehr, { ...PANE, height: 1100 });
  await talks(clinician);
  await clinician.reviews();
  await keep(clinician.page, 'review');
};

const takeFiled: Take = async (browser, ehr) => {
  const clinician = await launch(browser, ehr, PANE);
  await talks(clinician);
  await clinician.signs();
  await clinician.seesItFiled();
  await keep(clinician.page, 'filed');
};

async function looksBack(browser: Browser, ehr: RunningEhr, look: Look, count: number, sharp = 2): Promise<Page> {
  const page = await open(browser, look, sharp);
  await page.goto(ehr.launch({ patientId: visitorId(count) }));
  await page.getByRole('button', { name: /^Earlier notes/ }).click();
  await page.getByRole('heading', { name: count > 1 ? 'Over time' : 'One visit so far' }).waitFor();
  return page;
}

const HISTORY_WIDTHS = [320, 420, 772, 1280] as const;
const IN_THE_DARK: readonly number[] = [320, 1280];

// The same person at each width, once in dark. Taken at screen resolution, because there are many.
function takeHistory(count: (typeof COUNTS)[number]): Take {
  return async (browser, ehr) => {
    const page = await looksBack(browser, ehr, { ...PANE, height: 1200 }, count, 1);
    // Loads the rest of a long chart.
    if (count > VISITS) await page.getByRole('button', { name: /^Show all \d+/ }).click();
    for (const width of HISTORY_WIDTHS) {
      await page.setViewportSize({ width, height: width < 700 ? 1200 : 900 });
      await shoot(page, `history-${count}-${width}`);
      if (count !== VISITS || !IN_THE_DARK.includes(width)) continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      await shoot(page, `history-${count}-${width}-dark`);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.context().close();
  };
}

/** One note of several visits, and the list of visits, as a printer prints them. */
const takePrinted: Take = async (browser, ehr) => {
  const page = await looksBack(browser, ehr, { ...PANE, ...PAPER }, VISITS, 1);
  await page.getByText(/^As tables/).click();
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'printed-history');
  await page.context().close();
};

const takeThenAndNow: Take = async (browser, ehr) => {
  const page = await looksBack(browser, ehr, { ...PANE, height: 1240 }, VISITS);
  await page.getByRole('button', { name: 'Two visits side by side' }).click();
  await page.getByRole('heading', { name: 'Then and now' }).waitFor();
  await keep(page, 'then-and-now');
};

const takeRefused: Take = async (browser, ehr) => {
  const clinician = await launch(browser, ehr, PANE);
  await talks(clinician);
  ehr.sandbox().faults.set(namedFault('create-422'));
  await clinician.signs();
  await clinician.isWarned('The chart refused a part of this note.');
  await keep(clinician.page, 'refused');
};

const WIDTHS = [320, 420, 1280] as const;

/** The same view at each width, in a page 900 pixels high. */
async function atEachWidth(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await shoot(page, `${name}-${width}`);
  }
}

const takeShared: Take = async (browser, ehr) => {
  const { page } = await launch(browser, ehr, PANE);
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'How much it matters' }).click();
  await page.getByRole('radio', { name: '7', exact: true }).click();
  await atEachWidth(page, 'share');
  await page.context().close();
};

/** A plan as full as one gets in a visit. */
async function plansTheRest(page: Page): Promise<void> {
  await page.getByText('More plan details').click();
  await page.getByRole('checkbox', { name: 'My father had his stroke at my age' }).check();
  for (const [name, text] of [
    ['Who can help, and how, 1', 'My wife asks once, in the evening'],
    ['What could get in the way, 1', 'Night shifts'],
    ['What they will do if that happens, 1', 'Take the box to work, next to the keys'],
  ] as const) {
    await page.getByRole('textbox', { name, exact: true }).fill(text);
  }
  const sure = page.getByRole('radiogroup', { name: /^How sure they are/ });
  await sure.getByRole('radio', { name: '8', exact: true }).check();
}

const takeTakenHome: Take = async (browser, ehr) => {
  const clinician = await launch(browser, ehr, PANE);
  const { page } = clinician;
  await talks(clinician);
  await plansTheRest(page);
  await page.getByRole('button', { name: 'I want to be around' }).click();
  await page.getByRole('button', { name: 'OK to show' }).click();
  await page.getByRole('button', { name: 'Plan to take home' }).click();
  await atEachWidth(page, 'take-home');
  await page.setViewportSize(PANE);
  for (const [language, short] of [
    ['Español', 'es'],
    ['English', 'en'],
  ] as const) {
    await page.getByRole('radiogroup', { name: 'Language / Idioma' }).getByRole('radio', { name: language }).check();
    const paper = await drawPaper(browser, await page.pdf({ format: 'Letter' }));
    await writeFile(`${FOLDER}/printed-plan-${short}.png`, paper);
    process.stdout.write(`${FOLDER}/printed-plan-${short}.png\n`);
  }
  await page.context().close();
};

const takeQuiet: Take = async (browser, ehr) => {
  const { page } = await launch(browser, ehr, PANE);
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Go quiet' }).click();
  await page.getByRole('heading', { name: 'Evoke, quiet' }).waitFor({ state: 'attached' });
  await page.keyboard.press('n');
  await page.getByText('Change need marked').waitFor();
  await atEachWidth(page, 'quiet');
  await page.context().close();
};

/** The top of the component page, which only the development server has. */
const takeKit: Take = async (browser) => {
  const port = await freePort();
  const server = await createServer({ server: { port, strictPort: true }, logLevel: 'error' });
  await server.listen();
  try {
    for (const colors of ['light', 'dark'] as const) {
      const page = await open(browser, { width: 1280, height: 2600, colors: colors });
      await page.goto(`http://127.0.0.1:${port}/kit.html`);
      await page.locator('html[data-ready="yes"]').waitFor();
      await keep(page, `kit-${colors}`);
    }
  } finally {
    await server.close();
  }
};

const takeVisit: Take = async (browser, ehr) => {
  const look = { ...PANE, height: 800 };
  const clinician = await launch(browser, ehr, look);
  await shootVisit(clinician, (name) => shoot(clinician.page, name));
  await clinician.page.context().close();
  await keep((await launch(browser, ehr, look)).page, 'visit-5-next');
};

/** Every screenshot by the prefix of its name, in the order they are taken. */
const TAKES: Readonly<Record<string, Take>> = {
  visit: takeVisit,
  kit: takeKit,
  'chart-with-pane': takeChart,
  'panel-light': (browser, ehr) => takePanel(browser, ehr, 'panel-light', TALL),
  'panel-dark': (browser, ehr) => takePanel(browser, ehr, 'panel-dark', { ...TALL, colors: 'dark' }),
  'panel-320': (browser, ehr) => takePanel(browser, ehr, 'panel-320', { ...TALL, width: 320 }),
  'panel-1280': (browser, ehr) => takePanel(browser, ehr, 'panel-1280', { width: 1280, height: 900, colors: 'light' }),
  review: takeReview,
  filed: takeFiled,
  refused: takeRefused,
  ...Object.fromEntries(
    QUOTE_COUNTS.map((quotes): [string, Take] => [
      `note-${quotes}`,
      (browser, ehr) => takeNote(browser, ehr, PATIENT.id, quotes),
    ]),
  ),
  'then-and-now': takeThenAndNow,
  share: takeShared,
  'take-home': takeTakenHome,
  quiet: takeQuiet,
  learn: (browser, _, appUrl) => takeLearn(browser, appUrl),
  ...Object.fromEntries(COUNTS.map((count): [string, Take] => [`history-${count}`, takeHistory(count)])),
  printed: takePrinted,
};
