// Checks what was measured in a page: targets, text with wider spacing, names, and the Tab order. Axe checks the rest
// (barriers.ts). Every finding is one line. An empty list means no fault.

import type { BrowserContext, Page } from 'playwright';
import { overflowsOf } from './barriers.ts';
import { IN_PAGE, type Measure, type Stop, type StopPlace } from './in-page.ts';

/** Loads the measures into every page of a context. Call it before the first page opens. */
export async function bringMeasures(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: IN_PAGE });
}

type Measuring = { readonly measure: Measure };

/** Targets that are too small, text lost with the spacing of WCAG 1.4.12, names without their visible words. */
export async function faultsOfShape(page: Page): Promise<readonly string[]> {
  const asIs = await page.evaluate(() => {
    const { measure } = globalThis as unknown as Measuring;
    const found = [...measure.smallTargets(), ...measure.misnamed(), ...measure.lostText()];
    measure.spaceText(true);
    return found;
  });
  const overflows = await overflowsOf(page);
  const spaced = await page.evaluate(() => {
    const { measure } = globalThis as unknown as Measuring;
    const lost = measure.lostText();
    measure.spaceText(false);
    return lost;
  });
  return [...asIs, ...[...overflows, ...spaced].map((line) => `spaced text, ${line}`)];
}

/** Targets that a finger misses easily: under 44 px without 44 px of room, or partly under another target. */
export function faultsForFingers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { measure } = globalThis as unknown as Measuring;
    return [...measure.lowTargets(), ...measure.coveredTargets()];
  });
}

/** Text with too little contrast in the colors that the reader's system forces on the page. */
export function faintInForcedColors(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as Measuring).measure.faintText());
}

// More than any page of ours has.
const MOST_STOPS = 400;

/** Goes through a page by Tab. Each stop must be visible, show its focus, and follow in reading order. */
export async function faultsOfTabbing(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => (globalThis as unknown as Measuring).measure.startWalk());
  for (let press = 0; press < MOST_STOPS; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => (globalThis as unknown as Measuring).measure.takeStop())) break;
  }
  const stops = await page.evaluate(() => (globalThis as unknown as Measuring).measure.stopsTaken());
  const unseen = stops.filter(({ hidden }) => hidden !== '').map(({ what, hidden }) => `focus ${hidden}: ${what}`);
  return [...unseen, ...faultsOfOrder(stops)];
}

/** Stops that come too late, in the document or on the visible page. */
function faultsOfOrder(stops: readonly Stop[]): readonly string[] {
  return stops.flatMap(({ before, ...stop }) => {
    if (!before) return [];
    // A bar stays where it is while the page scrolls beneath it, so only stops of one layer can be compared by their boxes.
    const isSeenBack = stop.bar === before.bar && (isAbove(stop, before) || isLeft(stop, before));
    const isBack = stop.place < before.place || isSeenBack;
    return isBack ? [`focus goes back: from ${before.what} to ${stop.what}`] : [];
  });
}

// A stop further up is backward, except at the head of the next column.
const isAbove = ({ box }: StopPlace, { box: before }: StopPlace): boolean =>
  box.bottom <= before.top + 1 && box.left < before.right - 1;

// A stop further left is backward if both are on one line.
function isLeft({ box }: StopPlace, { box: before }: StopPlace): boolean {
  const shared = Math.min(box.bottom, before.bottom) - Math.max(box.top, before.top);
  const low = Math.min(box.bottom - box.top, before.bottom - before.top);
  return box.right <= before.left + 1 && shared > low / 2;
}
