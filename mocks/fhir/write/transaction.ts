// Performs a Bundle of interactions: a transaction as a whole or not at all, a batch entry by entry. Each entry passes
// the same scopes and checks as a single request.
import { randomUUID } from 'node:crypto';
import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { Errand } from '../errand.ts';
import { type Fields, isFields, textsAt, valuesAt } from '../fields.ts';
import { isFine, type Reply, refuse } from '../outcome.ts';
import { perform } from '../perform.ts';
import { parseQuery } from '../search/search-match.ts';
import { referenceFault } from './write.ts';

/** R4 http.html#trules: deletes, then creates, then updates, then reads. */
const ORDER = ['DELETE', 'POST', 'PUT', 'GET'];
const MOST_ENTRIES = 500;
const REASONS: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 204: 'No Content' };

interface Step {
  readonly place: number;
  readonly method: string;
  readonly url: string;
  readonly fullUrl: string | undefined;
  readonly request: Fields;
  readonly body: unknown;
}

/** POST [base] */
export function transact(errand: Errand, body: unknown): Reply {
  const [kind] = textsAt(body, 'type');
  const entries = valuesAt(body, 'entry');
  if (!isFields(body) || body['resourceType'] !== 'Bundle' || (kind !== 'transaction' && kind !== 'batch')) {
    return refuse(400, 'structure', 'The body is not a Bundle of type transaction or batch.');
  }
  if (entries.length > MOST_ENTRIES) return refuse(413, 'too-costly', `At most ${MOST_ENTRIES} entries are taken.`);
  const steps = entries.map(readStep);
  const bad = steps.findIndex(({ method, url }) => !ORDER.includes(method) || url === '');
  if (bad >= 0) return refuse(400, 'structure', `Entry ${bad} has no request that can be done.`);
  return kind === 'batch' ? batch(errand, steps) : wholly(errand, steps);
}

function readStep(entry: unknown, place: number): Step {
  const [request] = valuesAt(entry, 'request');
  const [method = ''] = textsAt(request, 'method');
  const [url = ''] = textsAt(request, 'url');
  const [fullUrl] = textsAt(entry, 'fullUrl');
  return {
    place,
    method,
    url,
    fullUrl,
    request: isFields(request) ? request : {},
    body: valuesAt(entry, 'resource')[0],
  };
}

function batch(errand: Errand, steps: readonly Step[]): Reply {
  return bundle(
    'batch-response',
    steps.map((step) => perform(errand, askOf(step))),
  );
}

function wholly(errand: Errand, steps: readonly Step[]): Reply {
  const fault = doubled(steps);
  if (fault !== undefined) return fault;
  const promised = new Map(steps.filter(({ method }) => method === 'POST').map((step) => [step.place, randomUUID()]));
  const addresses = new Map(
    steps.flatMap((step) => (step.fullUrl === undefined ? [] : [[step.fullUrl, addressOf(errand, step, promised)]])),
  );
  const replies = new Map<number, Reply>();
  let failed: Reply | undefined;
  errand.store.atomically(() => {
    const inOrder = [...steps].sort((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method) || a.place - b.place);
    for (const step of inOrder) {
      const promisedId = promised.get(step.place);
      const ask = {
        ...askOf(step),
        body: resolved(step.body, addresses),
        ...(promisedId !== undefined && { promisedId }),
      };
      const reply = perform({ ...errand, deferReferences: true }, ask);
      replies.set(step.place, reply);
      failed ??= isFine(reply) ? undefined : inEntry(step.place, reply);
      if (failed !== undefined) return false;
    }
    failed = brokenReference(errand, inOrder, replies);
    return failed === undefined;
  });
  return (
    failed ??
    bundle(
      'transaction-response',
      steps.flatMap(({ place }) => replies.get(place) ?? []),
    )
  );
}

function brokenReference(
  errand: Errand,
  steps: readonly Step[],
  replies: ReadonlyMap<number, Reply>,
): Reply | undefined {
  for (const { place, method } of steps) {
    const resource = method === 'POST' || method === 'PUT' ? replies.get(place)?.resource : undefined;
    const fault = resource && referenceFault(errand.store, resource);
    if (fault !== undefined) return inEntry(place, fault);
  }
  return undefined;
}

/** R4 forbids two entries of a transaction that write the same resource. */
function doubled(steps: readonly Step[]): Reply | undefined {
  const targets = steps.filter(({ method }) => method === 'PUT' || method === 'DELETE').map(({ url }) => url);
  const twice = targets.find((url, place) => targets.indexOf(url) !== place);
  return twice === undefined ? undefined : refuse(400, 'duplicate', `Two entries write ${twice}.`);
}

const askOf = ({ method, url, request, body }: Step) => {
  const [ifMatch] = textsAt(request, 'ifMatch');
  const [ifNoneExist] = textsAt(request, 'ifNoneExist');
  const [ifNoneMatch] = textsAt(request, 'ifNoneMatch');
  return {
    ...{ method, path: url, body },
    ...(ifMatch && { ifMatch }),
    ...(ifNoneExist && { ifNoneExist }),
    ...(ifNoneMatch && { ifNoneMatch }),
  };
};

/** The future address of an entry's resource, so that others may refer to it before it is written. */
function addressOf(errand: Errand, step: Step, promised: ReadonlyMap<number, string>): string {
  if (step.method !== 'POST') return step.url;
  const [criteria] = textsAt(step.request, 'ifNoneExist');
  const query = criteria === undefined ? undefined : parseQuery(step.url, new URLSearchParams(criteria));
  const hits = query?.ok ? errand.store.find(step.url, query.value) : [];
  const seen = hits.find((hit) => errand.viewer.covers('s', hit));
  return `${step.url}/${seen?.id ?? promised.get(step.place)}`;
}

/** The resource, with every reference to another entry's `fullUrl` replaced by its future address. */
function resolved(node: unknown, addresses: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((each) => resolved(each, addresses));
  if (!isFields(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      const address = name === 'reference' || name === 'url' ? addresses.get(String(value)) : undefined;
      return [name, address ?? resolved(value, addresses)];
    }),
  );
}

/** The same refusal, with the place of its entry. */
function inEntry(place: number, { status, resource }: Reply): Reply {
  const texts = textsAt(resource, 'issue.details.text').join(' ');
  return refuse(status, 'processing', `Entry ${place}: ${texts} Nothing was written.`);
}

function bundle(type: 'transaction-response' | 'batch-response', replies: readonly Reply[]): Reply {
  const resource: Bundle = { resourceType: 'Bundle', type, entry: replies.map(entryOf) };
  return { status: 200, resource };
}

function entryOf({ status, resource, headers = {} }: Reply): BundleEntry {
  const outcome = resource?.resourceType === 'OperationOutcome' ? asAny(resource) : undefined;
  const { Location, ETag } = headers;
  return {
    ...(resource && outcome === undefined && { resource: asAny(resource) }),
    response: {
      status: `${status} ${REASONS[status] ?? 'Refused'}`,
      ...(Location !== undefined && { location: Location }),
      ...(ETag !== undefined && { etag: ETag }),
      ...(resource?.meta?.lastUpdated !== undefined && { lastModified: resource.meta.lastUpdated }),
      ...(outcome && { outcome }),
    },
  };
}

/** The sandbox stores any resource. The Bundle type requires the closed union of R4. */
const asAny = (resource: Resource) => resource as Resource & NonNullable<BundleEntry['resource']>;
