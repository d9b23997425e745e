// One search, newest page first, read on only when asked. It remembers where it stands and never goes in circles.

import { isNewestFirst, searchedMoment } from '../../fhir/server/page-order.ts';
import type { Shortfall } from '../../interview/history/history.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { pageUnderBase } from '../server/address.ts';
import { type Page, type Pages, readOn, readPage } from '../server/bundle-pages.ts';
import type { ServerFetch } from '../server/fetch.ts';

/** The ways to ask for the same, the best first: paths of the base. `until` bounds such a path by a date. */
export interface WalkInput {
  readonly base: string;
  readonly fetchOne: ServerFetch;
  readonly ways: readonly string[];
  readonly until: (path: string, moment: string) => string;
}

/** A search that stands somewhere. */
export interface Walk {
  /** The next page. Errors: its FetchFault; the walk then stands where it stood, unless the link is no longer good. */
  readonly step: (signal: AbortSignal) => Promise<Result<Pages, FetchFault>>;
  readonly isOpen: () => boolean;
  /** While the walk is open: when the oldest entry read so far was, as the chart wrote it. */
  readonly reached: () => string | undefined;
}

type Place = { readonly kind: 'before' | 'over' } | { readonly kind: 'at'; readonly next: string };

/** What one patient's chart may put into the memory of this page. */
const MOST_RESOURCES = 10_000;
const OVER: Place = { kind: 'over' };
/** A link that has gone stale leads nowhere, however often it is followed. */
const STALE: readonly FetchFault['kind'][] = ['gone', 'notFound', 'invalid', 'notSupported', 'foreignLink'];

const isStale = (page: Result<Page, FetchFault>): boolean => !page.ok && STALE.includes(page.error.kind);

/** Refusals that may be about a parameter such as `_sort`: the plainer way of asking is tried next. */
const ASK_AGAIN: readonly FetchFault['kind'][] = ['invalid', 'forbidden', 'notFound', 'notSupported', 'server'];

/**
 * Tries one way of asking after the other for as long as the server refuses them. A long list that does not come
 * newest first is read to its end: its newest note may stand on any page.
 */
async function ask({ base, fetchOne, ways }: WalkInput, signal: AbortSignal): Promise<Result<Page, FetchFault>> {
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

/** Begins a walk; nothing is asked before the first step. */
export function createWalk(input: WalkInput): Walk {
  const { base, fetchOne } = input;
  const seen = new Set(input.ways.flatMap((path) => pageUnderBase(base, path) ?? []));
  let place: Place = { kind: 'before' };
  let reached: string | undefined;
  /** Where the last fresh search began. One that does not get further back is not asked a second time. */
  let renewedAt: string | undefined;
  let held = 0;
  let count = 0;

  const arrive = ({ resources, shortfalls, next, total }: Page): Pages => {
    held += resources.length;
    count += resources.length;
    reached = oldest(resources) ?? reached;
    const isLost = next !== undefined && (seen.has(next) || held >= MOST_RESOURCES);
    place = next === undefined || isLost ? OVER : { kind: 'at', next };
    const isShort = next === undefined && total !== undefined && total > count;
    const cut: readonly Shortfall[] = isLost || isShort ? [...shortfalls, 'cut-short'] : shortfalls;
    return { resources, shortfalls: cut };
  };
  /** A fresh search from the last date reached, for a link that the server forgot. Undefined where none would help. */
  const renewed = async (signal: AbortSignal): Promise<Result<Page, FetchFault> | undefined> => {
    const from = reached;
    if (from === undefined || (renewedAt !== undefined && Date.parse(from) >= Date.parse(renewedAt))) return undefined;
    const page = await ask({ ...input, ways: input.ways.map((way) => input.until(way, from)) }, signal);
    if (page.ok) [renewedAt, count] = [from, 0];
    return page;
  };
  return {
    step: async (signal) => {
      if (place.kind === 'over') return ok({ resources: [], shortfalls: [] });
      const from = place;
      let page = from.kind === 'at' ? await readPage(base, fetchOne, from.next, signal) : await ask(input, signal);
      if (from.kind === 'at' && isStale(page)) page = (await renewed(signal)) ?? page;
      if (page.ok) {
        if (from.kind === 'at') seen.add(from.next);
        return ok(arrive(page.value));
      }
      if (from.kind === 'before') place = OVER;
      else if (isStale(page)) {
        place = OVER;
        return ok({ resources: [], shortfalls: ['cut-short'] });
      }
      return page;
    },
    isOpen: () => place.kind !== 'over',
    reached: () => (place.kind === 'over' ? undefined : reached),
  };
}
