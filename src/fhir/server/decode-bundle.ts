// Decodes one page of a search: its resources, the link to the next page, and warnings. It does not check links.

import type { Malformed } from '../../interview/ids.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { field, isObject, listAt, textAt } from '../datatypes/json.ts';
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
