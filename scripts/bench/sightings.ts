// Finds when something first appears on a page, as the page itself sees it. Measures nothing else.

import { EventEmitter, once } from 'node:events';
import type { BrowserContext } from 'playwright';

/** What to look for: an element, words that it must contain, and words that no such element may contain. */
export interface Sign {
  readonly name: string;
  readonly selector: string;
  readonly holds?: string;
}

/** When each sign was first seen, in milliseconds since 1970. */
export interface Sightings {
  /** A sign that has not been seen is absent. */
  readonly at: ReadonlyMap<string, number>;
  /** Waits for a sign. Resolves the moment it appears, not at the next poll. Rejects after a minute. */
  readonly until: (name: string) => Promise<number>;
}

const PATIENCE_MS = 60_000;

/** Runs inside every page, before its own scripts. */
function lookFor(signs: readonly Sign[]): void {
  const left = new Set(signs);
  const look = (): void => {
    for (const sign of left) {
      const found = document.querySelector(sign.selector);
      if (!found?.textContent?.includes(sign.holds ?? '')) continue;
      left.delete(sign);
      const tell = Reflect.get(window, 'benchSaw') as (name: string, at: number) => void;
      tell(sign.name, performance.timeOrigin + performance.now());
    }
  };
  const options = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document, options);
}

/** Begins to look for signs on every page of a context, before its first page opens. */
export async function watchFor(context: BrowserContext, signs: readonly Sign[]): Promise<Sightings> {
  const at = new Map<string, number>();
  const told = new EventEmitter();
  await context.exposeFunction('benchSaw', (name: string, moment: number) => {
    if (at.has(name)) return;
    at.set(name, moment);
    told.emit(name);
  });
  await context.addInitScript(lookFor, signs);
  const until = async (name: string): Promise<number> => {
    if (!at.has(name)) await once(told, name, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return at.get(name) ?? Number.NaN;
  };
  return { at, until };
}
