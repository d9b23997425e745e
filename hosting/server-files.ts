// Lists the files of a build besides its pages: settings for servers, and the licenses of the code it contains.
import { readFile } from 'node:fs/promises';
import type { Site } from '../src/site.ts';
import { HEADERS_FILE, type Hosting, NGINX_FILE, STATIC_FILE } from './hosting.ts';
import { nginxSite } from './nginx.ts';
import { staticHeaders } from './static-headers.ts';

type File = readonly [name: string, text: string];

/** License texts that must accompany third-party code. */
const licenseFiles = (): Promise<readonly File[]> =>
  Promise.all(
    ['LICENSE', 'NOTICE'].map(
      async (name): Promise<File> => [`${name}.txt`, await readFile(new URL(`../${name}`, import.meta.url), 'utf8')],
    ),
  );

/** All of them, by name. The same headers are written in each format that a server may read. */
export async function serverFiles(site: Site, hosting: Hosting): Promise<readonly File[]> {
  const licenses = await licenseFiles();
  const pages = ['index.html', 'launch.html', 'learn.html', 'icon.svg', ...licenses.map(([name]) => name)];
  return [
    ...licenses,
    [HEADERS_FILE, JSON.stringify(hosting, null, 2)],
    [NGINX_FILE, nginxSite(site, hosting)],
    [STATIC_FILE, staticHeaders(hosting, pages)],
  ];
}
