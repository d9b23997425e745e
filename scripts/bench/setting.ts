// Sets up every measurement: the built app under its production headers, an EHR, Chromium, and a line between them
// whose latency can be raised. Opens a visit and measures nothing.

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { freePort } from '../../mocks/server.ts';
import {
  type Around,
  type EhrOptions,
  type RunningEhr,
  serveEvoke,
  startEhr,
} from '../../tests/support/ehr-in-a-box.ts';
import { ensureChromium, launchOptions } from '../chromium.ts';

/** A line that delays every request by one round trip of latency, in milliseconds. */
export interface Line {
  ms: number;
}

/** Everything a measurement needs. */
export interface Setting {
  readonly dist: string;
  readonly appUrl: string;
  readonly browser: Browser;
  readonly line: Line;
  readonly around: Around;
  /** A free origin on this machine, which the EHR knows as another app. */
  readonly otherApp: string;
  /** A Chromium of its own with further switches. The caller closes it. */
  readonly browserWith: (...switches: readonly string[]) => Promise<Browser>;
  /** Starts an EHR for one task and stops it afterwards. `planted` are resources besides its synthetic people. */
  readonly withEhr: <T>(work: (ehr: RunningEhr) => Promise<T>, planted?: EhrOptions['planted']) => Promise<T>;
  readonly close: () => Promise<void>;
}

const over =
  (line: Line): Around =>
  (answer) =>
  async (request) => {
    if (line.ms > 0) await new Promise((resolve) => setTimeout(resolve, line.ms));
    return answer(request);
  };

/** Builds, serves and starts everything. `close` stops it all. */
export async function setUp(): Promise<Setting> {
  const path = ensureChromium();
  const line: Line = { ms: 0 };
  const around = over(line);
  const evoke = await serveEvoke({ around });
  const browserWith = (...switches: readonly string[]): Promise<Browser> => {
    const options = launchOptions(path);
    return chromium.launch({ ...options, args: [...(options.args ?? []), ...switches] });
  };
  const browser = await browserWith();
  const otherApp = `http://127.0.0.1:${await freePort()}`;
  const { dist, appUrl } = evoke;
  return {
    ...{ dist, appUrl, browser, line, around, otherApp, browserWith },
    withEhr: async (work, planted = []) => {
      const ehr = await startEhr(evoke, { around, otherApps: [otherApp], planted });
      return work(ehr).finally(() => ehr.stop());
    },
    close: async () => {
      await browser.close();
      await evoke.close();
    },
  };
}

/** Options of a visit: a browser of its own, and what to do before the first page opens. */
export interface VisitOptions {
  readonly browser?: Browser;
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** What the visit waits for before it starts. By default, everything the first screen shows. */
  readonly isReady?: (page: Page) => Promise<unknown>;
  /** A touch screen, a little lower than the usual pane. */
  readonly touch?: boolean;
}

const VIEWPORT = { width: 420, height: 900 };
const PATIENCE_MS = 60_000;

/** A browser context with an empty cache, in the size of an EHR's side pane. */
export async function freshContext(browser: Browser, touch = false): Promise<BrowserContext> {
  const options = touch ? { viewport: { ...VIEWPORT, height: 800 }, hasTouch: true } : { viewport: VIEWPORT };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

const WINDOW_MS = 1000;

/** A page of a context. The browser is still setting up a page that has just been opened, which would distort times. */
export async function freshPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await new Promise((resolve) => setTimeout(resolve, WINDOW_MS));
  return page;
}

async function showsAll(page: Page): Promise<void> {
  await page.getByText('No earlier readiness notes in this chart.').waitFor();
  await page.getByRole('region', { name: 'Patient', exact: true }).getByText(/Born/).waitFor();
}

/**
 * Launches Evoke on the chart that the README begins with, waits until it is ready, runs the work, and closes
 * everything.
 */
export function withVisit<T>(
  setting: Setting,
  work: (page: Page, ehr: RunningEhr) => Promise<T>,
  { browser = setting.browser, prepare, isReady = showsAll, touch = false }: VisitOptions = {},
): Promise<T> {
  return setting.withEhr(async (ehr) => {
    const context = await freshContext(browser, touch);
    try {
      await prepare?.(context);
      const page = await freshPage(context);
      await page.goto(ehr.launch({ patientId: 'proto' }));
      await isReady(page);
      return await work(page, ehr);
    } finally {
      await context.close();
    }
  });
}
