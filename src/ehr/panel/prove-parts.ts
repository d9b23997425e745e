// Compares the parts in the chart with the note. Pure.

import { field } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import {
  isPartRetracted,
  type PartSettings,
  panelParts,
  partContent,
  partNameOf,
} from '../../fhir/panel/panel-parts.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { LostPart } from '../../interview/note/lost-part.ts';
import type { Filed } from '../port.ts';
import type { PartsRead } from './read-parts.ts';

const lostAs = (name: string): LostPart => (name === 'goal' ? 'goal' : 'answer-entries');

/** For parts that could not be read after a write. Their content is not known. */
const NOT_CHECKED: LostPart = 'unchecked-entries';

/** What was written: a new note, or the next version of one. */
export type Written = 'new' | 'version';

/**
 * The end of a write after its parts were read. A missing part is listed in `lost`. A part that still has other content
 * is listed in `unreached`, except after a first filing. Without a note that was read, no part is proven.
 */
export function provenParts(
  end: Filed,
  written: Written,
  note: unknown,
  { stored, unread }: PartsRead,
  settings: PartSettings,
): Filed {
  const noteId = noteIdIn(field(note, 'identifier')) ?? '';
  const isNew = written === 'new';
  const isRetracted = end.entry.kind === 'note' && end.entry.standing === 'retracted';
  const wanted = panelParts(note, settings);
  const found = (name: string) => stored.find(({ resource }) => partNameOf(resource, noteId) === name);
  const notChecked = note === undefined || unread ? [NOT_CHECKED] : [];
  const lost = isRetracted || unread ? [] : wanted.filter(({ name }) => !found(name)).map(({ name }) => lostAs(name));
  const differs = stored.filter(({ resource }) => {
    const want = panelParts(note, { panel: true, goal: true }).find(
      ({ name }) => name === partNameOf(resource, noteId),
    );
    if (isRetracted || !want) return !isPartRetracted(resource);
    return isPartRetracted(resource) || partContent(resource) !== partContent(want.resource);
  });
  const changed = isNew ? differs.map(({ resource }) => lostAs(partNameOf(resource, noteId) ?? '')) : [];
  const unreached: readonly FiledAt[] = isNew
    ? []
    : differs.flatMap(({ place }) => {
        const [type, resourceId = ''] = place.split('/');
        return type === 'Observation' ? [{ form: 'observation' as const, resourceId }] : [];
      });
  const goals = isNew ? [] : differs.filter(({ place }) => place.startsWith('Goal/')).map(() => lostAs('goal'));
  return {
    ...end,
    lost: [...new Set([...end.lost, ...lost, ...changed, ...goals, ...notChecked])],
    unreached: [...end.unreached, ...unreached],
  };
}

/** Names the parts of a note that another note replaced. Nothing changes them. */
export function partsOfEarlier({ stored, unread }: PartsRead): readonly LostPart[] {
  const live = stored.filter(({ resource }) => !isPartRetracted(resource));
  const named = live.map(({ place }): LostPart => (place.startsWith('Goal/') ? 'earlier-goal' : 'earlier-answers'));
  return [...new Set([...named, ...(unread ? [NOT_CHECKED] : [])])];
}
