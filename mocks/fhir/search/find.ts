// Answers searches and history with Bundles of what the token may see. An unknown search parameter is 400.
import type { BundleEntry } from 'fhir/r4';
import { type Errand, versionHeaders } from '../errand.ts';
import { type Reply, refuse } from '../outcome.ts';
import { lastLiving, otherChart } from '../read.ts';
import type { Stored, Version } from '../store.ts';
import { spanOf } from './moments.ts';
import type { Found } from './pages.ts';
import { parseQuery, sortResources } from './search-match.ts';
import { SEARCHABLE } from './search-parameters.ts';

const PAGE_SIZE = 50;
const STATUS = { POST: '201 Created', PUT: '200 OK', DELETE: '204 No Content' } as const;

/** GET Type?… and POST Type/_search */
export function searchType(errand: Errand, type: string, params: URLSearchParams): Reply {
  const { store, viewer, pages } = errand;
  if (!SEARCHABLE.includes(type)) return refuse(405, 'not-supported', `${type} cannot be searched.`, { Allow: 'GET' });
  if (!viewer.may('s', type)) return refuse(403, 'forbidden', `The token does not allow searching ${type}.`);
  const token = params.get('_page');
  if (token !== null) return laterPage(errand, token);
  const query = parseQuery(type, params);
  if (!query.ok) return refuse(400, 'not-supported', query.error);
  const only = viewer.onlyPatient('s', type);
  const hits = store
    .find(type, query.value, only === undefined ? query.value.patientIds : [only])
    .filter((resource) => viewer.covers('s', resource));
  const address = `${store.base}/${type}`;
  const found: Found = {
    type: 'searchset',
    letter: 's',
    self: params.size === 0 ? address : `${address}?${params}`,
    address,
    pageSize: query.value.count ?? PAGE_SIZE,
    entries: sortResources(query.value, hits).map((subject) => ({ entry: match(store.base, subject), subject })),
  };
  return { status: 200, resource: pages.first(found) };
}

/** GET Type/_history and GET Type/id/_history */
export function historyOf(errand: Errand, type: string, id: string | undefined, params: URLSearchParams): Reply {
  const { store, viewer, pages } = errand;
  const letter = id === undefined ? 's' : 'r';
  if (!viewer.may(letter, type)) return refuse(403, 'forbidden', `The token does not allow the history of ${type}.`);
  const token = params.get('_page');
  if (token !== null) return laterPage(errand, token);
  const asked = readHistoryParams(params);
  if (typeof asked === 'string') return refuse(400, 'not-supported', asked);
  const versions = store.history(type, id);
  if (id !== undefined && versions.length === 0) return refuse(404, 'not-found', `${type}/${id} is not here.`);
  const seen = withSubjects(versions).filter(({ subject }) => viewer.covers(letter, subject));
  if (id !== undefined && seen.length === 0) return otherChart(type, id);
  const address = `${store.base}/${type}${id === undefined ? '' : `/${id}`}/_history`;
  const entries = seen
    .filter(({ version }) => Date.parse(version.at) >= asked.since)
    .map(({ version, subject }) => ({ entry: past(store.base, version), subject }));
  const self = params.size === 0 ? address : `${address}?${params}`;
  return {
    status: 200,
    resource: pages.first({ type: 'history', letter, self, address, pageSize: asked.count, entries }),
  };
}

function laterPage({ pages, viewer }: Errand, token: string): Reply {
  const page = pages.later(token, viewer);
  if (page === undefined) return refuse(410, 'expired', 'This page is no longer kept. Search again.');
  return { status: 200, resource: page };
}

function readHistoryParams(params: URLSearchParams): { readonly count: number; readonly since: number } | string {
  let asked = { count: PAGE_SIZE, since: Number.NEGATIVE_INFINITY };
  for (const [name, text] of params) {
    const since = spanOf(text.replace(' ', '+'))?.from;
    if (name === '_count' && /^\d{1,4}$/.test(text)) asked = { ...asked, count: Number(text) };
    else if (name === '_since' && since !== undefined) asked = { ...asked, since };
    else if (name !== '_format') return `History does not take ${name}=${text}.`;
  }
  return asked;
}

/** Each version with the resource that names its patient: itself, or for a deletion the version before. */
function withSubjects(
  versions: readonly Version[],
): readonly { readonly version: Version; readonly subject: Stored }[] {
  return versions.flatMap((version, place) => {
    const older =
      version.resource === undefined ? versions.slice(place).filter(({ id }) => id === version.id) : [version];
    const subject = lastLiving(older);
    return subject === undefined ? [] : [{ version, subject }];
  });
}

const match = (base: string, resource: Stored): BundleEntry => ({
  fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
  // The sandbox stores any resource. The Bundle type requires the closed union of R4.
  resource: resource as BundleEntry['resource'] & Stored,
  search: { mode: 'match' },
});

function past(base: string, version: Version): BundleEntry {
  const { type, id, method } = version;
  const { ETag = '' } = versionHeaders(version);
  return {
    fullUrl: `${base}/${type}/${id}`,
    ...(version.resource && { resource: version.resource as BundleEntry['resource'] & Stored }),
    request: { method, url: method === 'POST' ? type : `${type}/${id}` },
    response: { status: STATUS[method], etag: ETag, lastModified: version.at },
  };
}
