// Measures the time to store the draft of a long interview, and the memory that an hour of use leaves behind.

import type { BrowserContext, CDPSession, Page } from 'playwright';
import { INTERVIEW, takesDown } from './long-interview.ts';
import { isDrawn } from './paints.ts';
import { median, type Row, row } from './row.ts';
import { type Setting, withVisit } from './setting.ts';

const SAVES = 20;
const MINUTES = 60;
const WARM_UP_MINUTES = 10;
const MEBI = 1024 * 1024;

/** Runs inside every page, before its own scripts. Measures from the draft as text to the record on the disk. */
function noteSaves(): void {
  const saves: number[] = [];
  Reflect.set(window, 'benchSaves', saves);
  let began = 0;
  JSON.stringify = new Proxy(JSON.stringify, {
    apply: (stringify, self, args) => {
      const start = performance.now();
      const text: unknown = Reflect.apply(stringify, self, args);
      // Short texts bind the draft to its owner. The long one is the interview.
      if (typeof text === 'string' && text.length > 10_000) began = start;
      return text;
    },
  });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const since = began;
    this.transaction.addEventListener('complete', () => saves.push(performance.now() - since));
    return put.apply(this, args);
  };
}

const savesOn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => [...(Reflect.get(window, 'benchSaves') as number[])]);

/** Milliseconds for one save with the scripted interview on the page. Each save waits for the one before. */
async function saveMs(page: Page): Promise<number> {
  await takesDown(page, INTERVIEW, { clockIs: async () => undefined });
  await page.getByRole('textbox', { name: /^First step/ }).focus();
  const count = async (): Promise<number> => (await savesOn(page)).length;
  const before = await count();
  for (let save = 0; save < SAVES; save += 1) {
    const settled = await count();
    await page.keyboard.type('a');
    await page.waitForFunction((sure) => (Reflect.get(window, 'benchSaves') as number[]).length > sure, settled);
  }
  return median((await savesOn(page)).slice(before));
}

/** A minute of use: two utterances, a ruler, another prompt. All of it is then undone, so only leaks remain. */
async function oneMinute(page: Page): Promise<void> {
  for (const key of ['d', 'Shift+A']) {
    await page.keyboard.press('F9');
    await page.keyboard.press(key);
    await page.keyboard.insertText('want to be there for my kids');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('F2');
  await isDrawn(page);
  // A mark and its words are one step each.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
  await isDrawn(page);
  const left = await page.locator('ol[aria-label="Heard today"] > li').count();
  if (left > 0) throw new Error(`${left} marks were not taken back.`);
}

async function heapMiB(session: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / MEBI;
}

async function heapGrowth(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (let minute = 0; minute < WARM_UP_MINUTES; minute += 1) await oneMinute(page);
  const before = await heapMiB(session);
  for (let minute = 0; minute < MINUTES; minute += 1) await oneMinute(page);
  return (await heapMiB(session)) - before;
}

/** Saves the draft of a long interview, and plays an hour of use. The goals are this project's own. */
export async function measureKeeping(setting: Setting): Promise<readonly Row[]> {
  const prepare = (context: BrowserContext): Promise<unknown> => context.addInitScript(noteSaves);
  return [
    row('draft.save.ms', await withVisit(setting, saveMs, { prepare }), 'ms', 50),
    row('heap.hour.growth', await withVisit(setting, heapGrowth), 'MiB', 1),
  ];
}
