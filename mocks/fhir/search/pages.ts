// Splits long results into pages and stores the rest until it is fetched. A page's address is an opaque token.
import { randomUUID } from 'node:crypto';
import type { Bundle, BundleEntry, BundleLink, Resource } from 'fhir/r4';
import type { Viewer } from '../scopes.ts';

const KEPT_RESULTS = 200;

/** The result of one search. `subject` of an entry decides who may see it, because a deletion has no resource. */
export interface Found {
  readonly type: 'searchset' | 'history';
  readonly letter: 'r' | 's';
  readonly self: string;
  readonly address: string;
  readonly pageSize: number;
  readonly entries: readonly { readonly entry: BundleEntry; readonly subject: Resource }[];
}

/** Results that have more pages. */
export interface PageRack {
  /** The first page. The rest is stored if there is one. */
  first(found: Found): Bundle;
  /** The page of a token. Undefined if it expired or never existed. The viewer's rights are checked again. */
  later(token: string, viewer: Viewer): Bundle | undefined;
}

/** A store of the newest results that drops older ones. */
export function createPageRack(): PageRack {
  const kept = new Map<string, Found>();
  return {
    first: (found) => {
      if (found.entries.length <= found.pageSize || found.pageSize === 0) return page(found, 0);
      const key = randomUUID();
      kept.set(key, found);
      const oldest = kept.keys().next();
      if (kept.size > KEPT_RESULTS && !oldest.done) kept.delete(oldest.value);
      return page(found, 0, key);
    },
    later: (token, viewer) => {
      const { key = '', offset = '' } = /^(?<key>[0-9a-f-]{36})(?<offset>\d{1,9})$/.exec(token)?.groups ?? {};
      const found = kept.get(key);
      if (found === undefined) return undefined;
      const entries = found.entries.filter(({ subject }) => viewer.covers(found.letter, subject));
      return page({ ...found, entries }, Number(offset), key);
    },
  };
}

function page(found: Found, offset: number, key?: string): Bundle {
  const { pageSize, address } = found;
  const at = (place: number): string => `${address}?_page=${key}${place}`;
  const link: BundleLink[] = [{ relation: 'self', url: offset === 0 ? found.self : at(offset) }];
  if (key !== undefined && offset + pageSize < found.entries.length)
    link.push({ relation: 'next', url: at(offset + pageSize) });
  if (key !== undefined && offset > 0) link.push({ relation: 'previous', url: at(Math.max(0, offset - pageSize)) });
  const entry = found.entries.slice(offset, offset + pageSize).map((each) => each.entry);
  return {
    resourceType: 'Bundle',
    type: found.type,
    total: found.entries.length,
    link,
    ...(entry.length > 0 && { entry }),
  };
}
