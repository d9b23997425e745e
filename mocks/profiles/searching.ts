// How profiles treat searches: they ignore or refuse parameters, cut pages smaller, or page by cursor. The server knows
// the parameters themselves.
import { type Answer, changeJson, type Json, refusal, warned } from '../alter.ts';
import { parametersOf } from '../fhir/search/search-parameters.ts';
import type { Asked, Rule } from './profile.ts';

const CONTROLS = ['_count', '_page', '_format'];

/** The same request with another address. */
const at = (request: Request, url: URL): Request =>
  new Request(url, { headers: request.headers, signal: request.signal });

const namesOf = (request: Request): readonly string[] => [...new Set(new URL(request.url).searchParams.keys())];

/** Drops unknown parameters and those named from the search, and reports them in a warning with this code. */
export function ignoring(code: string, alsoIgnored: readonly string[]): Rule {
  return ({ interaction, type, request }, next) => {
    const known = new Set([...CONTROLS, ...Object.keys(parametersOf(type))]);
    const ignored = namesOf(request).filter((name) => !known.has(name) || alsoIgnored.includes(name));
    if (interaction !== 'search' || ignored.length === 0) return next(request);
    const url = new URL(request.url);
    for (const name of ignored) url.searchParams.delete(name);
    return changeJson(at(request, url), next, (json) => warned(json, code, `Ignored: ${ignored.join(', ')}.`));
  };
}

/** Refuses parameters outside the lists by name. A type without a list takes all that the server knows. */
export function refusing(searches: Readonly<Record<string, readonly string[]>>): Rule {
  return async ({ interaction, type, request }, next) => {
    const known = searches[type];
    if (interaction !== 'search' || known === undefined) return next(request);
    const unknown = namesOf(request).find((name) => !CONTROLS.includes(name) && !known.includes(name));
    return unknown === undefined ? next(request) : refusal(400, 'not-supported', `${unknown} is not supported.`);
  };
}

/** The number of entries of a page by default, and at most. */
export interface PageSize {
  readonly preset: number;
  readonly most: number;
}

/** Limits pages to these sizes, by type. `*` is every type without a row. */
export function paging(sizes: Readonly<Record<string, PageSize>>): Rule {
  return ({ interaction, type, request }, next) => {
    const size = sizes[type] ?? sizes['*'];
    const url = new URL(request.url);
    if (interaction !== 'search' || size === undefined || url.searchParams.has('_page')) return next(request);
    const asked = url.searchParams.get('_count') ?? String(size.preset);
    if (/^\d+$/.test(asked)) url.searchParams.set('_count', String(Math.min(Number(asked), size.most)));
    return next(at(request, url));
  };
}

/** Pages by an opaque `cursor`, in one direction, without a total. */
export const cursors: Rule = (asked: Asked, next: Answer) => {
  if (asked.interaction !== 'search') return next(asked.request);
  const url = new URL(asked.request.url);
  const cursor = url.searchParams.get('cursor');
  if (cursor !== null) {
    url.searchParams.delete('cursor');
    url.searchParams.set('_page', Buffer.from(cursor, 'base64url').toString('utf8'));
  }
  return changeJson(at(asked.request, url), next, withCursors);
};

function withCursors({ total: _, ...bundle }: Json): Json {
  const links: readonly Json[] = Array.isArray(bundle['link']) ? bundle['link'] : [];
  const forward = links.filter(({ relation }) => relation !== 'previous');
  return { ...bundle, link: forward.map((link) => ({ ...link, url: cursorAt(String(link['url'])) })) };
}

function cursorAt(address: string): string {
  const url = new URL(address);
  const token = url.searchParams.get('_page');
  if (token === null) return address;
  url.searchParams.delete('_page');
  url.searchParams.set('cursor', Buffer.from(token).toString('base64url'));
  return url.href;
}
