// The worst a device can do: the whole browser killed in the middle of a sentence, a store that is shut or full. The
// sentence is there again, or the clinician reads at once that it is not kept, and works on.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { launchOptions } from '../../scripts/chromium.ts';
import { Clinician } from '../support/clinician.ts';
import { startEhr } from '../support/ehr-in-a-box.ts';
import { ownGrounds } from '../support/grounds.ts';
import { setOut } from '../support/journey.ts';

/** The browser that lives on a profile: its first process, which has no type. */
function processOf(profile: string): number {
  const list = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  const own = list.split('\n').find((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='));
  const pid = Number(/^\s*(\d+)\s/.exec(own ?? '')?.[1]);
  if (!Number.isInteger(pid)) throw new Error('The browser of this profile is not running');
  return pid;
}

const open = (profile: string) =>
  chromium.launchPersistentContext(profile, {
    ...launchOptions(),
    viewport: { width: 420, height: 900 },
  });

test('a browser killed in the middle of a sentence: opened again from the chart, the sentence is there', async () => {
  const ehr = await startEhr(ownGrounds());
  onTestFinished(() => ehr.stop());
  const profile = await mkdtemp(join(tmpdir(), 'evoke-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const opens = async () => {
    const context = await open(profile);
    const page = await context.newPage();
    await page.goto(ehr.launch({ patientId: 'proto' }));
    return { context, clinician: await new Clinician(page).isReady() };
  };
  const { context, clinician } = await opens();
  await clinician.chip('Change R Reason').click();
  await clinician.words.pressSequentially('I want to be there for my k');
  await clinician.seesItKept();
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(processOf(profile), 'SIGKILL');
  await gone;
  const again = await opens();
  onTestFinished(() => again.context.close());
  await again.clinician.sees(/Your unfinished note from earlier in this visit is here again/);
  await again.clinician.sees('I want to be there for my k');
});

/** How a device refuses: what a page meets in place of its database. */
const REFUSALS = {
  blocked: () => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('Storage is blocked', 'SecurityError');
      },
    });
  },
  full: () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
  },
  silent: () => {
    const never = { addEventListener: () => undefined };
    Object.defineProperty(globalThis, 'indexedDB', { get: () => ({ open: () => never }) });
  },
} as const;

test.each(['blocked', 'full', 'silent'] as const)(
  'a store that is %s is reported at once, and the interview goes on in memory and into the chart',
  async (how) => {
    const { ehr, context, opens } = await setOut();
    await context.addInitScript(REFUSALS[how]);
    const clinician = await opens('proto');
    await clinician.hears('Change R Reason', 'I want to be there for my kids');
    await clinician.sees('Draft kept until you close this pane');
    await clinician.sees('I want to be there for my kids');
    await clinician.signs();
    await clinician.seesItFiled();
    expect(ehr.notesOf('proto')).toHaveLength(1);
  },
);
