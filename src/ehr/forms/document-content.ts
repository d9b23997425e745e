// Fetches the words of a document where they do not stand in it: a Binary of this server, and only of documents that
// declare themselves ours. Other notes of a chart are never read.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { attachmentOf, textOfBinary } from '../../fhir/document/decode-document.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ListInput } from '../history/search.ts';
import { readPath } from '../server/address.ts';
import { can } from '../server/scopes.ts';
import type { Stored } from './form.ts';
import { FORM_ROWS } from './form-rows.ts';

/**
 * The same, of this patient's resources only: what a server that ignored `patient` brought of someone else is left
 * unread, for it is counted and dropped.
 */
export async function withOwnText(input: ListInput, resource: unknown, signal: AbortSignal): Promise<Stored> {
  const { kind } = FORM_ROWS.document.decode({ resource }, input.patient, input.base);
  return kind === 'other-patient' ? { resource } : withText(input, resource, signal);
}

/**
 * The same, while one note is looked for: what carries another number is another note. Where a document of someone else
 * has no number, whether it is the note is left open, for a server may have named the wrong person.
 */
export async function withSoughtText(
  input: ListInput,
  id: NoteId,
  resource: unknown,
  signal: AbortSignal,
): Promise<Stored> {
  const number = noteIdIn(field(resource, 'identifier'));
  if (number !== undefined && number !== id) return { resource };
  const { kind } = FORM_ROWS.document.decode({ resource }, input.patient, input.base);
  if (kind !== 'other-patient') return withText(input, resource, signal);
  const { inline, binary } = attachmentOf(resource, input.base);
  if (inline !== undefined) return { resource, text: inline };
  return { resource, ...(number === undefined && binary !== undefined && { unread: true }) };
}

/** The resource with its text, where it has one that this sign-in may read. */
export async function withText(input: ListInput, resource: unknown, signal: AbortSignal): Promise<Stored> {
  if (textAt(resource, 'resourceType') !== 'DocumentReference') return { resource };
  const { inline, binary } = attachmentOf(resource, input.base);
  if (inline !== undefined) return { resource, text: inline };
  if (binary === undefined) return { resource };
  if (!can(input.scopes, 'Binary', 'read')) return { resource, unread: true };
  const read = await input.fetchOne({ method: 'GET', path: readPath('Binary', binary), signal });
  const text = read.ok ? textOfBinary(read.value.resource) : undefined;
  return text === undefined ? { resource, unread: true } : { resource, text };
}
