// One search, newest page first, that reads on only on demand. It remembers its position and never reads a page twice.

import { isNewestFirst, searchedMoment } from '../../fhir/server/decode-bundle.ts';
import type { Shortfall } from '../../interview/history/history.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { pageUnderBase } from '../server/address.ts';
import { ASK_AGAIN, type Page, type Pages, readOn, readPage } from '../server/bundle-pages.ts';
import type { ServerFetch } from '../server/fetch.ts';

/** Alternative paths of the same search, best first. `until` limits such a path to a date. */
export interface PagedSearchInput {
  readonly base: string;
  readonly fetchOne: ServerFetch;
  readonly ways: readonly string[];
  readonly until: (path: string, moment: string) => string;
}

export type PagedSearch = ReturnType<typeof createPagedSearch>;

type Position = { readonly kind: 'before' | 'over' } | { readonly kind: 'at'; readonly next: string };

/** The most resources of one patient that this page keeps in memory. */
const MOST_RESOURCES = 10_000;
const OVER: Position = { kind: 'over' };
/** Failures after which a page link will never work again. */
const STALE: readonly FetchFault['kind'][] = ['gone', 'notFound', 'invalid', 'notSupported', 'foreignLink'];

const isStale = (page: Result<Page, FetchFault>): boolean => !page.ok && STALE.includes(page.error.kind);

/**
 * Tries one path after another while the server refuses them. A long list that is not sorted newest first is read to
 * its end, because its newest note may be on any page.
 */
async function ask({ base, fetchOne, ways }: PagedSearchInput, signal: AbortSignal): Promise<Result<Page, FetchFault>> {
  let page: Result<Page, FetchFault> = err({ kind: 'badResponse' });
  for (const way of ways) {
    page = await readPage(base, fetchOne, way, signal);
    if (!page.ok && !ASK_AGAIN.includes(page.error.kind)) return page;
    if (page.ok && (page.value.next === undefined || isNewestFirst(page.value.resources))) return page;
    if (page.ok && way !== ways[0]) break;
  }
  return page.ok ? ok(await readOn(base, fetchOne, page.value, signal)) : page;
}

const oldest = (resources: readonly unknown[]): string | undefined =>
  resources.map(searchedMoment).findLast((moment) => moment !== undefined)?.at;

/** Creates a paged search. No request is sent before the first step. */
export function createPagedSearch(input: PagedSearchInput) {
  const { base, fetchOne } = input;
  const seen = new Set(input.ways.flatMap((path) => pageUnderBase(base, path) ?? []));
  let position: Position = { kind: 'before' };
  let reached: string | undefined;
  /** The date at which the last new search started. A search that would not reach further back is not repeated. */
  let renewedAt: string | undefined;
  let held = 0;
  let count = 0;

  const arrive = ({ resources, shortfalls, next, total }: Page): Pages => {
    held += resources.length;
    count += resources.length;
    reached = oldest(resources) ?? reached;
    const isLost = next !== undefined && (seen.has(next) || held >= MOST_RESOURCES);
    position = next === undefined || isLost ? OVER : { kind: 'at', next };
    const isShort = next === undefined && total !== undefined && total > count;
    const cut: readonly Shortfall[] = isLost || isShort ? [...shortfalls, 'cut-short'] : shortfalls;
    return { resources, shortfalls: cut };
  };
  /** Starts a new search at the last date reached, for a link that the server forgot. Undefined if that cannot help. */
  const renewed = async (signal: AbortSignal): Promise<Result<Page, FetchFault> | undefined> => {
    const from = reached;
    if (from === undefined || (renewedAt !== undefined && Date.parse(from) >= Date.parse(renewedAt))) return undefined;
    const page = await ask({ ...input, ways: input.ways.map((way) => input.until(way, from)) }, signal);
    if (page.ok) [renewedAt, count] = [from, 0];
    return page;
  };
  return {
    /** Reads the next page. Errors: its FetchFault. The position then stays, unless the link is no longer valid. */
    step: async (signal: AbortSignal): Promise<Result<Pages, FetchFault>> => {
      if (position.kind === 'over') return ok({ resources: [], shortfalls: [] });
      const from = position;
      let page = from.kind === 'at' ? await readPage(base, fetchOne, from.next, signal) : await ask(input, signal);
      if (from.kind === 'at' && isStale(page)) page = (await renewed(signal)) ?? page;
      if (page.ok) {
        if (from.kind === 'at') seen.add(from.next);
        return ok(arrive(page.value));
      }
      if (from.kind === 'before') position = OVER;
      else if (isStale(page)) {
        position = OVER;
        return ok({ resources: [], shortfalls: ['cut-short'] });
      }
      return page;
    },
    isOpen: (): boolean => position.kind !== 'over',
    /** While the search is open: the date of the oldest entry read so far, as the chart wrote it. */
    reached: (): string | undefined => (position.kind === 'over' ? undefined : reached),
  };
}
