// Finds the updates of a note's parts after a change. A part that someone else has changed is not touched. Pure.

import { asObject, field, textAt } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import type { BundleItem } from '../../fhir/panel/panel-bundle.ts';
import {
  changedPart,
  isPartRetracted,
  type PanelPart,
  type PartSettings,
  panelParts,
  partContent,
  partNameOf,
  retractedPart,
} from '../../fhir/panel/panel-parts.ts';

/** A part as stored in the chart. `place` is its type and id. */
export interface StoredPart {
  readonly place: string;
  readonly resource: unknown;
  readonly etag: string | undefined;
}

/** The updates of stored parts, and the parts that are not stored yet. */
export interface PartUpdates {
  readonly updates: readonly BundleItem[];
  readonly missing: readonly PanelPart[];
}

/** Compares the note before and after a change with its stored parts. */
export function partUpdates(
  before: unknown,
  after: unknown,
  stored: readonly StoredPart[],
  settings: PartSettings,
): PartUpdates {
  const noteId = noteIdIn(field(after, 'identifier')) ?? '';
  const status = textAt(after, 'status');
  // A filed part follows its note, whatever the site's settings are now.
  const all = { panel: true, goal: true };
  const [old, next] = [panelParts(before, all), panelParts(after, all)];
  const named = (parts: readonly PanelPart[], name: string | undefined) => parts.find((part) => part.name === name);
  const updates = stored.flatMap(({ place, resource, etag }): readonly BundleItem[] => {
    if (isPartRetracted(resource)) return [];
    const name = partNameOf(resource, noteId);
    const [was, is] = [named(old, name), named(next, name)];
    const put = (body: BundleItem['resource']): BundleItem => ({
      resource: body,
      request: { method: 'PUT', url: place, ifMatch: etag },
    });
    if (!is || status === 'entered-in-error') return [put(retractedPart(resource))];
    const isOurs = was !== undefined && partContent(resource) === partContent(was.resource);
    const isSame = partContent(resource) === partContent(is.resource);
    return isOurs && !isSame ? [put(changedPart(asObject(resource), is, status))] : [];
  });
  const held = stored.map(({ resource }) => partNameOf(resource, noteId));
  const missing =
    status === 'entered-in-error' ? [] : panelParts(after, settings).filter(({ name }) => !held.includes(name));
  return { updates, missing };
}
