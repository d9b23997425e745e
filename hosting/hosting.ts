// Knows the file in which a build tells its server how it wants to be served.
import type { HeaderRule } from './headers.ts';

/** Lies in `dist/` and is never served. */
export const HEADERS_FILE = 'headers.json';

/** How a build is served: `base` is the path of the app's address, "/" at both ends; rules are relative to it. */
export type Hosting = { readonly base: string; readonly headers: readonly HeaderRule[] };
