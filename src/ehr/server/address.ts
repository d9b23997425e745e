// Makes and checks every address that a request may use. Pure. No address outside the server's base passes.

import { isServerId } from '../../fhir/datatypes/server-id.ts';
import { attempt } from '../../lib/attempt.ts';
import type { EhrEntry } from '../../site.ts';

const DOTS = /(?:^|[\\/])(?:\.|%2e){1,2}(?:[\\/]|$)/i;

/** The address as a URL, or undefined if it is not absolute. The oldest supported browsers lack URL.parse. */
export const parseUrl = (address: string): URL | undefined => attempt(() => new URL(address));

/** True for an absolute https (or same-scheme loopback) address on the EHR's own origin or one configured for it. */
export function isTrusted(address: string, entry: EhrEntry): boolean {
  const url = /^https?:\/\/[^\s\\]+$/.test(address) ? parseUrl(address) : undefined;
  if (!url || url.username || url.password || url.hash) return false;
  return url.origin === new URL(entry.iss).origin || entry.authOrigins.includes(url.origin);
}

/** The path of one resource. The id is escaped, so it cannot change the path. */
export function readPath(type: string, id: string): string {
  return `${type}/${encodeURIComponent(id)}`;
}

/** The path of a search. Repeated names are kept, because FHIR reads repetition as AND. */
export function searchPath(type: string, terms: readonly (readonly [name: string, value: string])[]): string {
  return `${type}?${terms.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}

/**
 * The absolute address of a relative path or of a server's absolute link, if it is under the base. Otherwise undefined.
 * It is parsed and compared again, because `..`, `\` and `//host` change meaning in parsing.
 */
export function underBase(base: string, link: string): string | undefined {
  const address = /^https?:\/\//i.test(link) ? link : `${base}/${link}`;
  // Check the link as written. Parsing resolves dots and would make it look harmless.
  const url = parseUrl(address);
  if (!url || DOTS.test(link.split(/[?#]/)[0] ?? '')) return undefined;
  const home = new URL(`${base}/`);
  const inside = url.origin === home.origin && url.pathname.startsWith(home.pathname);
  return inside && !url.username && !url.password ? `${url.origin}${url.pathname}${url.search}` : undefined;
}

/** A server behind a proxy that ends TLS may not know that it is reached by https. */
export const secured = (base: string, link: string): string =>
  base.startsWith('https:') ? link.replace(/^http:\/\//i, 'https://') : link;

/** A `next` link may also return to the base itself (`[base]?_getpages=…`), as several servers page. */
export function pageUnderBase(base: string, link: string): string | undefined {
  const home = new URL(base);
  // A path that begins at the host also belongs to the server (RFC 3986, section 4.2, "Relative Reference").
  if (/^\/(?![/\\])/.test(link)) return pageUnderBase(base, `${home.origin}${link}`);
  const url = parseUrl(link);
  const isBase = url?.origin === home.origin && url.pathname === home.pathname && !url.username && !url.password;
  return isBase ? `${url.origin}${url.pathname}${url.search}` : underBase(base, link);
}

/** Type, id and version that a Location or reference names. Undefined if it is of another server. */
export function readReference(
  base: string,
  link: string,
): { readonly type: string; readonly id: string; readonly version: string | undefined } | undefined {
  const address = pageUnderBase(base, secured(base, link));
  if (!address) return undefined;
  const path = new URL(address).pathname.slice(new URL(`${base}/`).pathname.length);
  const [type = '', id, history, version, more] = path.split('/').map(decoded);
  if (!/^[A-Z][A-Za-z]+$/.test(type) || !isServerId(id) || new URL(address).search !== '') return undefined;
  if ((history !== undefined && history !== '_history') || more !== undefined) return undefined;
  return { type, id, version: version || undefined };
}

const decoded = (part: string): string => attempt(() => decodeURIComponent(part)) ?? '';
