// What stands in the form of one change, and what it becomes: the change as it is signed, or the draft as it is kept.

import type { ChangeDraft } from '../../drafts/port.ts';
import type { ChangeRequest, Filed, FiledNote, WriteEnd } from '../../ehr/port.ts';
import { compareNotes } from '../../interview/history/compare-notes.ts';
import type { Instant, NoteId } from '../../interview/ids.ts';
import { cleanText } from '../../interview/note/clean-text.ts';
import { tidyNote } from '../../interview/note/correct-note.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import {
  type Act,
  differingParts,
  holdsChange,
  type NoteChange,
  withChange,
  wordsOfCorrection,
} from '../../interview/note/note-change.ts';
import type { Binding, Person } from '../../interview/visit.ts';

/** What stands in the form. `note` is the copy that is corrected; `words` what is added, what was wrong, or why it goes. */
export interface Edit {
  readonly act: Act;
  readonly base: FiledNote;
  readonly note: ReadinessNote;
  readonly words: string;
  /** The number of the note that replaces, where one does: the same in every try. */
  readonly id: NoteId;
  /** True once it may have left, on this page or an earlier one. */
  readonly attempted: boolean;
  /** The change as it left, while that is not settled. */
  readonly sent?: ChangeRequest;
  /** The change that left last, and the note it was made of: it is looked for, by its own moment, before any other goes. */
  readonly left?: { readonly change: NoteChange; readonly note: ReadinessNote };
}

/** Why a change did not leave, or did not arrive: the form stays open. */
export type Trouble =
  | Extract<WriteEnd, { readonly kind: 'refused' | 'unsent' | 'absent' | 'gone' | 'halfway' }>
  | { readonly kind: 'empty' };

/** Ends that only another look can settle, or the next sign-in. */
export type Unsettled = Extract<
  WriteEnd,
  { readonly kind: 'unknown' | 'accepted' | 'unverified' | 'mismatch' | 'differs' | 'doubled' | 'sessionEnded' }
>;

/** Where a change stands. `waiting`: kept, from this page or an earlier one, and not on the page. */
export type ChangeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly edit: Edit }
  | { readonly kind: 'editing'; readonly edit: Edit; readonly trouble?: Trouble }
  | { readonly kind: 'sending' | 'verifying' | 'checking'; readonly edit: Edit }
  | { readonly kind: 'conflict'; readonly edit: Edit; readonly theirs: FiledNote }
  | { readonly kind: 'unsettled'; readonly edit: Edit; readonly end: Unsettled }
  | {
      readonly kind: 'done';
      readonly act: Act;
      readonly end: Filed;
      /** What was typed, where the chart left out a part of it. */
      readonly kept?: Edit;
      /** Milliseconds since the epoch. */
      readonly when: number;
    };

/** The edit in a state, where it has one. */
export const editIn = (now: ChangeState): Edit | undefined => ('edit' in now ? now.edit : undefined);

/** The parts a correction changes so far, in a clinician's words; none for another act. */
export const changedParts = ({ act, base, note }: Edit): readonly string[] =>
  act === 'correct' ? differingParts(base.note, tidyNote(note)) : [];

/** True where something would be lost if the edit were let go. */
export const hasTyped = (edit: Edit): boolean => cleanText(edit.words) !== '' || changedParts(edit).length > 0;

/** What the change says of itself; undefined where there is nothing to send yet. */
function wordsOf(edit: Edit): string | undefined {
  if (edit.act !== 'correct') return cleanText(edit.words) || undefined;
  return changedParts(edit).length > 0 ? wordsOfCorrection(edit.base.note, tidyNote(edit.note), edit.words) : undefined;
}

/** The note as the edit would have it, without the line of the change. */
export const noteOf = ({ act, base, note }: Edit): ReadinessNote => (act === 'correct' ? tidyNote(note) : base.note);

/** True while the form says just what left last. */
export function isAsLeft(edit: Edit): boolean {
  const { act, left } = edit;
  if (left?.change.act !== act || left.change.words !== wordsOf(edit)) return false;
  return act !== 'correct' || differingParts(left.note, noteOf(edit)).length === 0;
}

/** How a change goes, and for whom. */
export interface ChangeRoute {
  readonly way: ChangeRequest['way'];
  readonly person: Person;
  readonly draft: Binding;
}

function changingOf(edit: Edit, from: ReadinessNote, change: NoteChange, sending: ChangeRoute): ChangeRequest {
  const note = withChange(from, change);
  const numbered = sending.way.kind === 'replace' ? { ...note, id: edit.id } : note;
  return { base: edit.base, note: numbered, change, ...sending, attempted: edit.attempted };
}

/** The change as it would be signed; undefined where nothing is changed. What left before keeps the moment it had. */
export function composeChange(edit: Edit, sending: ChangeRoute, now: Instant): ChangeRequest | undefined {
  const words = wordsOf(edit);
  if (words === undefined) return undefined;
  const at = edit.left && isAsLeft(edit) ? edit.left.change.at : now;
  return changingOf(edit, noteOf(edit), { act: edit.act, at, words }, sending);
}

/** The change that left before the form said something else, where the chart is not known to hold it. */
export function earlierChange(edit: Edit, sending: ChangeRoute): ChangeRequest | undefined {
  const { left, base } = edit;
  if (!left || isAsLeft(edit) || holdsChange(base.note, left.change)) return undefined;
  return changingOf(edit, left.note, left.change, sending);
}

/** The edit as its change leaves. */
export const leaving = (edit: Edit, sent: ChangeRequest): Edit => ({
  ...edit,
  attempted: true,
  sent,
  left: { change: sent.change, note: noteOf(edit) },
});

// What a chart may leave out while all that was typed is in it.
const AROUND: readonly string[] = [
  'visit',
  'coded parts',
  'readable text',
  'security labels',
  'note number',
  'author',
  'time of signing',
];

// Of a retraction only its reason was typed. What else a chart drops of a note it marks is in the version before.
const REASON: readonly string[] = ['also recorded', 'content'];

/** True where the chart left out something that was typed: it is then kept. */
export const losesContent = ({ act }: Edit, lost: readonly string[]): boolean =>
  lost.some((part) => (act === 'retract' ? REASON.includes(part) : !AROUND.includes(part)));

/** True when the chart holds all of what was kept: nothing is left to keep. */
export const isInChart = (edit: Edit, note: ReadinessNote): boolean =>
  edit.left !== undefined &&
  isAsLeft(edit) &&
  holdsChange(note, edit.left.change) &&
  !losesContent(edit, compareNotes(noteOf(edit), note).lost);

/** The edit as it is kept. What may have left is kept as such until it is settled. */
export function draftOf({ act, base, note, words, id, left }: Edit): ChangeDraft {
  const { filed: at, standing } = base;
  return { at, act, base: base.note, standing, note: tidyNote(note), words, id, ...(left && { sent: left.change }) };
}

/** What was kept, against what the chart holds now: the version the clinician saw stays the one it is compared with. */
export function editOf({ act, base, standing, note, words, id, sent }: ChangeDraft, entry: FiledNote): Edit {
  const left = sent && { change: sent, note: act === 'correct' ? note : base };
  const seen = { ...entry, note: base, standing };
  return { act, note, words, id, attempted: sent !== undefined, base: seen, ...(left && { left }) };
}

/** The state after an end; `editing` where the change surely is not in the chart. */
export function stateAfter(edit: Edit, end: WriteEnd, when: number): ChangeState {
  const { sent: _, ...unsent } = edit;
  switch (end.kind) {
    case 'filed':
      return { kind: 'done', act: edit.act, end, when, ...(losesContent(edit, end.lost) && { kept: unsent }) };
    case 'conflict':
      return { kind: 'conflict', edit: unsent, theirs: end.theirs };
    case 'refused':
    case 'unsent':
    case 'absent':
    case 'gone':
    case 'halfway':
      return { kind: 'editing', edit: unsent, trouble: end };
    default:
      return { kind: 'unsettled', edit, end };
  }
}
