// Judges what the chart holds against what was sent: the same note, a part of it, another one, or another person's.
// Pure. Source: docs/design/readiness-note.md, "Writing one note".

import { field } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import { compareNotes } from '../../interview/history/compare-notes.ts';
import type { FiledAt, HistoryEntry, Standing } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Binding } from '../../interview/visit.ts';
import { type FormRow, type Label, labelsOn, partsOf, type Stored } from '../forms/form.ts';
import type { FilingEnd } from '../port.ts';
import { encountersOf, subjectOf } from './patient-guard.ts';

/** Whose note was sent, and where to. */
export interface JudgeInput {
  readonly base: string;
  readonly patient: string;
  readonly launch: Binding;
  /** Security labels that what is filed here carries. */
  readonly labels?: readonly Label[];
}

/** True where its identifier is this number. */
export const isNamed = ({ resource }: Stored, id: NoteId): boolean => noteIdIn(field(resource, 'identifier')) === id;

/** What a server may leave out though the facts can still be read: the visit, the codes, the text, our number. */
function lostAround(
  { launch, labels = [] }: JudgeInput,
  note: ReadinessNote,
  row: FormRow,
  at: FiledAt,
  stored: Stored,
): readonly string[] {
  const { resource } = stored;
  const words = row.texts(stored).some((text) => text.includes(note.id));
  const carried = labelsOn(resource);
  const isCarried = ({ system, code }: Label) => carried.some((one) => one.system === system && one.code === code);
  const parts = [
    [launch.encounter === undefined || encountersOf(resource).includes(launch.encounter), 'visit'],
    [row.parts(resource) >= partsOf(note, row), 'coded parts'],
    [words, 'readable text'],
    [labels.every(isCarried), 'security labels'],
    // A document's text carries the number; some EHRs keep no identifier of a document (section 8).
    [isNamed(stored, note.id) || (at.form === 'document' && words), 'note number'],
  ] as const;
  return parts.flatMap(([kept, name]) => (kept ? [] : [name]));
}

// Final is what was sent: a chart that holds a draft of it, or names another author, does not hold this note.
function changedAround(
  { standing, authors }: Extract<HistoryEntry, { kind: 'note' }>,
  launch: Binding,
  wanted: Standing | undefined,
): readonly string[] {
  const isOtherStatus = wanted ? standing !== wanted : standing === 'retracted' || standing === 'draft';
  const status = isOtherStatus ? ['status'] : [];
  // A role and its practitioner cannot be compared, so only another reference of the same type proves another author.
  const [type] = launch.clinician?.split('/') ?? [];
  const comparable = type === 'PractitionerRole' ? [] : authors.filter((author) => author.startsWith(`${type}/`));
  const isOther = comparable.length > 0 && !comparable.some((author) => author === launch.clinician);
  return isOther ? [...status, 'author'] : status;
}

/**
 * How a filing ended, judged by what was read back at this place. `row` is the one of its form; `wanted`: the standing a
 * later version was given.
 */
export function judge(
  input: JudgeInput,
  note: ReadinessNote,
  row: FormRow,
  at: FiledAt,
  stored: Stored,
  wanted?: Standing,
): FilingEnd {
  const { base, patient, launch } = input;
  const entry = row.decode(stored, patient, base);
  const isElsewhere = encountersOf(stored.resource).some((visit) => visit !== launch.encounter);
  if (entry.kind === 'other-patient' && subjectOf(stored.resource) === undefined)
    return { kind: 'filedUnverified', at };
  if (entry.kind === 'other-patient' || isElsewhere) return { kind: 'mismatch', at, parts: [] };
  if (entry.kind !== 'note') return { kind: 'filedUnverified', at };
  const compared = compareNotes(note, entry.note);
  const changed = [...compared.changed, ...changedAround(entry, launch, wanted)];
  if (changed.length) return { kind: 'mismatch', at, parts: changed };
  const known: HistoryEntry = { ...entry, filed: { ...entry.filed, ...at } };
  const lost = [
    ...compared.lost,
    ...lostAround(input, note, row, at, stored),
    ...(entry.authors.length ? [] : ['author']),
  ];
  return lost.length ? { kind: 'filedWithLoss', at, entry: known, lost } : { kind: 'filed', at, entry: known };
}
