// Runs once for all journeys: one build for each test worker behind its production headers, and one browser.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { findHeadlessShell, launchOptions } from '../../scripts/chromium.ts';
import { type Grounds, type ServedEvoke, serveEvoke } from './ehr-in-a-box.ts';
import { writeFontconfig } from './fonts.ts';
import { JOURNEY_WORKERS } from './worker-count.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The addresses of each worker's app and EHR. */
    readonly grounds: readonly Grounds[];
    /** The address of the browser that all journeys share. */
    readonly browser: string;
  }
}

/** Builds, serves and starts everything. Returns how to stop it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served: ServedEvoke[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'evoke-fonts-'));
  const close = async (): Promise<void> => {
    await Promise.all(served.map((one) => one.close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // One after the other, so that a free port is taken before the next one is searched.
    const workers = project.name === 'servers' ? 1 : JOURNEY_WORKERS;
    for (let worker = 0; worker < workers; worker += 1) served.push(await serveEvoke());
    const env = { ...process.env, FONTCONFIG_FILE: await writeFontconfig(folder) };
    const options = launchOptions(findHeadlessShell());
    // A launch passes three pages that live for seconds. One process for all of them, without code that is compiled ahead
    // or optimized for later, takes a third less processor time.
    const flags = '--js-flags=--no-opt --no-maglev --max-lazy';
    const args = [...(options.args ?? []), '--renderer-process-limit=1', flags];
    const browser = await chromium.launchServer({ ...options, args, env });
    project.provide(
      'grounds',
      served.map(({ ehrOrigin, otherSite, appUrl }) => ({ ehrOrigin, otherSite, appUrl })),
    );
    project.provide('browser', browser.wsEndpoint());
    return async () => {
      await browser.close();
      await close();
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
