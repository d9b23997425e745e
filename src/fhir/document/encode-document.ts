// Encodes a readiness note as a document: its whole text in one attachment. Inverse of decode-document.ts. Source:
// docs/design/readiness-note.md, "The note as a document", and US Core 9, "Writing Clinical Notes".

import type { CodeableConcept, DocumentReference, DocumentReferenceContext } from 'fhir/r4';
import { type Instant, readInstant } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { US_CORE_DOCUMENT_CATEGORY } from '../categories.ts';
import { DOCUMENT_TITLE, LOINC, TEXT_FORMAT } from '../codes.ts';
import type { ToBase64 } from '../datatypes/base64.ts';
import { NOTE_FORMAT, NOTE_ID } from '../identity.ts';
import {
  type EncodeContext,
  encounterOf,
  noteTextFor,
  referenceTo,
  resourceLanguage,
} from '../observation/encode-observation.ts';

const PROGRESS_NOTE = { system: LOINC, code: '11506-3', display: 'Progress note' } as const;
/** Oracle Health requires this spelling, and US Core uses it too. */
const PLAIN_TEXT = 'text/plain;charset=utf-8';

/** The DocumentReference to create: status `current`, no id, our UUID as identifier and in the text. */
export function encodeDocument(note: ReadinessNote, context: EncodeContext, toBase64: ToBase64): DocumentReference {
  const { replaces, security } = context;
  const author = context.practitioner ?? context.clinician;
  return {
    resourceType: 'DocumentReference',
    ...resourceLanguage(note),
    identifier: [{ system: NOTE_ID, value: note.id }],
    status: 'current',
    docStatus: 'final',
    type: typeOf(context),
    category: [{ coding: [{ system: US_CORE_DOCUMENT_CATEGORY, code: 'clinical-note', display: 'Clinical Note' }] }],
    subject: { reference: `Patient/${context.patientId}` },
    date: note.signedAt,
    ...(author ? { author: [referenceTo(author, context.clinicianName)] } : {}),
    ...(replaces?.documentId
      ? { relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/${replaces.documentId}` } }] }
      : {}),
    ...(security?.length ? { securityLabel: security.map((label) => ({ coding: [label] })) } : {}),
    content: [contentOf(note, context, toBase64(noteTextFor(note, context)))],
    context: contextOf(note, context),
  };
}

/** The text of the type is its own display and never the behavior, because it shows in lists. */
function typeOf({ noteType: { display, ...code } = PROGRESS_NOTE }: EncodeContext): CodeableConcept {
  return display ? { coding: [{ ...code, display }], text: display } : { coding: [code] };
}

function contentOf(
  note: ReadinessNote,
  { textContentType = PLAIN_TEXT }: EncodeContext,
  { data, bytes }: ReturnType<ToBase64>,
): DocumentReference['content'][number] {
  return {
    attachment: {
      contentType: textContentType,
      ...resourceLanguage(note),
      data,
      size: bytes,
      title: DOCUMENT_TITLE,
      creation: note.signedAt,
    },
    format: { system: NOTE_FORMAT, code: TEXT_FORMAT },
  };
}

function contextOf(note: ReadinessNote, context: EncodeContext): DocumentReferenceContext {
  const { encounter } = encounterOf(context);
  return { ...(encounter ? { encounter: [encounter] } : {}), period: { start: note.at, end: talkEnd(note) } };
}

/**
 * The start plus the recorded minutes, or the time of signing without minutes. Never before the start, and never in an
 * invented zone.
 */
function talkEnd({ at, minutes, signedAt }: Pick<ReadinessNote, 'at' | 'minutes' | 'signedAt'>): Instant {
  if (minutes !== undefined) return minutesAfter(at, minutes) ?? at;
  return Date.parse(signedAt) >= Date.parse(at) ? signedAt : at;
}

/** The local time that many minutes later. Undefined if the year would have more than four digits. */
function minutesAfter(at: Instant, minutes: number): Instant | undefined {
  const [, wall = '', rest = ''] = /^(.{16})(.+)$/.exec(at) ?? [];
  const later = Date.parse(`${wall}:00Z`) + minutes * 60_000;
  if (!(later < Date.UTC(9999, 11, 31))) return undefined;
  const end = readInstant(`${new Date(later).toISOString().slice(0, 16)}${rest}`);
  return end.ok ? end.value : undefined;
}
