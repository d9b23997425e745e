// Measures the time from a key to the next frame on the screen, as the page itself sees it.

import type { BrowserContext, Page } from 'playwright';

/** What a page recorded. Durations in milliseconds. */
export interface Noted {
  /** From each key to the frame after it. */
  readonly paints: readonly number[];
  /** What the browser reports of each interaction that took 16 ms or more (Event Timing, in steps of 8). */
  readonly interactions: readonly number[];
  /** Tasks the browser reports as long: more than 50. */
  readonly longTasks: readonly number[];
}

/** Runs inside every page, before its own scripts. */
function noteTimes(): void {
  const paints: number[] = [];
  const slowest = new Map<number, number>();
  const longTasks: number[] = [];
  const onKey = (event: KeyboardEvent): void => {
    if (/^(?:Shift|Control|Alt|Meta)$/.test(event.key)) return;
    // A message posted from a frame callback arrives once that frame is drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        paints.push(performance.now() - event.timeStamp);
        port1.close();
      };
      port2.postMessage(0);
    });
  };
  addEventListener('keydown', onKey, { capture: true });
  const onEvents = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries() as (PerformanceEntry & { readonly interactionId?: number })[]) {
      const id = entry.interactionId ?? 0;
      if (id > 0) slowest.set(id, Math.max(slowest.get(id) ?? 0, entry.duration));
    }
  };
  const events = { type: 'event', buffered: true, durationThreshold: 16 };
  new PerformanceObserver(onEvents).observe(events as PerformanceObserverInit);
  const onTasks = (list: PerformanceObserverEntryList): void => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  };
  new PerformanceObserver(onTasks).observe({ type: 'longtask', buffered: true });
  const note = { read: () => ({ paints, interactions: [...slowest.values()], longTasks }) };
  Reflect.set(window, 'benchNote', {
    ...note,
    forget: () => {
      for (const list of [paints, longTasks]) list.length = 0;
      slowest.clear();
    },
  });
}

/** Makes every page of a context record its times, before its first script runs. */
export const noteOn = (context: BrowserContext): Promise<unknown> => context.addInitScript(noteTimes);

/** Runs inside every page. Measures from each key to the frame with one more element that matches the selector. */
function noteMore(selector: string): void {
  const waits: number[] = [];
  let [since, held] = [0, 0];
  const count = (): number => document.querySelectorAll(selector).length;
  const look = (): void => {
    const now = count();
    if (now <= held) return;
    held = now;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      waits.push(performance.now() - since);
      port1.close();
    };
    requestAnimationFrame(() => port2.postMessage(0));
  };
  const onKey = ({ timeStamp }: KeyboardEvent): void => {
    since = timeStamp;
  };
  addEventListener('keydown', onKey, { capture: true });
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
  Reflect.set(window, 'benchMore', waits);
}

/** Makes every page of a context record how long each new element takes, before its first script runs. */
export const noteMoreOf = (context: BrowserContext, selector: string): Promise<unknown> =>
  context.addInitScript(noteMore, selector);

/** Milliseconds from each key that added an element to the frame that shows it. */
export const readMore = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => Reflect.get(window, 'benchMore') as number[]);

/** Waits until the last action is drawn. */
export const isDrawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** What the page has recorded so far. */
export const readNote = (page: Page): Promise<Noted> =>
  page.evaluate(() => (Reflect.get(window, 'benchNote') as { read(): Noted }).read());

/** Clears what the page recorded. */
export const forgetNote = (page: Page): Promise<void> =>
  page.evaluate(() => (Reflect.get(window, 'benchNote') as { forget(): void }).forget());
