// Finds the updates of a note's parts after a change. A part that someone else has changed is not touched. Pure.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import {
  ALL_PARTS,
  changedPart,
  type PartResource,
  type PartSettings,
  partContent,
  partNameOf,
  partResources,
  retractedPart,
  saysRetracted,
} from '../../fhir/parts/note-parts.ts';
import type { BundleItem } from '../../fhir/parts/parts-bundle.ts';

/** A part as stored in the chart. `place` is its type and id. */
export interface StoredPart {
  readonly place: string;
  readonly resource: unknown;
  readonly etag: string | undefined;
}

/**
 * Compares the note before and after a change with its stored parts. Returns the updates of those, and the parts that
 * are not stored yet.
 */
export function partUpdates(
  before: unknown,
  after: unknown,
  stored: readonly StoredPart[],
  settings: PartSettings,
): { readonly updates: readonly BundleItem[]; readonly missing: readonly PartResource[] } {
  const noteId = noteIdIn(field(after, 'identifier')) ?? '';
  const [old, next] = [partResources(before, ALL_PARTS), partResources(after, ALL_PARTS)];
  const updates = stored.flatMap(({ place, resource, etag }): readonly BundleItem[] => {
    if (saysRetracted(resource)) return [];
    const name = partNameOf(resource, noteId);
    const [was, is] = [old, next].map((parts) => parts.find((part) => part.name === name));
    const put = (body: BundleItem['resource']): BundleItem => ({
      resource: body,
      request: { method: 'PUT', url: place, ifMatch: etag },
    });
    if (!is || saysRetracted(after)) return [put(retractedPart(resource))];
    const isOurs = was !== undefined && partContent(resource) === partContent(was.resource);
    const isSame = partContent(resource) === partContent(is.resource);
    return isOurs && !isSame ? [put(changedPart(resource, is, textAt(after, 'status')))] : [];
  });
  const held = stored.map(({ resource }) => partNameOf(resource, noteId));
  const missing = saysRetracted(after) ? [] : partResources(after, settings).filter(({ name }) => !held.includes(name));
  return { updates, missing };
}
