// Decodes one page of a search: its resources and their order, the link to the next page, and warnings. It does not
// check links.

import type { Malformed } from '../../interview/ids.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { field, isObject, listAt, textAt } from '../datatypes/json.ts';
import { firstMoment, type Moment, momentOf } from '../datatypes/moment.ts';
import { decodeOutcome, type Issue } from './outcome.ts';

/** A page as received. `next` is the server's text. Check it against the base before use. */
export interface BundlePage {
  readonly resources: readonly unknown[];
  readonly next: string | undefined;
  /** How many matches the whole search has, if the server says so. */
  readonly total: number | undefined;
  readonly warnings: readonly Issue[];
}

/** Decodes a search Bundle. OperationOutcomes become warnings and never resources. Malformed: not a Bundle. */
export function decodeBundle(resource: unknown): Result<BundlePage, Malformed> {
  if (textAt(resource, 'resourceType') !== 'Bundle') return err({ kind: 'malformed' });
  const entries = listAt(resource, 'entry')
    .map((entry) => field(entry, 'resource'))
    .filter(isObject);
  const isOutcome = (entry: unknown) => textAt(entry, 'resourceType') === 'OperationOutcome';
  const link = listAt(resource, 'link').find((each) => textAt(each, 'relation') === 'next');
  const total = field(resource, 'total');
  return ok({
    resources: entries.filter((entry) => !isOutcome(entry)),
    next: textAt(link, 'url'),
    total: typeof total === 'number' ? total : undefined,
    warnings: entries.filter(isOutcome).flatMap(decodeOutcome),
  });
}

/** The date of a resource that its search parameter uses. Undefined if it has none. */
export function searchedMoment(resource: unknown): Moment | undefined {
  if (field(resource, 'resourceType') === 'Observation') return momentOf(resource);
  return firstMoment(field(resource, 'date'), field(resource, 'authored'));
}

/** True if the page is sorted newest first, as far as dates are given. */
export function isNewestFirst(resources: readonly unknown[]): boolean {
  const moments = resources.map(searchedMoment).flatMap((moment) => (moment ? [Date.parse(moment.at)] : []));
  return moments.every((moment, index) => moment <= (moments[index - 1] ?? moment));
}
