// Decodes the versions of one resource with the reader of its form. An entry of another place or patient becomes an
// unreadable version without content.

import type { FiledAt, HistoryEntry, Unreadable } from '../../interview/history/history.ts';
import type { NoteVersion } from '../../interview/note/note-versions.ts';
import { field, textAt } from '../datatypes/json.ts';
import { readMoment } from '../datatypes/moment.ts';
import { filedAt } from '../entry-parts.ts';
import { FORM_TYPES } from '../form-types.ts';
import type { Decoded } from '../observation/decode-observation.ts';

/**
 * Decodes the versions of the resource `at`, newest first, each version id once. `decode` is the reader of its form.
 * Any JSON becomes a version, possibly an unreadable one.
 */
export function decodeVersions(
  resources: readonly unknown[],
  at: FiledAt,
  decode: (resource: unknown) => Decoded,
): readonly NoteVersion[] {
  const read = resources.map((resource) => versionOf(resource, at, decode)).toSorted(newestFirst);
  const ids = read.map(({ entry }) => entry.filed.version);
  return read.filter((_, index) => ids[index] === undefined || ids.indexOf(ids[index]) === index);
}

function versionOf(resource: unknown, at: FiledAt, decode: (resource: unknown) => Decoded): NoteVersion {
  const isSame = textAt(resource, 'resourceType') === FORM_TYPES[at.form] && textAt(resource, 'id') === at.resourceId;
  const entry = isSame ? decode(resource) : undefined;
  if (!entry || entry.kind === 'other-patient') return { entry: nothingOf(at, 'malformed') };
  const recorded = readMoment(field(field(resource, 'meta'), 'lastUpdated'));
  const when = { recorded: recorded?.exact ? recorded.at : undefined };
  if (entry.kind !== 'not-ours') return { entry, ...when };
  return { entry: { ...nothingOf(at, 'not-a-note'), filed: filedAt(at.form, resource) }, ...when };
}

const nothingOf = ({ form, resourceId }: FiledAt, why: Unreadable): HistoryEntry => ({
  kind: 'unreadable',
  why,
  filed: { form, resourceId },
});

/** By the time the chart stored it, then by number, else in the order of the history. */
function newestFirst(one: NoteVersion, other: NoteVersion): number {
  return timeOf(other) - timeOf(one) || numberOf(other) - numberOf(one);
}

const LAST = -1;
const timeOf = ({ recorded }: NoteVersion): number => (recorded === undefined ? LAST : Date.parse(recorded));
const numberOf = ({ entry: { filed } }: NoteVersion): number =>
  /^\d{1,15}$/.test(filed.version ?? '') ? Number(filed.version) : LAST;
