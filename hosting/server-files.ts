// Knows which files beside the pages a build brings: how it wants to be served, and the licences of what it carries.
import { readFile } from 'node:fs/promises';
import type { Site } from '../src/site.ts';
import { HEADERS_FILE, type Hosting, NGINX_FILE, STATIC_FILE } from './hosting.ts';
import { nginxSite } from './nginx.ts';
import { staticHeaders } from './static-headers.ts';

type File = readonly [name: string, text: string];

/** What must travel with the code of others. */
const licenceFiles = (): Promise<readonly File[]> =>
  Promise.all(
    ['LICENSE', 'NOTICE'].map(
      async (name): Promise<File> => [`${name}.txt`, await readFile(new URL(`../${name}`, import.meta.url), 'utf8')],
    ),
  );

/** All of them, by name; the one set of headers stands in each form a server may want it. */
export async function serverFiles(site: Site, hosting: Hosting): Promise<readonly File[]> {
  const licences = await licenceFiles();
  const pages = ['index.html', 'launch.html', 'learn.html', 'icon.svg', ...licences.map(([name]) => name)];
  return [
    ...licences,
    [HEADERS_FILE, JSON.stringify(hosting, null, 2)],
    [NGINX_FILE, nginxSite(site, hosting)],
    [STATIC_FILE, staticHeaders(hosting, pages)],
  ];
}
