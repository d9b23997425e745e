// What one request carries through the server once it is known who asks. Knows no HTTP: a transaction's entries are
// errands too.
import type { Resource } from 'fhir/r4';
import type { PageRack } from './pages.ts';
import type { Viewer } from './scopes.ts';
import type { Store, Version } from './store.ts';

/** The means of an errand: who asks, and where things are. */
export interface Errand {
  readonly store: Store;
  readonly viewer: Viewer;
  readonly pages: PageRack;
  /** A transaction checks references after its last entry, since entries may refer to later ones. */
  readonly deferReferences?: true;
}

/** One thing asked. `path` is relative to the base, with its query: `Observation/1/_history`. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly ifNoneExist?: string;
  readonly ifNoneMatch?: string;
  /** A document that replaces another marks the older one. HAPI, Helios and Medplum do not. */
  readonly marksReplaced?: true;
  /** An id the transaction has already promised to other entries. */
  readonly promisedId?: string;
}

/** The headers every answer about one version carries. */
export function versionHeaders({ versionId, at }: Pick<Version, 'versionId' | 'at'>): Readonly<Record<string, string>> {
  return { ETag: `W/"${versionId}"`, 'Last-Modified': new Date(at).toUTCString() };
}

/** The same, from a resource as stored. */
export const headersOf = ({ meta }: Resource): Readonly<Record<string, string>> =>
  versionHeaders({ versionId: meta?.versionId ?? '1', at: meta?.lastUpdated ?? '' });
