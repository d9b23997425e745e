// How fast the page answers while it fills up to 200 marks, and whether anything holds it up from launch to signature.

import type { Browser, Page } from 'playwright';
import { heardRows, INTERVIEW, type Said, takesDown } from './long-interview.ts';
import { forgetNote, isDrawn, type Noted, noteOn, readNote } from './paints.ts';
import { percentile, type Row, row } from './row.ts';
import { SCENARIOS, walk } from './scenarios.ts';
import { type Setting, withVisit } from './setting.ts';

const MARKS = 200;
const ONE_FRAME_MS = 16.7;
/** The browser reports interactions from here on; a shorter one counts as this long. */
const LEAST_REPORTED_MS = 16;

/** Two hundred captures as typed: a letter, a key of words, Enter, each drawn before the next. Key presses made. */
async function captures(page: Page): Promise<number> {
  const keys = ['d', 'y', 'Enter'];
  await page.keyboard.press('F9');
  for (let mark = 0; mark < MARKS; mark += 1) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await isDrawn(page);
    }
  }
  const kept = (await heardRows(page)).length;
  if (kept !== MARKS) throw new Error(`Of ${MARKS} marks ${kept} were kept.`);
  return MARKS * keys.length;
}

interface Typing {
  readonly browser?: Browser;
  /** How many times slower than this machine. */
  readonly slowdown?: number;
}

function note(setting: Setting, { browser, slowdown = 1 }: Typing): Promise<Noted & { readonly keys: number }> {
  const work = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await forgetNote(page);
    const keys = await captures(page);
    return { ...(await readNote(page)), keys };
  };
  return withVisit(setting, work, { prepare: noteOn, ...(browser && { browser }) });
}

/** The 95th percentile over all interactions, those too short to be reported included. */
function interactionP95({ interactions, keys }: Noted & { readonly keys: number }): number {
  const short = Array.from({ length: Math.max(0, keys - interactions.length) }, () => LEAST_REPORTED_MS);
  return percentile([...interactions, ...short], 0.95);
}

/** On a screen that never makes a frame wait, so that what is measured is the work and not the screen's clock. */
async function paintP95(setting: Setting): Promise<number> {
  const browser = await setting.browserWith('--disable-gpu-vsync', '--disable-frame-rate-limit');
  try {
    return percentile((await note(setting, { browser })).paints, 0.95);
  } finally {
    await browser.close();
  }
}

/** The longest task from the launch to the signature, the redirects included. Zero: none was over 50 ms. */
async function longestTask(setting: Setting): Promise<number> {
  const tasks: number[] = [];
  await withVisit(
    setting,
    async (page) => {
      await walk(SCENARIOS['s1.keyboard'], page);
      tasks.push(...(await readNote(page)).longTasks);
    },
    { prepare: noteOn },
  );
  return Math.max(0, ...tasks);
}

/** The scripted interview, as fast as the page takes it. Utterances that are missing, changed or out of place. */
function lost(setting: Setting): Promise<number> {
  return withVisit(setting, async (page) => {
    const begin = Date.now();
    await takesDown(page, INTERVIEW, { clockIs: (seconds) => page.clock.setFixedTime(begin + seconds * 1000) });
    const rows = await heardRows(page);
    const isKept = ({ text }: Said, place: number): boolean => rows[place]?.includes(text) ?? false;
    return INTERVIEW.filter((said, place) => !isKept(said, place)).length;
  });
}

/** Captures 200 marks three times over: work alone, on a screen of 60 pictures a second, and four times slower. */
export async function measureCapture(setting: Setting): Promise<readonly Row[]> {
  const onScreen = await note(setting, {});
  return [
    row('capture.lost', await lost(setting), 'of 130', 0),
    row('capture.paint.p95', await paintP95(setting), 'ms', ONE_FRAME_MS),
    row('capture.paint.screen.p95', percentile(onScreen.paints, 0.95), 'ms', null),
    row('inp.p95', interactionP95(onScreen), 'ms', 16),
    row('inp.p95.slow4', interactionP95(await note(setting, { slowdown: 4 })), 'ms', 50),
    row('longtask.max', await longestTask(setting), 'ms', 50),
  ];
}
