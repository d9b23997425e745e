// Finds which note a resource is: our UUID in its identifier, or a substitute id for notes without one.

import type { Replaces } from '../interview/history/history.ts';
import { type NoteId, readNoteId } from '../interview/ids.ts';
import { textAt } from './datatypes/json.ts';
import { isIdentity, NOTE_ID } from './identity.ts';

/** The UUID in one or several identifiers of our system. A `urn:uuid:` prefix is accepted. */
export function noteIdIn(identifiers: unknown): NoteId | undefined {
  const list: readonly unknown[] = Array.isArray(identifiers) ? identifiers : [identifiers];
  for (const identifier of list) {
    if (!isIdentity(textAt(identifier, 'system'), NOTE_ID)) continue;
    const id = readNoteId((textAt(identifier, 'value') ?? '').replace(/^urn:uuid:/i, ''));
    if (id.ok) return id.value;
  }
  return undefined;
}

/** Version 1 of the text names it in its own line. Version 2 names it at the end of its last line. */
const REPLACED = [/^Replaces: (\S{36})\s*$/m, /;\s*replaces\s+([0-9a-f-]{36});\s*check\s+[0-9A-F]{8}\s*$/];

/** The note that a text says it replaces. We wrote both places, because no value begins or ends a text. */
export function replacedIn(texts: readonly (string | undefined)[]): Replaces | undefined {
  for (const text of texts) {
    const named = REPLACED.map((pattern) => pattern.exec(text ?? '')?.[1]).find((id) => id !== undefined);
    const id = readNoteId(named ?? '');
    if (id.ok) return { note: id.value };
  }
  return undefined;
}

/** A stable UUID (version 8) for a note without one, from its type and id. Only a key in lists, never written. */
export function standInId(key: string): NoteId {
  const hex = [1, 2, 3, 4].map((seed) => hash(`${seed}:${key}`).toString(16).padStart(8, '0')).join('');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  return id as NoteId;
}

/** FNV-1a over UTF-16 units, 32 bits. It spreads keys and has no security purpose. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return sum;
}
