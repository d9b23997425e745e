// The content of a change form, and its conversion to a change request or a draft.

import type { ChangeDraft } from '../../drafts/port.ts';
import type { ChangeRequest, Filed, WriteEnd } from '../../ehr/port.ts';
import { compareNotes } from '../../interview/history/compare-notes.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { Instant, NoteId } from '../../interview/ids.ts';
import { cleanText } from '../../interview/note/clean-text.ts';
import { tidyNote } from '../../interview/note/correct-note.ts';
import { type ComparedPart, type LostPart, losesTyped } from '../../interview/note/lost-part.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import {
  type Act,
  holdsChange,
  type NoteChange,
  retypedParts,
  withChange,
  wordsOfCorrection,
} from '../../interview/note/note-change.ts';
import type { Binding, Person } from '../../interview/visit.ts';

/**
 * The content of the form. `note` is the copy being corrected. `words` is the added text, what was wrong, or the reason
 * for a retraction.
 */
export interface Edit {
  readonly act: Act;
  readonly base: NoteEntry;
  readonly note: ReadinessNote;
  readonly words: string;
  /** The number of the replacement note, if there is one. The same in every try. */
  readonly id: NoteId;
  /** True once it may have been sent, on this page or an earlier one. */
  readonly attempted: boolean;
  /** The change as sent, while its end is not known. */
  readonly sent?: ChangeRequest | undefined;
  /** The change sent last, and the note it was made from. It is searched for by its own time before another is sent. */
  readonly lastSent?: ChangeDraft['sent'];
}

/** Why a change was not sent or did not arrive. The form stays open. */
export type Trouble =
  | Extract<WriteEnd, { readonly kind: 'refused' | 'unsent' | 'absent' | 'gone' | 'halfway' }>
  | { readonly kind: 'empty' };

/** Ends that need another check or the next sign-in: all others. */
export type UnsettledEnd = Exclude<WriteEnd, { readonly kind: 'filed' | 'conflict' | Trouble['kind'] }>;

/** The state of a change. `waiting`: saved, here or by an earlier page, and not shown. */
export type ChangeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly edit: Edit }
  | { readonly kind: 'editing'; readonly edit: Edit; readonly trouble?: Trouble | undefined }
  | { readonly kind: 'sending' | 'verifying' | 'checking'; readonly edit: Edit }
  | { readonly kind: 'conflict'; readonly edit: Edit; readonly theirs: NoteEntry }
  | { readonly kind: 'unsettled'; readonly edit: Edit; readonly end: UnsettledEnd }
  | {
      readonly kind: 'done';
      readonly act: Act;
      readonly end: Filed;
      /** What was typed, if the chart left out a part of it. */
      readonly kept?: Edit | undefined;
      /** Milliseconds since the epoch. */
      readonly when: number;
    };

/** The edit of a state, if it has one. */
export const editIn = (now: ChangeState): Edit | undefined => ('edit' in now ? now.edit : undefined);

/** The parts that a correction changes so far. Empty for other acts. */
export const changedParts = ({ act, base, note }: Edit): readonly ComparedPart[] =>
  act === 'correct' ? retypedParts(base.note, tidyNote(note)) : [];

/** True if discarding the edit would lose something. */
export const hasTyped = (edit: Edit): boolean => cleanText(edit.words) !== '' || changedParts(edit).length > 0;

/** The text about the change. Undefined if there is nothing to send yet. */
function changeText(edit: Edit): string | undefined {
  if (edit.act !== 'correct') return cleanText(edit.words) || undefined;
  return changedParts(edit).length > 0 ? wordsOfCorrection(edit.base.note, tidyNote(edit.note), edit.words) : undefined;
}

/** The note after the edit, without the line about the change. */
export const noteOf = ({ act, base, note }: Edit): ReadinessNote => (act === 'correct' ? tidyNote(note) : base.note);

/** True if the form's content is what was sent last. */
export function isAsLastSent(edit: Edit): boolean {
  const { act, lastSent } = edit;
  if (lastSent?.change.act !== act || lastSent.change.words !== changeText(edit)) return false;
  return act !== 'correct' || retypedParts(lastSent.note, noteOf(edit)).length === 0;
}

/** How a change is sent, and for whom. */
export interface ChangeRoute {
  readonly way: ChangeRequest['way'];
  readonly person: Person;
  readonly draftBinding: Binding;
}

function changingOf(edit: Edit, from: ReadinessNote, change: NoteChange, sending: ChangeRoute): ChangeRequest {
  const note = withChange(from, change);
  const numbered = sending.way.kind === 'replace' ? { ...note, id: edit.id } : note;
  return { base: edit.base, note: numbered, change, ...sending, attempted: edit.attempted };
}

/** The change as it would be signed. Undefined if nothing changed. A change that was sent before keeps its time. */
export function composeChange(edit: Edit, sending: ChangeRoute, now: Instant): ChangeRequest | undefined {
  const words = changeText(edit);
  if (words === undefined) return undefined;
  const at = edit.lastSent && isAsLastSent(edit) ? edit.lastSent.change.at : now;
  return changingOf(edit, noteOf(edit), { act: edit.act, at, words }, sending);
}

/** An earlier change that was sent before the form's content changed and may not be in the chart. */
export function earlierChange(edit: Edit, sending: ChangeRoute): ChangeRequest | undefined {
  const { lastSent, base } = edit;
  if (!lastSent || isAsLastSent(edit) || holdsChange(base.note, lastSent.change)) return undefined;
  return changingOf(edit, lastSent.note, lastSent.change, sending);
}

/** The edit when its change is sent. */
export const asSent = (edit: Edit, sent: ChangeRequest): Edit => ({
  ...edit,
  attempted: true,
  sent,
  lastSent: { change: sent.change, note: noteOf(edit) },
});

// Only the reason of a retraction was typed. Other parts that the chart drops are in the version before.
const REASON: readonly LostPart[] = ['also', 'content'];

/** True if the chart left out typed text. It is then kept. */
export const losesContent = ({ act }: Edit, lost: readonly LostPart[]): boolean =>
  act === 'retract' ? lost.some((part) => REASON.includes(part)) : losesTyped(lost);

/** True if the chart has everything that was saved, so nothing needs to be kept. */
export function isInChart(edit: Edit, note: ReadinessNote): boolean {
  if (!edit.lastSent || !isAsLastSent(edit) || !holdsChange(note, edit.lastSent.change)) return false;
  const { lost, changed } = compareNotes(withChange(noteOf(edit), edit.lastSent.change), note);
  return !losesContent(edit, lost) && (edit.act !== 'correct' || changed.length === 0);
}

/** The edit as it is stored. A change that may have been sent is stored as such until its end is known. */
export function draftOf({ act, base, note, words, id, lastSent }: Edit): ChangeDraft {
  const { filed: at, standing } = base;
  return { at, act, base: base.note, standing, note: tidyNote(note), words, id, sent: lastSent };
}

/** The stored edit, compared with the current chart. Its base stays the version that the clinician saw. */
export function editOf({ act, base, standing, note, words, id, sent }: ChangeDraft, entry: NoteEntry): Edit {
  const seen = { ...entry, note: base, standing };
  return { act, note, words, id, attempted: sent !== undefined, base: seen, lastSent: sent };
}

/** The state after an end. `editing` if the change is certainly not in the chart. */
export function stateAfter(edit: Edit, end: WriteEnd, when: number): ChangeState {
  const { sent: _, ...unsent } = edit;
  switch (end.kind) {
    case 'filed':
      return { kind: 'done', act: edit.act, end, when, kept: losesContent(edit, end.lost) ? unsent : undefined };
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
