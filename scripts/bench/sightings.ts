// When something first stands on a page, as the page itself sees it. Knows no measurement.

import type { BrowserContext } from 'playwright';

/** What to look for: an element, and words that it must hold and words that nothing like it may hold. */
export interface Sign {
  readonly name: string;
  readonly selector: string;
  readonly holds?: string;
}

/** When each sign was first seen, in milliseconds since 1970; a sign not seen yet is not there. */
export type Sightings = ReadonlyMap<string, number>;

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
  const seen = new Map<string, number>();
  await context.exposeFunction('benchSaw', (name: string, at: number) => {
    if (!seen.has(name)) seen.set(name, at);
  });
  await context.addInitScript(lookFor, signs);
  return seen;
}
