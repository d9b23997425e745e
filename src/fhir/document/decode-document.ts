// Decodes any JSON from a server as a DocumentReference and one history entry. Never throws, and never reads a document
// that does not declare itself ours. Source: docs/design/readiness-note.md, "Reading earlier notes" and "Status".

import type { HistoryEntry, Replaces, Standing, Unreadable } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { AlsoRecorded } from '../../interview/note/note.ts';
import { type NoteText, type NoteTextFault, readNoteText } from '../../interview/note/text/read-note-text.ts';
import { DOCUMENT_TITLE } from '../codes.ts';
import type { FromBase64 } from '../datatypes/base64.ts';
import { conceptText } from '../datatypes/concept.ts';
import { type Bounds, exceeds, field, listAt, shorten, textAt } from '../datatypes/json.ts';
import { labelText } from '../datatypes/label-text.ts';
import { firstMoment } from '../datatypes/moment.ts';
import { isAbout, referenceUnderBase, relativeReference } from '../datatypes/reference.ts';
import { authorsAmong, filedAt, hasModifier } from '../entry-parts.ts';
import { isIdentity, NOTE_FORMAT, NOTE_ID } from '../identity.ts';
import { noteIdIn } from '../note-id.ts';
import type { Decoded } from '../observation/decode-observation.ts';
import { standingOfStatus } from '../statuses.ts';

/** The text of a document in the resource, or the id of its Binary. Empty if the document is not ours. */
export interface Attached {
  readonly inline?: string;
  readonly binary?: string;
}

/** The longest text that is read, as base64 with three bytes per character. */
const BOUNDS: Bounds = { text: 8_000_000, values: 10_000, levels: 40 };

/** Finds the text of a document that declares itself ours. The content of other documents is never read. */
export function attachmentOf(resource: unknown, base: string, fromBase64: FromBase64): Attached {
  if (textAt(resource, 'resourceType') !== 'DocumentReference' || !declaresItselfOurs(resource)) return {};
  const attachment = field(likeliestContent(resource), 'attachment');
  const inline = textOfBinary(attachment, fromBase64);
  if (inline !== undefined) return { inline };
  const [type, binary] = referenceUnderBase({ reference: textAt(attachment, 'url') }, base)?.split('/') ?? [];
  return type === 'Binary' && binary ? { binary } : {};
}

/** The text in the `data` of an attachment or Binary. Undefined if there is none that can be read. */
export function textOfBinary(holder: unknown, fromBase64: FromBase64): string | undefined {
  const data = textAt(holder, 'data');
  return data === undefined || data.length > BOUNDS.text ? undefined : fromBase64(data);
}

/** Reads one DocumentReference of the launch patient. `text` is set if `attachmentOf` gave a `binary`. */
export function decodeDocument(
  resource: unknown,
  patientId: string,
  base: string,
  text: string | undefined,
  fromBase64: FromBase64,
): Decoded {
  if (textAt(resource, 'resourceType') !== 'DocumentReference') return { kind: 'not-ours' };
  if (!isAbout(resource, patientId, base)) return { kind: 'other-patient' };
  if (!declaresItselfOurs(resource)) return { kind: 'not-ours' };
  if (exceeds(resource, BOUNDS)) return unreadableEntry(resource, base, 'too-large');
  if (hasModifier(resource)) return unreadableEntry(resource, base, 'unknown-modifier');
  const read = readNoteText(text ?? attachmentOf(resource, base, fromBase64).inline ?? '');
  return read.ok ? noteEntry(resource, base, read.value) : unreadableEntry(resource, base, whyOf(read.error));
}

/** Checks identifier, format and title, because a server may have kept only one of them. */
function declaresItselfOurs(resource: unknown): boolean {
  const identifiers = [...listAt(resource, 'identifier'), field(resource, 'masterIdentifier')];
  return (
    identifiers.some((identifier) => isIdentity(textAt(identifier, 'system'), NOTE_ID)) ||
    listAt(resource, 'content').some((content) => hasOurFormat(content) || hasOurTitle(content))
  );
}

const hasOurFormat = (content: unknown) => isIdentity(textAt(field(content, 'format'), 'system'), NOTE_FORMAT);

const hasOurTitle = (content: unknown) =>
  textAt(field(content, 'attachment'), 'title')?.trim().toLowerCase() === DOCUMENT_TITLE.toLowerCase();

const isPlainText = (content: unknown) =>
  /^text\/plain\b/i.test(textAt(field(content, 'attachment'), 'contentType') ?? '');

/** Servers add their own renditions (PDF, HTML). Prefers the one marked as ours, else plain text, else the first. */
function likeliestContent(resource: unknown): unknown {
  const contents = listAt(resource, 'content');
  const plain = contents.filter(isPlainText);
  const tests = [hasOurFormat, hasOurTitle, () => true];
  return [...tests.map((test) => plain.find(test)), ...tests.map((test) => contents.find(test))].find(Boolean);
}

/** A text that is not a known note is a document filed as text. */
function whyOf({ kind }: NoteTextFault): Unreadable {
  return kind === 'too-large' || kind === 'unknown-version' ? kind : 'filed-as-text';
}

function unreadableEntry(resource: unknown, base: string, why: Unreadable): HistoryEntry {
  const moment = firstMoment(
    field(field(field(resource, 'context'), 'period'), 'start'),
    field(resource, 'date'),
    field(field(likeliestContent(resource), 'attachment'), 'creation'),
  );
  return {
    kind: 'unreadable',
    why,
    date: moment?.written,
    filed: filedAt('document', resource),
    authorName: authorsAmong(listAt(resource, 'author'), base).authorName,
    typeName: labelText(conceptText(field(resource, 'type'))),
    ...(standingOf(resource) !== 'retracted' && { replaces: replacesOf(resource, base) }),
  };
}

function noteEntry(resource: unknown, base: string, { note, altered, replaces }: NoteText): HistoryEntry {
  const id = noteIdIn([...listAt(resource, 'identifier'), field(resource, 'masterIdentifier')]);
  return {
    kind: 'note',
    note: { ...note, id: id ?? note.id, also: [...note.also, ...retractionOf(resource)] },
    filed: filedAt('document', resource),
    standing: standingOf(resource),
    remarks: remarksIn(resource),
    ...authorsAmong(listAt(resource, 'author'), base),
    ours: true,
    altered: altered || undefined,
    replaces: replacesOf(resource, base, replaces),
  };
}

/** When and why it was marked as entered in error, from its description, because a document's text is never edited. */
function retractionOf(resource: unknown): readonly AlsoRecorded[] {
  const [, label, value] =
    /^(Entered in error .{1,60}?\)): (.{1,2000})$/s.exec(textAt(resource, 'description') ?? '') ?? [];
  return label && value && standingOf(resource) === 'retracted' ? [{ label, value }] : [];
}

/** The reason of a retraction is in the description. Other descriptions only name the kind of document. */
function remarksIn(resource: unknown): readonly string[] | undefined {
  const remark = textAt(resource, 'description');
  return remark !== undefined && standingOf(resource) === 'retracted' ? [shorten(remark, 4000)] : undefined;
}

/** The documents that the resource replaces, and the note that its text replaces. */
function replacesOf(resource: unknown, base: string, note?: NoteId): Replaces | undefined {
  const documents = listAt(resource, 'relatesTo')
    .filter((relation) => textAt(relation, 'code') === 'replaces')
    .map((relation) => relativeReference(field(relation, 'target'), base)?.split('/'))
    .flatMap((path) => (path?.[0] === 'DocumentReference' && path[1] ? [path[1]] : []));
  if (documents.length === 0) return note && { note };
  return { note, documents };
}

/** The standing of a document, by its own status and that of its text. */
function standingOf(resource: unknown): Standing {
  const docStatus = textAt(resource, 'docStatus') ?? 'final';
  if (docStatus === 'entered-in-error') return 'retracted';
  const standing = standingOfStatus('document', field(resource, 'status'));
  if (standing !== 'current') return standing;
  return docStatus === 'final' ? 'current' : docStatus === 'amended' ? 'amended' : 'draft';
}
