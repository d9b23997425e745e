// Names the files in which a build tells its server how to serve it.
import type { HeaderRule } from './headers.ts';

/** What `npm run serve` reads. */
export const HEADERS_FILE = 'headers.json';
/** A site for nginx. */
export const NGINX_FILE = 'nginx-site.conf';
/** What static hosts read. */
export const STATIC_FILE = '_headers';

/** Files in `dist/` that are never served. */
export const NEVER_SERVED: readonly string[] = [HEADERS_FILE, NGINX_FILE, STATIC_FILE];

/** How a build is served. `base` is the path of the app's address, with "/" at both ends. Rules are relative to it. */
export type Hosting = { readonly base: string; readonly headers: readonly HeaderRule[] };
