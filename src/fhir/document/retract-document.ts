// Marks a document as entered in error or superseded. Its text is never edited. Source: docs/design/readiness-note.md,
// "Status" and "Changing a filed note", and US Core 9, "Writing Clinical Notes", for the short form.

import { lineOfChange } from '../../interview/note/note-change.ts';
import { asObject, type Fields } from '../datatypes/json.ts';
import type { Amendment } from '../observation/amend-observation.ts';

/** The document with both statuses set, and the time and reason in its description. Everything else stays the same. */
export function retractedDocument(current: unknown, { change }: Amendment): Fields {
  const { label, value } = lineOfChange(change);
  return {
    ...asObject(current),
    status: 'entered-in-error',
    docStatus: 'entered-in-error',
    description: `${label}: ${value}`,
  };
}

/** The same with three elements, for servers that require it. The reason is then not stored. */
export function shortRetraction(current: unknown): Fields {
  const { resourceType, id, subject } = asObject(current);
  return { resourceType, id, status: 'entered-in-error', subject };
}

/** The document marked as replaced by a newer one. Everything else stays the same. */
export const supersededDocument = (current: unknown): Fields => ({ ...asObject(current), status: 'superseded' });
