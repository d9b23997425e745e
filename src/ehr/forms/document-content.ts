// Fetches the text of a document that does not contain it: a Binary of this server, and only for documents that declare
// themselves readiness notes. Other notes of a chart are never read.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { attachmentOf, textOfBinary } from '../../fhir/document/decode-document.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import type { NoteId } from '../../interview/ids.ts';
import { readPath } from '../server/address.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import { can } from '../server/scopes.ts';
import { fromBase64 } from './base64-utf8.ts';
import type { Stored } from './form.ts';
import { FORM_ROWS } from './form-rows.ts';

/**
 * Like withText, but only for documents of this patient. A server that ignored `patient` may return others. They are
 * counted and dropped, so their text is not read.
 */
export async function withOwnText(input: ChartAccess, resource: unknown, signal: AbortSignal): Promise<Stored> {
  const { kind } = FORM_ROWS.document.decode({ resource }, input.patient, input.base);
  return kind === 'other-patient' ? { resource } : withText(input, resource, signal);
}

/**
 * Like withText, for a search for one note. A document with another number is another note. If a document of another
 * patient has no number, it may still be the note, because the server may have named the wrong person.
 */
export async function withTextOfNote(
  input: ChartAccess,
  id: NoteId,
  resource: unknown,
  signal: AbortSignal,
): Promise<Stored> {
  const number = noteIdIn(field(resource, 'identifier'));
  if (number !== undefined && number !== id) return { resource };
  const { kind } = FORM_ROWS.document.decode({ resource }, input.patient, input.base);
  if (kind !== 'other-patient') return withText(input, resource, signal);
  const { inline, binary } = attachmentOf(resource, input.base, fromBase64);
  if (inline !== undefined) return { resource, text: inline };
  return { resource, ...(number === undefined && binary !== undefined && { unread: true }) };
}

/** The resource with its text, if it has one that this sign-in may read. */
export async function withText(input: ChartAccess, resource: unknown, signal: AbortSignal): Promise<Stored> {
  if (textAt(resource, 'resourceType') !== 'DocumentReference') return { resource };
  const { inline, binary } = attachmentOf(resource, input.base, fromBase64);
  if (inline !== undefined) return { resource, text: inline };
  if (binary === undefined) return { resource };
  if (!can(input.scopes, 'Binary', 'read')) return { resource, unread: true };
  const read = await input.fetchOne({ method: 'GET', path: readPath('Binary', binary), mayBeText: true, signal });
  const text = read.ok ? (read.value.text ?? textOfBinary(read.value.resource, fromBase64)) : undefined;
  return text === undefined ? { resource, unread: true } : { resource, text };
}
