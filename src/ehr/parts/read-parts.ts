// Reads the parts that a stored note names. A part that cannot be read is not taken for a missing one.

import { field, listAt, textAt } from '../../fhir/datatypes/json.ts';
import { relativeReference } from '../../fhir/datatypes/reference.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import { isPart, partNameOf } from '../../fhir/parts/note-parts.ts';
import type { FetchFault } from '../faults.ts';
import { readPath } from '../server/address.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import type { StoredPart } from './part-updates.ts';

/** The parts of a note as stored in the chart. `unread` says why one that the note names could not be read. */
export interface PartsRead {
  readonly stored: readonly StoredPart[];
  readonly unread?: FetchFault | undefined;
}

const ABSENT: readonly FetchFault['kind'][] = ['notFound', 'gone'];

async function readPart(
  { base, fetchOne }: Pick<ChartAccess, 'base' | 'fetchOne'>,
  note: unknown,
  place: string,
  signal: AbortSignal,
): Promise<PartsRead> {
  const [type = '', id = ''] = place.split('/');
  const answer = await fetchOne({ method: 'GET', path: readPath(type, id), signal });
  if (!answer.ok) return { stored: [], unread: ABSENT.includes(answer.error.kind) ? undefined : answer.error };
  const { resource, etag } = answer.value;
  const owners = [...listAt(resource, 'derivedFrom'), ...listAt(resource, 'addresses')];
  // A part belongs to the note that it names. Two copies of a note may share parts, which only the first copy owns. A
  // server may have dropped the reference. The part's own number then says whose it is.
  const isOwn =
    owners.length === 0
      ? partNameOf(resource, noteIdIn(field(note, 'identifier')) ?? '') !== undefined
      : owners.some((one) => relativeReference(one, base) === `Observation/${textAt(note, 'id')}`);
  if (!isPart(resource) || !isOwn) return { stored: [] };
  return { stored: [{ place, resource, etag }] };
}

/** Reads every part that a note names, and leaves out those of other notes. */
export async function readParts(
  input: Pick<ChartAccess, 'base' | 'fetchOne'>,
  note: unknown,
  signal: AbortSignal,
): Promise<PartsRead> {
  const named = [...listAt(note, 'hasMember'), ...listAt(note, 'focus')];
  const places = [...new Set(named.flatMap((one) => relativeReference(one, input.base) ?? []))];
  const read = await Promise.all(places.map((place) => readPart(input, note, place, signal)));
  const unread = read.find((one) => one.unread !== undefined)?.unread;
  return { stored: read.flatMap(({ stored }) => stored), unread };
}
