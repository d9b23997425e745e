// Reads the pages of a search, only under the base, and reports when the list is incomplete.

import { decodeBundle } from '../../fhir/server/decode-bundle.ts';
import { hasNumber, type Issue } from '../../fhir/server/outcome.ts';
import type { Shortfall } from '../../interview/history/history.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { pageUnderBase, secured } from './address.ts';
import type { ServerFetch } from './fetch.ts';

/** The result of a search. OperationOutcomes become shortfalls and never resources. */
export interface Pages {
  readonly resources: readonly unknown[];
  readonly shortfalls: readonly Shortfall[];
}

/** One page. `next` is under the base. Any other link is left out and reported as `cut-short`. */
export interface Page extends Pages {
  readonly next?: string | undefined;
  /** How many resources the server says the whole search has. */
  readonly total?: number | undefined;
}

/** Refusals that may concern one parameter of a search, such as `_sort`. A simpler search may then be taken. */
export const ASK_AGAIN: readonly FetchFault['kind'][] = ['invalid', 'forbidden', 'notFound', 'notSupported', 'server'];

const MOST_PAGES = 20;
const MOST_RESOURCES = 2000;
/** Large enough that one huge entry does not hide the other ninety-nine of its page. */
const PAGE_LIMIT = 64 * 1024 * 1024;

/** Epic's issue numbers for an ignored parameter (which never returns less than requested) and for an empty result. */
const HARMLESS = ['4122', '4101'];
/** Epic attaches it to every search: "It may not contain the entire record available in the system." */
const OF_EVERY_SEARCH = '4119';

/** What a warning says about the list. Undefined if it hides no entry. */
function shortfallOf(issue: Issue): Shortfall | undefined {
  const isHarmless =
    issue.severity === 'information' ||
    /\b_sort\b/.test(`${issue.text} ${issue.element}`) ||
    HARMLESS.some((number) => hasNumber(issue, number));
  if (isHarmless) return undefined;
  // Only as a code: in a text the number may count entries.
  return issue.numbers?.includes(OF_EVERY_SEARCH) ? 'general-warning' : 'server-warning';
}

/**
 * Reads the page at a path of the base or at a link from the server. Errors: every FetchFault. A response that is not a
 * Bundle is `badResponse`.
 */
export async function readPage(
  base: string,
  fetchOne: ServerFetch,
  path: string,
  signal: AbortSignal,
): Promise<Result<Page, FetchFault>> {
  const address = pageUnderBase(base, path);
  if (!address) return err({ kind: 'foreignLink' });
  const page = await fetchOne({ method: 'GET', path: address, limit: PAGE_LIMIT, signal });
  if (!page.ok) return page;
  const bundle = decodeBundle(page.value.resource);
  if (!bundle.ok) return err({ kind: 'badResponse' });
  const { resources, warnings, next, total } = bundle.value;
  const onward = next === undefined ? undefined : pageUnderBase(base, secured(base, next));
  const shortfalls: Shortfall[] = [
    ...new Set(warnings.flatMap((issue) => shortfallOf(issue) ?? [])),
    ...(next !== undefined && onward === undefined ? ['cut-short' as const] : []),
  ];
  return ok({ resources, shortfalls, next: onward, total });
}

/** Reads on to the last page. Stops at a failed page, a repeated link or the size limit. */
export async function readOn(base: string, fetchOne: ServerFetch, first: Page, signal: AbortSignal): Promise<Pages> {
  const resources = [...first.resources];
  const shortfalls = new Set<Shortfall>(first.shortfalls);
  const seen = new Set<string>();
  let { total } = first;
  for (let { next } = first; next !== undefined; ) {
    const isFull = seen.size + 1 >= MOST_PAGES || resources.length >= MOST_RESOURCES;
    const page = isFull || seen.has(next) ? undefined : await readPage(base, fetchOne, next, signal);
    if (!page?.ok) {
      shortfalls.add('cut-short');
      break;
    }
    seen.add(next);
    // A page may have more entries than a call may have arguments.
    for (const resource of page.value.resources) resources.push(resource);
    for (const shortfall of page.value.shortfalls) shortfalls.add(shortfall);
    next = page.value.next;
    total = page.value.total ?? total;
  }
  if (total !== undefined && total > resources.length) shortfalls.add('cut-short');
  return { resources: resources.slice(0, MOST_RESOURCES), shortfalls: [...shortfalls] };
}

/** Reads all pages of a search. Errors: those of the first page. Later failures are reported as shortfalls. */
export async function readPages(
  base: string,
  fetchOne: ServerFetch,
  path: string,
  signal: AbortSignal,
): Promise<Result<Pages, FetchFault>> {
  const first = await readPage(base, fetchOne, path, signal);
  return first.ok ? ok(await readOn(base, fetchOne, first.value, signal)) : first;
}
