// Reads the versions a filed note has had, where the chart gives them. One resource, one search, under the base only.

import { FORM_TYPES } from '../../fhir/form-types.ts';
import { decodeVersions } from '../../fhir/server/decode-versions.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { FetchFault } from '../faults.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { VersionsRead } from '../port.ts';
import { readPath } from '../server/address.ts';
import { readPages } from '../server/bundle-pages.ts';
import type { ChangeDeps } from '../writing/change-in-place.ts';
import type { ListInput } from './search.ts';

/** What reading versions needs: the one fetch, and what the statement says of histories. */
export interface VersionsInput extends ListInput {
  readonly ways: Pick<ChangeDeps['destination'], 'now' | 'learn'>;
}

/** A refusal of the history itself, and not of this moment. */
const NOT_GIVEN: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'gone', 'notSupported', 'invalid'];
/** More than anyone reads of one note. */
const MOST_VERSIONS = 100;

/** Every version of the resource at a place, newest first: the one that stands is among them. */
export async function readVersions(input: VersionsInput, at: FiledAt, signal: AbortSignal): Promise<VersionsRead> {
  await input.ways.learn(signal);
  // A server that lists what it offers and does not list this is not asked.
  if (input.ways.now().statement?.[at.form].history === false) return { kind: 'not-given' };
  const path = `${readPath(FORM_TYPES[at.form], at.resourceId)}/_history`;
  const read = await readPages(input.base, input.fetchOne, path, signal);
  if (!read.ok)
    return NOT_GIVEN.includes(read.error.kind) ? { kind: 'not-given' } : { kind: 'failed', why: read.error };
  const decode = (resource: unknown) => FORM_ROWS[at.form].decode({ resource }, input.patient, input.base);
  const versions = decodeVersions(read.value.resources, at, decode);
  const isWhole = read.value.shortfalls.length === 0 && versions.length <= MOST_VERSIONS;
  return { kind: 'read', versions: versions.slice(0, MOST_VERSIONS), isWhole };
}
