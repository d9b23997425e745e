// Measures how fast the page responds up to 200 marks, and whether anything blocks it from launch to signature.

import type { Page } from 'playwright';
import { heardRows, INTERVIEW, ROWS, type Said, type Step, takesDown } from './long-interview.ts';
import { forgetNote, isDrawn, type Noted, noteMoreOf, noteOn, readMore, readNote } from './paints.ts';
import { percentile, type Row, row } from './row.ts';
import { SCENARIOS, walk } from './scenarios.ts';
import { type Setting, withVisit } from './setting.ts';

const MARKS = 200;
/**
 * The pause from a frame to the next key. Nobody types faster, and the browser delays the next frame until the last one
 * is shown.
 */
const REST_MS = 50;
const rests = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS));
const ONE_FRAME_MS = 16.7;
/** The shortest interaction that the browser reports. A shorter one counts as this long. */
const LEAST_REPORTED_MS = 16;

/**
 * Types two hundred captures: a letter, a key of text, Enter, each drawn, and a pause before the next. Returns the
 * number of key presses.
 */
async function captures(page: Page): Promise<number> {
  const keys = ['d', 'y', 'Enter'];
  await page.keyboard.press('F9');
  for (let mark = 0; mark < MARKS; mark += 1) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await isDrawn(page);
      await rests();
    }
  }
  const kept = (await heardRows(page)).length;
  if (kept !== MARKS) throw new Error(`Of ${MARKS} marks ${kept} were kept.`);
  return MARKS * keys.length;
}

/** Captures on a machine that is slower than this one by the factor `slowdown`. */
function note(setting: Setting, slowdown: number): Promise<Noted & { readonly keys: number }> {
  const work = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await forgetNote(page);
    const keys = await captures(page);
    return { ...(await readNote(page)), keys };
  };
  return withVisit(setting, work, { prepare: noteOn });
}

/** The 95th percentile over all interactions, with those too short to be reported. */
function interactionP95({ interactions, keys }: Noted & { readonly keys: number }): number {
  const short = Array.from({ length: Math.max(0, keys - interactions.length) }, () => LEAST_REPORTED_MS);
  return percentile([...interactions, ...short], 0.95);
}

interface Paints {
  /** From the keys that store a mark or its words. */
  readonly commits: readonly number[];
  /** From every key, including those that lead to a row or back to the pad. */
  readonly keys: readonly number[];
}

/** Plays the scripted interview at a human pace. Measures from each key to its frame. */
const paintsOf = (setting: Setting, browser = setting.browser): Promise<Paints> =>
  withVisit(
    setting,
    async (page) => {
      const steps: Step[] = [];
      await forgetNote(page);
      const afterEach = async (step: Step): Promise<void> => {
        if (step !== 'text') steps.push(step);
        await isDrawn(page);
        await rests();
      };
      await takesDown(page, INTERVIEW, { afterEach });
      const { paints: keys } = await readNote(page);
      if (keys.length !== steps.length) throw new Error(`${steps.length} keys were pressed and ${keys.length} drawn.`);
      return { keys, commits: keys.filter((_, place) => steps[place] === 'commit') };
    },
    { browser, prepare: noteOn },
  );

/** On a screen without a frame clock, so the result shows the work and not the wait for a frame. */
async function paintsWithoutClock(setting: Setting): Promise<Paints> {
  const browser = await setting.browserWith('--disable-gpu-vsync', '--disable-frame-rate-limit');
  try {
    return await paintsOf(setting, browser);
  } finally {
    await browser.close();
  }
}

/** From the key that marks to the frame with the mark's row, which comes after the response to the key. */
async function rowsWithoutClock(setting: Setting): Promise<readonly number[]> {
  const browser = await setting.browserWith('--disable-gpu-vsync', '--disable-frame-rate-limit');
  const work = async (page: Page): Promise<readonly number[]> => {
    const afterEach = async (): Promise<void> => {
      await isDrawn(page);
      await rests();
    };
    await takesDown(page, INTERVIEW, { afterEach });
    const waits = await readMore(page);
    if (waits.length !== INTERVIEW.length) throw new Error(`Of ${INTERVIEW.length} rows ${waits.length} were drawn.`);
    return waits;
  };
  try {
    return await withVisit(setting, work, { browser, prepare: (context) => noteMoreOf(context, ROWS) });
  } finally {
    await browser.close();
  }
}

/** The longest task from the launch to the signature, redirects included. Zero means that none took more than 50 ms. */
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

/**
 * Plays the scripted interview as fast as the page accepts it. Returns the number of utterances that are missing,
 * changed or out of order.
 */
function lost(setting: Setting): Promise<number> {
  return withVisit(setting, async (page) => {
    const begin = Date.now();
    await takesDown(page, INTERVIEW, { clockIs: (seconds) => page.clock.setFixedTime(begin + seconds * 1000) });
    const rows = await heardRows(page);
    const isKept = ({ text }: Said, place: number): boolean => rows[place]?.includes(text) ?? false;
    return INTERVIEW.filter((said, place) => !isKept(said, place)).length;
  });
}

/** Rows of one prefix are measured alone, because some take minutes. */
type Measured = readonly [id: string, measure: () => Promise<Row>];

const one = (id: string, unit: string, goal: number | null, measure: () => Promise<number>): Measured => [
  id,
  async () => row(id, await measure(), unit, goal),
];

/** Replays the interview, and captures 200 marks at 60 frames a second, at this machine's speed and slower. */
export async function measureCapture(setting: Setting, isWanted: (id: string) => boolean): Promise<readonly Row[]> {
  const interactions = async (slowdown: number): Promise<number> => interactionP95(await note(setting, slowdown));
  let replayed: Promise<Paints> | undefined;
  const work = (): Promise<Paints> => {
    replayed ??= paintsWithoutClock(setting);
    return replayed;
  };
  const all: readonly Measured[] = [
    one('capture.lost', 'of 130', 0, () => lost(setting)),
    one('capture.paint.p95', 'ms', ONE_FRAME_MS, async () => percentile((await work()).commits, 0.95)),
    one('capture.paint.keys.p95', 'ms', null, async () => percentile((await work()).keys, 0.95)),
    one('capture.row.p95', 'ms', null, async () => percentile(await rowsWithoutClock(setting), 0.95)),
    one('capture.paint.screen.p95', 'ms', null, async () => percentile((await paintsOf(setting)).commits, 0.95)),
    one('inp.p95', 'ms', 16, () => interactions(1)),
    one('inp.p95.slow4', 'ms', 50, () => interactions(4)),
    one('longtask.max', 'ms', 50, () => longestTask(setting)),
  ];
  const rows: Row[] = [];
  for (const [id, measure] of all) if (isWanted(id)) rows.push(await measure());
  return rows;
}
