// Compares the parts in the chart with the note. Pure.

import { field } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import {
  ALL_PARTS,
  type PartSettings,
  partContent,
  partNameOf,
  partResources,
  saysRetracted,
} from '../../fhir/parts/note-parts.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { LostPart } from '../../interview/note/lost-part.ts';
import type { Filed } from '../port.ts';
import type { StoredPart } from './part-updates.ts';
import type { PartsRead } from './read-parts.ts';

const lostAs = (isGoal: boolean): LostPart => (isGoal ? 'goal' : 'answer-entries');
const isGoal = ({ place }: StoredPart): boolean => place.startsWith('Goal/');

/** For parts that could not be read after a write. Their content is not known. */
const NOT_CHECKED: LostPart = 'unchecked-entries';

/** What was written: a new note, or the next version of one. */
export type WriteKind = 'new' | 'version';

/**
 * The end of a write after its parts were read. A missing part is listed in `lost`. A part that still has other content
 * is listed in `unreached`, except after a first filing. Without a note that was read, no part is proven.
 */
export function provenParts(
  end: Filed,
  written: WriteKind,
  note: unknown,
  { stored, unread }: PartsRead,
  settings: PartSettings,
): Filed {
  const noteId = noteIdIn(field(note, 'identifier')) ?? '';
  const isNew = written === 'new';
  const isNoteRetracted = end.entry.kind === 'note' && end.entry.standing === 'retracted';
  const nameOf = ({ resource }: StoredPart) => partNameOf(resource, noteId);
  const missing =
    isNoteRetracted || unread
      ? []
      : partResources(note, settings).filter(({ name }) => !stored.some((one) => nameOf(one) === name));
  const all = partResources(note, ALL_PARTS);
  const differing = stored.filter((one) => {
    const want = all.find(({ name }) => name === nameOf(one));
    if (isNoteRetracted || !want) return !saysRetracted(one.resource);
    return saysRetracted(one.resource) || partContent(one.resource) !== partContent(want.resource);
  });
  const lost = [
    ...end.lost,
    ...missing.map(({ name }) => lostAs(name === 'goal')),
    ...differing.filter((one) => isNew || isGoal(one)).map((one) => lostAs(isGoal(one))),
    ...(note === undefined || unread ? [NOT_CHECKED] : []),
  ];
  const unreached = differing.flatMap(({ place }): readonly FiledAt[] => {
    const [type, resourceId = ''] = place.split('/');
    return !isNew && type === 'Observation' ? [{ form: 'observation', resourceId }] : [];
  });
  return { ...end, lost: [...new Set(lost)], unreached: [...end.unreached, ...unreached] };
}

/** Names the parts of a note that another note replaced. Nothing changes them. */
export function partsOfEarlier({ stored, unread }: PartsRead): readonly LostPart[] {
  const live = stored.filter(({ resource }) => !saysRetracted(resource));
  const named = live.map((one): LostPart => (isGoal(one) ? 'earlier-goal' : 'earlier-answers'));
  return [...new Set([...named, ...(unread ? [NOT_CHECKED] : [])])];
}
