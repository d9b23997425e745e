// Lighthouse finds no fault in accessibility and best practices. It checks the launch page, the panel after a launch,
// and a note just filed. It runs on the built app under its production headers, in a Chromium of its own.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../mocks/server.ts';
import { launchOptions } from '../../scripts/chromium.ts';
import { Clinician } from '../support/clinician.ts';
import { type RunningEhr, startEhr } from '../support/ehr-in-a-box.ts';
import { ownGrounds } from '../support/grounds.ts';

let browser: Browser;
let port: number;

beforeAll(async () => {
  port = await freePort();
  const { args = [], ...options } = launchOptions();
  // High enough for the whole panel. Lighthouse takes a control that is scrolled under the footer for a small target.
  const pane = '--window-size=420,1600';
  browser = await chromium.launch({ ...options, args: [...args, pane, `--remote-debugging-port=${port}`] });
});

afterAll(() => browser.close());

interface Judged {
  readonly at: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly short: readonly string[];
}

/** Lighthouse's judgment of a page it opens, or of one that is open. Fails with its words where it cannot judge. */
async function judge(how: 'opening' | 'as it stands', address: string): Promise<Judged> {
  const command = ['tests/support/lighthouse.mjs', String(port), how, address];
  const { stdout } = await promisify(execFile)(process.execPath, command, { timeout: 240_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

async function ownEhr(): Promise<RunningEhr> {
  const ehr = await startEhr(ownGrounds());
  onTestFinished(() => ehr.stop());
  return ehr;
}

const ALL = { accessibility: 100, 'best-practices': 100 };
const PATIENCE_MS = 300_000;

test(
  'the launch page, opened without a launch, scores 100 and 100',
  async () => {
    const { appUrl } = ownGrounds();
    const { scores, short, at } = await judge('opening', `${appUrl}launch.html`);
    expect({ scores, short, at }).toEqual({ scores: ALL, short: [], at: `${appUrl}launch.html` });
  },
  PATIENCE_MS,
);

test(
  'a launch, through the sign-in to the panel on a patient, scores 100 and 100',
  async () => {
    const ehr = await ownEhr();
    const { scores, short, at } = await judge('opening', ehr.launch({ patientId: 'rosales' }));
    expect({ scores, short }).toEqual({ scores: ALL, short: [] });
    expect(at).toContain(ownGrounds().appUrl);
  },
  PATIENCE_MS,
);

test(
  'a note just filed scores 100 and 100',
  async () => {
    const ehr = await ownEhr();
    const context = await browser.newContext({ viewport: { width: 420, height: 900 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(ehr.launch({ patientId: 'proto' }));
    const clinician = await new Clinician(page).isReady();
    await clinician.hears('Change R Reason', 'My liver tests scared me');
    await clinician.signs();
    await clinician.seesItFiled();
    const { scores, short } = await judge('as it stands', page.url());
    expect({ scores, short }).toEqual({ scores: ALL, short: [] });
  },
  PATIENCE_MS,
);
