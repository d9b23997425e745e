// Creates, updates and deletes one resource, with every check before it is stored. From the first look at the store to
// the write nothing is awaited, so that two requests can never pass the same check.
import type { Resource } from 'fhir/r4';
import { localReference } from '../compartment.ts';
import { type Ask, type Errand, headersOf, versionHeaders } from '../errand.ts';
import { isFields, textsAt } from '../fields.ts';
import { type Reply, refuse, refuseAll } from '../outcome.ts';
import { lastLiving, otherChart } from '../read.ts';
import { parseQuery } from '../search/search-match.ts';
import type { Store, Stored } from '../store.ts';
import { statusFault, supersede, wholeOf } from './lifecycle.ts';
import { validate } from './validate.ts';

const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** POST Type */
export function createOne(errand: Errand, type: string, ask: Ask): Reply {
  if (!errand.viewer.may('c', type)) return refuse(403, 'forbidden', `The token does not allow creating ${type}.`);
  const fault = bodyFault(type, ask.body);
  if (fault !== undefined) return fault;
  const { id: _, ...rest } = ask.body as Resource;
  const resource = withoutServerMeta(ask.promisedId === undefined ? rest : { ...rest, id: ask.promisedId });
  if (!errand.viewer.covers('c', resource)) return otherChart(type, 'the new one');
  const existing = ask.ifNoneExist === undefined ? undefined : findExisting(errand, type, ask.ifNoneExist);
  if (existing !== undefined) return existing;
  const broken = errand.deferReferences ? undefined : referenceFault(errand.store, resource);
  if (broken !== undefined) return broken;
  const stored = errand.store.create(resource, ask.promisedId !== undefined);
  if (ask.marksReplaced) supersede(errand.store, stored);
  return created(errand.store, stored);
}

/** PUT Type/id. A new id is created. */
export function updateOne(errand: Errand, type: string, id: string, ask: Ask): Reply {
  const { store, viewer } = errand;
  if (!viewer.may('u', type)) return refuse(403, 'forbidden', `The token does not allow updating ${type}.`);
  const body = wholeOf(ask.body, store.read(type, id));
  const fault = bodyFault(type, body);
  if (fault !== undefined) return fault;
  const resource = withoutServerMeta(body as Resource);
  if (resource.id !== id || !ID.test(id)) return refuse(400, 'value', `The resource's id is not "${id}".`);
  const before = lastLiving(store.history(type, id));
  if (!viewer.covers('u', resource) || (before !== undefined && !viewer.covers('u', before)))
    return otherChart(type, id);
  const isThere = ask.ifNoneMatch === '*' && store.read(type, id) !== undefined;
  if (isThere) return refuse(412, 'conflict', `${type}/${id} is here already.`);
  const stale = matchFault(store, type, id, ask.ifMatch);
  const wrong = stale ?? statusFault(store.read(type, id), resource);
  if (wrong !== undefined) return wrong;
  const broken = errand.deferReferences ? undefined : referenceFault(store, resource);
  if (broken !== undefined) return broken;
  const isNew = store.read(type, id) === undefined;
  const stored = store.update({ ...resource, id });
  return isNew
    ? created(store, stored)
    : { status: 200, resource: stored, headers: { ...headersOf(stored), ...whereabouts(store, stored) } };
}

/** DELETE Type/id */
export function deleteOne({ store, viewer }: Errand, type: string, id: string, ask: Ask): Reply {
  if (!viewer.may('d', type)) return refuse(403, 'forbidden', `The token does not allow deleting ${type}.`);
  const before = lastLiving(store.history(type, id));
  if (before === undefined) return refuse(404, 'not-found', `${type}/${id} is not here.`);
  if (!viewer.covers('d', before)) return otherChart(type, id);
  const stale = matchFault(store, type, id, ask.ifMatch);
  if (stale !== undefined) return stale;
  const version = store.remove(type, id) ?? store.latest(type, id);
  return { status: 204, ...(version && { headers: versionHeaders(version) }) };
}

/** The checks of references: the patient is in the store, and so is the encounter, which belongs to that patient. */
export function referenceFault(store: Store, resource: Resource): Reply | undefined {
  const patients = resource.resourceType === 'Patient' ? [] : store.patientsOf(resource);
  const missing = patients.find((id) => store.read('Patient', id) === undefined);
  if (missing !== undefined) return refuse(422, 'not-found', `Patient/${missing} is not here.`);
  for (const path of ['encounter.reference', 'context.encounter.reference']) {
    for (const text of textsAt(resource, path)) {
      const [type, id] = localReference(text, store.base)?.split('/') ?? [];
      const encounter = type === 'Encounter' && id !== undefined ? store.read(type, id) : undefined;
      if (encounter === undefined) return refuse(422, 'not-found', `${text} is not an encounter of this server.`);
      const isTheirs = store.patientsOf(encounter).some((patient) => patients.includes(patient));
      if (!isTheirs) return refuse(422, 'business-rule', `${text} is another patient's encounter.`);
    }
  }
  return authorFault(store, resource);
}

const AUTHOR_PATHS = ['performer', 'author', 'source'];
const CLINICIANS = ['Practitioner', 'PractitionerRole'];

/** As in HAPI, an author that is not stored here is refused. */
function authorFault(store: Store, resource: Resource): Reply | undefined {
  for (const path of AUTHOR_PATHS) {
    for (const text of textsAt(resource, `${path}.reference`)) {
      const [type = '', id = ''] = localReference(text, store.base)?.split('/') ?? [];
      if (!CLINICIANS.includes(type) || store.read(type, id) !== undefined) continue;
      const words = `HAPI-1094: Resource ${type}/${id} not found, specified in path: ${resource.resourceType}.${path}`;
      return refuse(400, 'processing', words);
    }
  }
  return undefined;
}

function bodyFault(type: string, body: unknown): Reply | undefined {
  if (!isFields(body)) return refuse(400, 'structure', 'The body is not a resource.');
  if (body['resourceType'] !== type) return refuse(400, 'structure', `The body is not a ${type}.`);
  const issue = validate(body as unknown as Resource);
  return issue.length === 0 ? undefined : refuseAll(400, issue);
}

/** The server sets version and time. Profiles, labels and tags stay. */
function withoutServerMeta(resource: Resource): Resource {
  if (resource.meta === undefined) return resource;
  const { versionId: _version, lastUpdated: _time, ...meta } = resource.meta;
  return { ...resource, meta };
}

/** If-None-Exist searches only what the token may see. Otherwise it would reveal other charts. */
function findExisting({ store, viewer }: Errand, type: string, criteria: string): Reply | undefined {
  const query = parseQuery(type, new URLSearchParams(criteria));
  if (!query.ok) return refuse(400, 'not-supported', query.error);
  if (query.value.tests.length === 0) return refuse(400, 'required', 'If-None-Exist has no criteria.');
  if (!viewer.may('s', type)) return refuse(403, 'forbidden', `If-None-Exist needs a scope for searching ${type}.`);
  const only = viewer.onlyPatient('s', type);
  const hits = store
    .find(type, query.value, only === undefined ? undefined : [only])
    .filter((resource) => viewer.covers('s', resource));
  if (hits.length > 1) return refuse(412, 'multiple-matches', `${hits.length} resources match If-None-Exist.`);
  const [hit] = hits;
  return hit && { status: 200, resource: hit, headers: { ...headersOf(hit), ...whereabouts(store, hit) } };
}

function matchFault(store: Store, type: string, id: string, ifMatch: string | undefined): Reply | undefined {
  if (ifMatch === undefined) return undefined;
  const versionId = /^(?:W\/)?"([^"]+)"$/.exec(ifMatch.trim())?.[1];
  const latest = store.latest(type, id);
  if (latest?.resource !== undefined && latest.versionId === versionId) return undefined;
  const now = latest === undefined ? 'is not here' : `is at version ${latest.versionId}`;
  return refuse(412, 'conflict', `${type}/${id} ${now}, If-Match asks for ${ifMatch}.`);
}

const created = (store: Store, stored: Stored): Reply => ({
  status: 201,
  resource: stored,
  headers: { ...headersOf(stored), ...whereabouts(store, stored) },
});

const whereabouts = ({ base }: Store, { resourceType, id, meta }: Stored): Readonly<Record<string, string>> => ({
  Location: `${base}/${resourceType}/${id}/_history/${meta?.versionId}`,
  'Content-Location': `${base}/${resourceType}/${id}/_history/${meta?.versionId}`,
});
