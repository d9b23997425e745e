// Walks a search from page to page, under the base only, and says when the list is not whole. Knows no note.

import { decodeBundle } from '../fhir/decode-bundle.ts';
import type { Issue } from '../fhir/outcome.ts';
import type { Shortfall } from '../interview/history.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { pageUnderBase } from './address.ts';
import type { FetchFault } from './faults.ts';
import type { Reply, ServerFetch } from './fetch.ts';

/** What a search brought. Outcomes are told as shortfalls and are never resources. */
export interface Pages {
  readonly resources: readonly unknown[];
  readonly shortfalls: readonly Shortfall[];
}

const MOST_PAGES = 20;
const MOST_RESOURCES = 2000;
/** One absurd entry must not hide the other ninety-nine of its page. */
const PAGE_LIMIT = 64 * 1024 * 1024;

/** Epic 4122 says that a parameter was ignored: that brings more than was asked for, and never less. */
const mayHideEntries = ({ severity, text }: Issue) => severity !== 'information' && !/\b4122\b/.test(text ?? '');

/** Reads all pages of a search. Errors: the first page's FetchFault; later failures shorten the list and say so. */
export async function readPages(
  base: string,
  fetchOne: ServerFetch,
  path: string,
  signal: AbortSignal,
): Promise<Result<Pages, FetchFault>> {
  const resources: unknown[] = [];
  const shortfalls = new Set<Shortfall>();
  const seen = new Set<string>();
  let next: string | undefined = pageUnderBase(base, path);
  if (!next) return err({ kind: 'foreignLink' });
  while (next && !seen.has(next)) {
    seen.add(next);
    const page: Result<Reply, FetchFault> = await fetchOne({ method: 'GET', path: next, limit: PAGE_LIMIT, signal });
    const bundle = page.ok ? decodeBundle(page.value.resource) : undefined;
    if (!bundle?.ok) {
      if (seen.size === 1) return page.ok ? err({ kind: 'badResponse' }) : page;
      shortfalls.add('cut-short');
      break;
    }
    resources.push(...bundle.value.resources);
    if (bundle.value.warnings.some(mayHideEntries)) shortfalls.add('server-warning');
    next = bundle.value.next === undefined ? undefined : pageUnderBase(base, bundle.value.next);
    const isLost = next === undefined ? bundle.value.next !== undefined : seen.has(next);
    const isFull = next !== undefined && (seen.size >= MOST_PAGES || resources.length >= MOST_RESOURCES);
    if (isLost || isFull) {
      shortfalls.add('cut-short');
      break;
    }
  }
  return ok({ resources: resources.slice(0, MOST_RESOURCES), shortfalls: [...shortfalls] });
}
