// What a page weighs, in brotli: the launch page whole, and all script a clinician needs to capture and sign.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext, Request } from 'playwright';
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

/** Every script the app page takes from its start to the signature, so that code fetched on demand counts too. */
async function scriptsOfAVisit(setting: Setting): Promise<readonly string[]> {
  const asked: string[] = [];
  const note = (request: Request): void => {
    const file = /^[^?]*\/(assets\/[^?]+\.js)$/.exec(request.url())?.[1];
    // The launch page only fetches ahead: what is never used afterwards is not needed.
    if (file !== undefined && request.frame().url().includes('/index.html')) asked.push(file);
  };
  const prepare = async (context: BrowserContext): Promise<unknown> => context.on('request', note);
  await withVisit(setting, (page) => walk(SCENARIOS['s1.keyboard'], page), { prepare });
  return asked;
}

/** Weighs the build and walks S1 once to see which scripts it takes. */
export async function measureBytes(setting: Setting): Promise<readonly Row[]> {
  const { dist } = setting;
  const [launch, index] = [await linkedFrom(dist, 'launch.html'), await linkedFrom(dist, 'index.html')];
  const isScript = (file: string): boolean => file.endsWith('.js');
  const capture = new Set([...index.filter(isScript), ...(await scriptsOfAVisit(setting))]);
  return [
    row('bytes.launch.br', await weigh(dist, ['launch.html', ...launch]), 'KiB', 20),
    row('bytes.capture.br', await weigh(dist, capture), 'KiB', 40),
    row('bytes.first-mark.br', await weigh(dist, index.filter(isScript)), 'KiB', null),
  ];
}
