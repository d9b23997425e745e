// Measures brotli sizes: the whole launch page, the script before the first mark, and all script of a visit.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from 'playwright';
import { type Row, row } from './row.ts';
import { SCENARIOS, walk } from './scenarios.ts';
import { type Setting, withVisit } from './setting.ts';

const KIB = 1024;

/** The files that a page loads at once. What it fetches ahead for the next page counts for that page. */
async function linkedFrom(dist: string, page: string): Promise<readonly string[]> {
  const html = await readFile(join(dist, page), 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const path = /\b(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/.exec(tag)?.[1];
    return path === undefined || tag.includes('fetchpriority="low"') ? [] : [path];
  });
}

async function weigh(dist: string, files: Iterable<string>): Promise<number> {
  let total = 0;
  for (const file of files) total += brotliCompressSync(await readFile(join(dist, file))).length;
  return total / KIB;
}

const scriptIn = (request: Request): string | undefined => /^[^?]*\/(assets\/[^?]+\.js)$/.exec(request.url())?.[1];

const READY_MS = 15_000;

/** Captures and signs as in S1. Returns every script that the app page requested. Rejects if the note was not filed. */
async function scriptsOfVisit(setting: Setting): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  const prepare = async (context: BrowserContext): Promise<void> => {
    context.setDefaultTimeout(READY_MS);
    context.on('request', (request) => {
      const file = scriptIn(request);
      // The launch page only fetches ahead, so a file that is never used afterwards is not counted.
      if (file !== undefined && request.frame().url().includes('/index.html')) asked.add(file);
    });
  };
  const isReady = (page: Page): Promise<void> => page.locator('#capture-pad').waitFor();
  await withVisit(setting, (page) => walk(SCENARIOS['s1.keyboard'], page), { prepare, isReady });
  return asked;
}

/** Measures the build, and runs S1 to see which scripts a visit needs. */
export async function measureBytes(setting: Setting): Promise<readonly Row[]> {
  const { dist } = setting;
  const [launch, index] = [await linkedFrom(dist, 'launch.html'), await linkedFrom(dist, 'index.html')];
  const first = index.filter((file) => file.endsWith('.js'));
  const visit = await scriptsOfVisit(setting);
  return [
    row('bytes.launch.br', await weigh(dist, ['launch.html', ...launch]), 'KiB', 20),
    row('bytes.first-mark.br', await weigh(dist, first), 'KiB', 60),
    row('bytes.visit.br', await weigh(dist, new Set([...first, ...visit])), 'KiB', 110),
  ];
}
