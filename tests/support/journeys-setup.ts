// Once for all journeys: one build behind its production headers, and one browser.

import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { launchOptions } from '../../scripts/chromium.ts';
import { type Grounds, serveEvoke } from './ehr-in-a-box.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is and where its EHR must be. */
    readonly grounds: Grounds;
    /** The browser all journeys share, as an address to connect to. */
    readonly browser: string;
  }
}

/** Builds, serves and starts; gives back how to end it all. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const evoke = await serveEvoke();
  const browser = await chromium.launchServer(launchOptions(process.env['EVOKE_CHROMIUM'])).catch(async (fault) => {
    await evoke.close();
    throw fault;
  });
  const { ehrOrigin, otherSite, appUrl } = evoke;
  project.provide('grounds', { ehrOrigin, otherSite, appUrl });
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await evoke.close();
  };
}
