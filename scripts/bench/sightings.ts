// When something first stands on a page, as the page itself sees it. Knows no measurement.

import { EventEmitter, once } from 'node:events';
import type { BrowserContext } from 'playwright';

/** What to look for: an element, and words that it must hold and words that nothing like it may hold. */
export interface Sign {
  readonly name: string;
  readonly selector: string;
  readonly holds?: string;
}

/** When each sign was first seen, in milliseconds since 1970. */
export interface Sightings {
  /** A sign not seen yet is not there. */
  readonly at: ReadonlyMap<string, number>;
  /** Waits for a sign; it is told the moment it stands there, not at the next look. Rejects after a minute. */
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
