// Whether something a search brought is the note that is looked for. Pure. Source: docs/design/readiness-note.md, "Writing one note".

import { compareNotes } from '../../interview/history/compare-notes.ts';
import type { FiledAt, HistoryEntry } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Binding } from '../../interview/visit.ts';
import type { Stored } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { isNamed, type JudgeInput } from './compare-read-back.ts';

// A chart that kept neither our number nor our words: every fact of it, of the same moment and by the same author.
function saysTheSame(note: ReadinessNote, entry: Extract<HistoryEntry, { kind: 'note' }>, { clinician }: Binding) {
  if (entry.ours || clinician === undefined || !entry.authors.includes(clinician)) return false;
  const { changed, lost } = compareNotes(note, entry.note);
  return changed.length === 0 && lost.every((part) => part === 'time of signing');
}

/** True when this resource is the note, whatever a server made of its identifier, and whoever it now says it is about. */
export function carries(input: JudgeInput, form: FiledAt['form'], note: ReadinessNote, stored: Stored): boolean {
  const { base, patient, launch } = input;
  if (isNamed(stored, note.id)) return true;
  const entry = FORM_ROWS[form].decode(stored, patient, base);
  if (entry.kind === 'note') return entry.note.id === note.id || saysTheSame(note, entry, launch);
  return FORM_ROWS[form].texts(stored).some((text) => text.includes(`Record: ${note.id}`));
}

/** True when the chart marked it as entered in error. */
export function isRetracted({ base, patient }: JudgeInput, form: FiledAt['form'], stored: Stored): boolean {
  const entry = FORM_ROWS[form].decode(stored, patient, base);
  return entry.kind === 'note' && entry.standing === 'retracted';
}
