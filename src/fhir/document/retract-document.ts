// A note that stands in the chart as a document, marked as entered in error. Its text is never edited in place.
// Source: docs/design/readiness-note.md, "Status" and "Changing a filed note"; US Core 9 "Writing Clinical Notes" for the short form.

import { lineOfChange } from '../../interview/note/note-change.ts';
import { asObject, type Fields } from '../datatypes/json.ts';
import type { Amendment } from '../observation/amend-observation.ts';

/** The document with the two statuses, and when and why in its description. Everything else stays. */
export function retractedDocument(current: unknown, { change }: Amendment): Fields {
  const { label, value } = lineOfChange(change);
  return {
    ...asObject(current),
    status: 'entered-in-error',
    docStatus: 'entered-in-error',
    description: `${label}: ${value}`,
  };
}

/** The same in three elements, for servers that take it so. The reason is then kept nowhere. */
export function shortRetraction(current: unknown): Fields {
  const { resourceType, id, subject } = asObject(current);
  return { resourceType, id, status: 'entered-in-error', subject };
}

/** The document marked as replaced by a newer one. Everything else stays. */
export const supersededDocument = (current: unknown): Fields => ({ ...asObject(current), status: 'superseded' });
