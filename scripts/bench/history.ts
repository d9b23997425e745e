// Measures what years of notes cost at launch: requests before the last-time card, and its time compared with a short
// chart. Also counts frames while the whole list scrolls.

import type { Page } from 'playwright';
import { chartWithVisits, visitorId } from '../../mocks/people/visits.ts';
import type { RunningEhr } from '../../tests/support/ehr-in-a-box.ts';
import { percentile, type Row, row } from './row.ts';
import { freshContext, type Setting } from './setting.ts';
import { watchFor } from './sightings.ts';

const FEW = 5;
const MANY = 5000;
const TURNS = 7;
const SIGN = { name: 'last-time', selector: '#last-time-heading', holds: 'Last time, ' } as const;
/** Requests for notes. Requests for the chart's problems, medicines and measurements use other codes. */
const FOR_NOTES =
  /\/fhir\/(?:Observation\?.*(?:category=|readiness-assessment|_page=)|DocumentReference\?|QuestionnaireResponse\?)/;
const A_FRAME_MS = 1000 / 60;
/** A fast flick: about nine panes a second. */
const PIXELS_A_SECOND = 8000;

interface Launched {
  readonly ms: number;
  readonly requests: number;
}

/** Launches in a fresh browser context. Counts the requests for notes until the card appears. */
async function launchOnce(setting: Setting, ehr: RunningEhr, count: number): Promise<Launched> {
  const context = await freshContext(setting.browser);
  try {
    const seen = await watchFor(context, [SIGN]);
    const page = await context.newPage();
    let requests = 0;
    page.on('request', (request) => {
      if (request.method() === 'GET' && FOR_NOTES.test(request.url()) && !seen.at.has(SIGN.name)) requests += 1;
    });
    const address = ehr.launch({ patientId: visitorId(count) });
    const start = performance.timeOrigin + performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    return { ms: (await seen.until(SIGN.name)) - start, requests };
  } finally {
    await context.close();
  }
}

const leastOf = (runs: readonly Launched[]): number => Math.min(...runs.map(({ ms }) => ms));

/** Runs inside the page: scrolls at this speed for three seconds and returns the time of each frame. */
function scrollDown(pixelsASecond: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const frames: number[] = [];
    const begun = performance.now();
    let before = begun;
    const step = (now: number): void => {
      frames.push(now - before);
      before = now;
      const seconds = (now - begun) / 1000;
      window.scrollTo(0, 2000 + pixelsASecond * seconds);
      if (seconds < 3) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  });
}

interface Scrolled {
  readonly frames: readonly number[];
  readonly heapMiB: number;
  readonly elements: number;
}

async function loadAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Earlier notes/ }).click();
  const older = page.getByRole('button', { name: 'Load older', exact: true });
  const all = page.getByText(`${MANY} notes.`);
  while (!(await all.isVisible())) {
    await older.or(all).first().waitFor();
    if (await older.isVisible()) await older.click({ timeout: 2000 }).catch(() => undefined);
  }
}

async function scroll(setting: Setting, ehr: RunningEhr): Promise<Scrolled> {
  const context = await freshContext(setting.browser);
  try {
    const page = await context.newPage();
    await page.goto(ehr.launch({ patientId: visitorId(MANY) }));
    await loadAll(page);
    const frames = await page.evaluate(scrollDown, PIXELS_A_SECOND);
    const devtools = await context.newCDPSession(page);
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    return { frames, heapMiB: usedSize / 2 ** 20, elements };
  } finally {
    await context.close();
  }
}

/** Launches on a short chart and a long one in turn, then loads the whole long list and scrolls it. */
export async function measureHistory(setting: Setting): Promise<readonly Row[]> {
  const now = new Date();
  const planted = [FEW, MANY].flatMap((count) => chartWithVisits(count, now));
  return setting.withEhr(async (ehr) => {
    const [few, many]: [Launched[], Launched[]] = [[], []];
    // The first launches of a server also load its definitions and charts. They are not counted.
    for (const count of [FEW, MANY]) await launchOnce(setting, ehr, count);
    for (let turn = 0; turn < TURNS; turn += 1) {
      few.push(await launchOnce(setting, ehr, FEW));
      many.push(await launchOnce(setting, ehr, MANY));
    }
    const { frames, heapMiB, elements } = await scroll(setting, ehr);
    return [
      row('history.requests.5000', Math.max(...many.map(({ requests }) => requests)), 'requests', null),
      row('history.ms.5', leastOf(few), 'ms', null),
      row('history.ms.5000', leastOf(many), 'ms', null),
      row('history.ratio.5000', leastOf(many) / leastOf(few), 'times', 1.2),
      row('history.scroll.frame.p95', percentile(frames, 0.95), 'ms', Number((A_FRAME_MS + 1).toFixed(1))),
      row('history.scroll.elements', elements, 'elements', null),
      row('history.heap.5000', heapMiB, 'MiB', null),
    ];
  }, planted);
}
