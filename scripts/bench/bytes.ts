// What a page weighs, in brotli: the launch page whole, and all script without which nothing is captured and signed.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from 'playwright';
import { type Row, row } from './row.ts';
import { SCENARIOS, walk } from './scenarios.ts';
import { type Setting, withVisit } from './setting.ts';

const KIB = 1024;

/** What a page brings in at once; what it fetches ahead for the next page is that page's. */
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

/** Captures and signs as in S1, with some of the app's files out of reach. Every script asked for; undefined: not filed. */
async function signsWithout(setting: Setting, gone: readonly string[]): Promise<readonly string[] | undefined> {
  const asked = new Set<string>();
  const prepare = async (context: BrowserContext): Promise<void> => {
    context.setDefaultTimeout(READY_MS);
    await context.route(/\/assets\/.*\.js$/, async (route) => {
      const file = scriptIn(route.request());
      // The launch page only fetches ahead: what is never used afterwards is not needed.
      if (file !== undefined && route.request().frame().url().includes('/index.html')) asked.add(file);
      await (file !== undefined && gone.includes(file) ? route.abort() : route.continue());
    });
  };
  const isReady = (page: Page): Promise<void> => page.locator('#capture-pad').waitFor();
  const signing = withVisit(setting, (page) => walk(SCENARIOS['s1.keyboard'], page), { prepare, isReady });
  return signing.then(
    () => [...asked],
    () => undefined,
  );
}

/** Of the scripts a visit takes (`all`), those without which nothing is captured, signed and seen in the chart. */
async function neededToSign(
  setting: Setting,
  first: readonly string[],
  all: readonly string[],
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const file of all.filter((each) => !first.includes(each))) {
    if ((await signsWithout(setting, [...gone, file])) !== undefined) gone.push(file);
  }
  return all.filter((file) => !gone.includes(file));
}

/** Weighs the build, and walks S1 with one file after the other out of reach to see which it cannot do without. */
export async function measureBytes(setting: Setting): Promise<readonly Row[]> {
  const { dist } = setting;
  const [launch, index] = [await linkedFrom(dist, 'launch.html'), await linkedFrom(dist, 'index.html')];
  const isScript = (file: string): boolean => file.endsWith('.js');
  const first = index.filter(isScript);
  const visit = await signsWithout(setting, []);
  if (visit === undefined) throw new Error('S1 did not end with a note in the chart.');
  const capture = new Set([...first, ...(await neededToSign(setting, first, visit))]);
  return [
    row('bytes.launch.br', await weigh(dist, ['launch.html', ...launch]), 'KiB', 20),
    row('bytes.capture.br', await weigh(dist, capture), 'KiB', 40),
    row('bytes.visit.br', await weigh(dist, new Set([...first, ...visit])), 'KiB', null),
    row('bytes.first-mark.br', await weigh(dist, first), 'KiB', null),
  ];
}
