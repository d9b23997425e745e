// Starts a journey: a fresh EHR, a fresh browser context, a watch on both. Every journey must end with an empty console
// and without a request to a foreign address.

import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright';
import { afterAll, expect, inject, onTestFinished } from 'vitest';
import type { FaultId } from '../../mocks/named-faults.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { launchOptions } from '../../scripts/chromium.ts';
import { Clinician } from './clinician.ts';
import { type EhrOptions, type Grounds, type RunningEhr, startEhr } from './ehr-in-a-box.ts';
import { ownGrounds } from './grounds.ts';
import { type Lookout, watch } from './lookout.ts';

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** The browser all journeys share. */
function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.connect(inject('browser'));
  return browser;
}

/** A browser of this test's own, which is a desktop browser and not the headless shell. */
async function wholeBrowser(): Promise<Browser> {
  const own = await chromium.launch(launchOptions());
  onTestFinished(() => own.close());
  return own;
}

/** How long a journey waits for what should appear. */
const PATIENCE_MS = 20_000;

/** The parts of a journey. */
export interface Journey {
  readonly ehr: RunningEhr;
  readonly context: BrowserContext;
  /** The address of the built app, ending in "/". */
  readonly appUrl: string;
  readonly lookout: Lookout;
  /** Opens Evoke on a patient's chart in a page of its own, and waits until it is ready. */
  readonly opens: (patientId: string) => Promise<Clinician>;
  /** Reloads the page, which ends the sign-in, and launches Evoke in it again. */
  readonly opensAgain: (clinician: Clinician, patientId: string) => Promise<Clinician>;
  /** Makes the EHR fail in this way, from now on or for that many requests. */
  readonly fails: (fault: FaultId, times?: number) => void;
  readonly mends: () => void;
}

/** Options of a journey. */
export interface JourneyOptions extends EhrOptions {
  readonly behaves?: Parameters<Sandbox['authorization']['behave']>[0];
  /** Another build instead of the one that all journeys share. */
  readonly grounds?: Grounds;
  readonly width?: number;
  readonly colors?: 'light' | 'dark';
  /** Whether the screen can be touched. */
  readonly touch?: boolean;
  /** Whether the page's pauses of a second or more last a tenth: a search of thirty seconds then takes three. */
  readonly shortPauses?: boolean;
  /** Whether the journey needs the settings of a whole browser, such as blocked storage of other sites. */
  readonly wholeBrowser?: boolean;
  /** Messages that the browser itself may write to the console, because a response was withheld on purpose. */
  readonly allowed?: RegExp;
}

/** Starts a journey. Everything is closed when the test ends. */
export async function setOut(options: JourneyOptions = {}): Promise<Journey> {
  const { grounds = ownGrounds() } = options;
  const ehr = await startEhr(grounds, options);
  onTestFinished(() => ehr.stop());
  if (options.behaves) ehr.sandbox().authorization.behave(options.behaves);
  const { context, lookout } = await watchedContext(options);
  const opensIn = async (page: Page, patientId: string): Promise<Clinician> => {
    await page.goto(ehr.launch({ patientId }));
    return new Clinician(page).isReady();
  };
  onTestFinished(async () => {
    await context.close();
    expectSilence(lookout, options.allowed);
  });
  return {
    ehr,
    context,
    appUrl: grounds.appUrl,
    lookout,
    opens: async (patientId) => opensIn(await context.newPage(), patientId),
    opensAgain: async ({ page }, patientId) => {
      await page.reload();
      await page.getByRole('heading', { name: 'This page was reloaded, so the sign-in is gone.' }).waitFor();
      return opensIn(page, patientId);
    },
    fails: (fault, times) => ehr.sandbox().faults.set(namedFault(fault), times),
    mends: () => ehr.sandbox().faults.clear(),
  };
}

/** A watched context of the shared browser, or of a whole one. The caller closes it. */
export async function watchedContext(options: JourneyOptions = {}) {
  const { width = 420, colors = 'light', touch = false, shortPauses = false } = options;
  const viewport = { width, height: 900 };
  const chosen = await (options.wholeBrowser ? wholeBrowser() : sharedBrowser());
  const context = await chosen.newContext({ viewport, colorScheme: colors, hasTouch: touch });
  context.setDefaultTimeout(PATIENCE_MS);
  if (shortPauses) await context.addInitScript(shortenPauses);
  await context.addInitScript(stretchBriefly);
  return { context, lookout: watch(context) };
}

/** Runs in the page. The time limits of requests stay, because they are no such timers. */
function shortenPauses(): void {
  const { setTimeout: wait } = window;
  const shorter = (then: TimerHandler, ms = 0, ...rest: unknown[]): number =>
    wait(then, ms < 1000 ? ms : ms / 10, ...rest);
  window.setTimeout = shorter as typeof setTimeout;
}

/**
 * Runs in the page. Draft keys are derived with few rounds, which takes a sixth of the processor time off a launch.
 * `left-on-disk` and the bench derive them in full.
 */
function stretchBriefly(): void {
  // Undefined if the page is not secure, as is the empty page of a new tab.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) return;
  const deriveBits = subtle.deriveBits.bind(subtle);
  subtle.deriveBits = (algorithm, key, length) => {
    const isSlow = typeof algorithm === 'object' && algorithm.name === 'PBKDF2';
    return deriveBits(isSlow ? { ...algorithm, iterations: 10 } : algorithm, key, length);
  };
}

/** Fails if a page sent a request to a foreign address, or wrote an unexpected message to the console. */
export function expectSilence({ strangers, noise }: Lookout, allowed?: RegExp): void {
  expect(strangers, 'requests that left this machine').toEqual([]);
  const unexpected = noise.filter((line) => !allowed?.test(line));
  expect(unexpected, 'console output').toEqual([]);
}

/** Waits until a text field has exactly this text. */
export async function expectText(field: Locator, text: string): Promise<void> {
  await expect.poll(() => field.inputValue(), { timeout: PATIENCE_MS }).toBe(text);
}
