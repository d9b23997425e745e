// Reads one resource, the latest or an earlier version. A resource of another chart is refused with 403, not 404.
import { type Errand, versionHeaders } from './errand.ts';
import { type Reply, refuse } from './outcome.ts';
import type { Version } from './store.ts';

/** GET Type/id */
export function readLatest({ store, viewer }: Errand, type: string, id: string): Reply {
  if (!viewer.may('r', type)) return refuse(403, 'forbidden', `The token does not allow reading ${type}.`);
  const version = store.latest(type, id);
  const living = lastLiving(store.history(type, id));
  if (version === undefined || living === undefined) return refuse(404, 'not-found', `${type}/${id} is not here.`);
  if (!viewer.covers('r', living)) return otherChart(type, id);
  return answerVersion(version);
}

/** GET Type/id/_history/version */
export function readVersion({ store, viewer }: Errand, type: string, id: string, versionId: string): Reply {
  if (!viewer.may('r', type)) return refuse(403, 'forbidden', `The token does not allow reading ${type}.`);
  const versions = store.history(type, id);
  const place = versions.findIndex((version) => version.versionId === versionId);
  const version = versions[place];
  const living = lastLiving(versions.slice(place));
  if (version === undefined || living === undefined) {
    return refuse(404, 'not-found', `${type}/${id} has no version ${versionId}.`);
  }
  if (!viewer.covers('r', living)) return otherChart(type, id);
  return answerVersion(version);
}

/** The newest version that is not a deletion. `versions` are newest first. */
export const lastLiving = (versions: readonly Version[]): Version['resource'] =>
  versions.find(({ resource }) => resource !== undefined)?.resource;

function answerVersion(version: Version): Reply {
  if (version.resource === undefined) {
    return { ...refuse(410, 'deleted', 'This was deleted.'), headers: versionHeaders(version) };
  }
  return { status: 200, resource: version.resource, headers: versionHeaders(version) };
}

/** The refusal for a resource outside the token's chart or granular scope. */
export const otherChart = (type: string, id: string): Reply =>
  refuse(403, 'forbidden', `${type}/${id} is outside of what this token may reach.`);
