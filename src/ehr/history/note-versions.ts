// Reads the versions of a filed note if the chart provides them. One resource, one request, only under the base.

import { FORM_TYPES } from '../../fhir/form-types.ts';
import { decodeVersions } from '../../fhir/server/decode-versions.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { FetchFault } from '../faults.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { VersionsRead } from '../port.ts';
import { readPath } from '../server/address.ts';
import { readPages } from '../server/bundle-pages.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import type { Statement } from '../server/statement.ts';

/** The statement says whether there are histories. */
export interface VersionsInput extends ChartAccess {
  readonly statement: Statement;
}

/** Refusals that are about the history itself and not temporary. */
const NOT_GIVEN: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'gone', 'notSupported', 'invalid'];
/** More versions than anyone reads. */
const MOST_VERSIONS = 100;

/** Every version of the resource at a place, newest first, including the current one. */
export async function readVersions(input: VersionsInput, at: FiledAt, signal: AbortSignal): Promise<VersionsRead> {
  const statement = await input.statement.readSoon(signal);
  // If the statement lists interactions without history, no request is sent.
  if (statement?.[at.form].history === false) return { kind: 'not-given' };
  const path = `${readPath(FORM_TYPES[at.form], at.resourceId)}/_history`;
  const read = await readPages(input.base, input.fetchOne, path, signal);
  if (!read.ok)
    return NOT_GIVEN.includes(read.error.kind) ? { kind: 'not-given' } : { kind: 'failed', why: read.error };
  const decode = (resource: unknown) => FORM_ROWS[at.form].decode({ resource }, input.patient, input.base);
  const versions = decodeVersions(read.value.resources, at, decode);
  const isWhole = read.value.shortfalls.length === 0 && versions.length <= MOST_VERSIONS;
  return { kind: 'read', versions: versions.slice(0, MOST_VERSIONS), isWhole };
}
