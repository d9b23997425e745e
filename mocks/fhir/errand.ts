// The data of one request once the sender is known. Knows no HTTP, because an entry of a transaction has one too.
import type { Resource } from 'fhir/r4';
import type { Viewer } from './scopes.ts';
import type { PageRack } from './search/pages.ts';
import type { Store, Version } from './store.ts';

/** What a request needs: the sender, and where things are. */
export interface Errand {
  readonly store: Store;
  readonly viewer: Viewer;
  readonly pages: PageRack;
  /** A transaction checks references after its last entry, since entries may refer to later ones. */
  readonly deferReferences?: true;
}

/** One interaction. `path` is relative to the base, with its query: `Observation/1/_history`. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly ifNoneExist?: string;
  readonly ifNoneMatch?: string;
  /** A document that replaces another marks the older one. HAPI, Helios and Medplum do not. */
  readonly marksReplaced?: true;
  /** An id that the transaction has already promised to other entries. */
  readonly promisedId?: string;
}

/** The headers of every response about one version. */
export function versionHeaders({ versionId, at }: Pick<Version, 'versionId' | 'at'>): Readonly<Record<string, string>> {
  return { ETag: `W/"${versionId}"`, 'Last-Modified': new Date(at).toUTCString() };
}

/** The same, from a resource as stored. */
export const headersOf = ({ meta }: Resource): Readonly<Record<string, string>> =>
  versionHeaders({ versionId: meta?.versionId ?? '1', at: meta?.lastUpdated ?? '' });
