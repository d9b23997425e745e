// Compares what was read back with what was sent: the same note, a part of it, another note, or a note of another
// patient. Pure. Source: docs/design/readiness-note.md, "Writing one note".

import { field } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import { compareNotes } from '../../interview/history/compare-notes.ts';
import type { FiledAt, Form, HistoryEntry, Standing } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ChangedPart, LostPart } from '../../interview/note/lost-part.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { plainText } from '../../interview/note/text/plain-text.ts';
import { readNoteText } from '../../interview/note/text/read-note-text.ts';
import { readablePart, talkHeading, writeNoteText } from '../../interview/note/text/write-note-text.ts';
import type { Binding } from '../../interview/visit.ts';
import { countCodedParts, type FormRow, type Label, labelsOn, type Stored } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { WriteEnd } from '../port.ts';
import { encountersOf, subjectOf } from './patient-guard.ts';

/** The patient whose note is compared, and the server it was sent to. */
export interface CompareInput {
  readonly base: string;
  readonly patient: string;
  readonly launch: Binding;
  /** Security labels that a note filed here has. */
  readonly labels?: readonly Label[];
}

/** True if the resource's identifier is this number. */
export const hasNoteId = ({ resource }: Stored, id: NoteId): boolean => noteIdIn(field(resource, 'identifier')) === id;

const bareWords = (text: string): string => plainText(text).replace(/[\s|]+/g, '');

/** True if the text has every word of the note in order, even on one line. The heading may name the patient. */
function hasAllWords(text: string, note: ReadinessNote): boolean {
  const held = bareWords(text);
  let from = 0;
  return [...readablePart(writeNoteText(note)).split(talkHeading(undefined)), note.id].map(bareWords).every((part) => {
    const at = held.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

/** True if the text is this note's and reads as it was filed. A filter may drop one word and keep the number. */
function isIntact(text: string, note: ReadinessNote, form: Form): boolean {
  if (hasAllWords(text, note)) return true;
  const read = readNoteText(text);
  if (!read.ok || read.value.note.id !== note.id || read.value.altered) return false;
  // A document's text does not say that it was retracted. Another text may be the one before a correction.
  const { changed, lost } = compareNotes(note, read.value.note);
  return form === 'document' || changed.length + lost.length === 0;
}

/** What a server may leave out while the facts stay readable: the visit, the codes, the text, our number. */
function lostAround(
  { launch, labels = [] }: CompareInput,
  note: ReadinessNote,
  row: FormRow,
  at: FiledAt,
  stored: Stored,
): readonly LostPart[] {
  const { resource } = stored;
  const texts = row.texts(stored);
  const carried = labelsOn(resource);
  const isCarried = ({ system, code }: Label) => carried.some((one) => one.system === system && one.code === code);
  const parts = [
    [launch.encounter === undefined || encountersOf(resource).includes(launch.encounter), 'visit'],
    [row.parts(resource) >= countCodedParts(note, row), 'coded-parts'],
    [texts.some((text) => isIntact(text, note, at.form)), 'readable-text'],
    [labels.every(isCarried), 'security-labels'],
    // A document's text has the number. Some EHRs do not keep a document's identifier.
    [
      hasNoteId(stored, note.id) || (at.form === 'document' && texts.some((text) => text.includes(note.id))),
      'note-number',
    ],
  ] as const;
  return parts.flatMap(([kept, name]) => (kept ? [] : [name]));
}

// Evoke sends a final note. If the chart has it as a draft or with another author, it is not this note.
function changedAround(
  { standing, authors }: NoteEntry,
  launch: Binding,
  wanted: Standing | undefined,
): readonly ChangedPart[] {
  const isOtherStatus = wanted ? standing !== wanted : standing === 'retracted' || standing === 'draft';
  const status: readonly ChangedPart[] = isOtherStatus ? ['status'] : [];
  // A role and its practitioner cannot be compared, so only another reference of the same type proves another author.
  const [type] = launch.clinician?.split('/') ?? [];
  const comparable = type === 'PractitionerRole' ? [] : authors.filter((author) => author.startsWith(`${type}/`));
  const isOther = comparable.length > 0 && !comparable.some((author) => author === launch.clinician);
  return isOther ? [...status, 'author'] : status;
}

/** How a write ended, from what was read back. `wanted` is the status that a later version should have. */
export function compareReadBack(
  input: CompareInput,
  note: ReadinessNote,
  at: FiledAt,
  stored: Stored,
  wanted?: Standing,
): WriteEnd {
  const { base, patient, launch } = input;
  const row = FORM_ROWS[at.form];
  const entry = row.decode(stored, patient, base);
  // An EHR may file a note without a visit under one of its own, or add one.
  const visits = encountersOf(stored.resource);
  const isElsewhere = launch.encounter !== undefined && visits.length > 0 && !visits.includes(launch.encounter);
  if (entry.kind === 'other-patient' && subjectOf(stored.resource) === undefined) return { kind: 'unverified', at };
  if (entry.kind === 'other-patient' || isElsewhere) return { kind: 'mismatch', at, parts: [] };
  if (entry.kind !== 'note') return { kind: 'unverified', at };
  const compared = compareNotes(note, entry.note);
  const changed = [...compared.changed, ...changedAround(entry, launch, wanted)];
  if (changed.length) return { kind: 'mismatch', at, parts: changed };
  const known: HistoryEntry = { ...entry, filed: { ...entry.filed, ...at } };
  const lost: readonly LostPart[] = [
    ...compared.lost,
    ...lostAround(input, note, row, at, stored),
    // A server that names the program or the hospital as the author has lost who signed.
    ...(entry.authors.some((author) => /^Practitioner(?:Role)?\//.test(author)) ? [] : (['author'] as const)),
  ];
  return { kind: 'filed', at, entry: known, lost, unreached: [] };
}
