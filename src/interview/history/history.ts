// What earlier visits left in the chart, as one list, whatever form each note was filed in.

import type { Instant, NoteId } from '../ids.ts';
import type { Interview } from '../interview.ts';
import type { ReadinessNote } from '../note/note.ts';

/** The forms a note can be filed in; the rungs of the write ladder. */
export const FORMS = ['observation', 'document', 'response'] as const;
export type Form = (typeof FORMS)[number];

/**
 * Creates of one note that left for the EHR and were not refused: when it was signed, and in which forms. `taken`: the
 * EHR said that it accepted one, so that not finding it is no proof of its absence. `signed`: the interview as it was then,
 * for what was written later is not what was sent.
 */
export interface Attempt {
  readonly at: Instant;
  readonly forms: readonly Form[];
  readonly taken?: true;
  readonly signed?: Interview;
}

/**
 * Where a note stands in the chart. `version` is the server's version id, if it gives one. `updated` is when the server
 * stored that version, kept only where the id is no number and so says nothing of the order.
 */
export interface FiledAt {
  readonly form: Form;
  readonly resourceId: string;
  readonly version?: string;
  readonly updated?: Instant;
}

/** The key of a place in the chart, without its version. */
export const placeKey = ({ form, resourceId }: FiledAt): string => `${form}/${resourceId}`;

/**
 * `current` counts; `draft` (preliminary, registered, unknown) is shown but in no trend; `superseded` says that the chart
 * holds a newer one; `retracted` is hidden by default.
 */
export type Standing = 'current' | 'amended' | 'corrected' | 'draft' | 'superseded' | 'retracted';

/**
 * Why an entry could not be read as a note. Never the reason to drop it. `filed-as-text`: it calls itself a readiness
 * note and is words only, or its words could not be fetched.
 */
export type Unreadable =
  | 'malformed'
  | 'too-large'
  | 'unknown-version'
  | 'unknown-modifier'
  | 'not-a-note'
  | 'filed-as-text';

/** The notes an entry stands in for: by the number in its text, and by the id of their document. */
export interface Replaces {
  readonly note?: NoteId;
  readonly documents?: readonly string[];
}

/** What the merge adds: the other forms that hold the same note, and the versions this one replaces, newest first. */
interface Folded {
  readonly alsoFiled?: readonly FiledAt[];
  readonly earlier?: readonly HistoryEntry[];
  readonly replaces?: Replaces;
}

/**
 * One earlier entry. `date` is the text of the chart's own date (any FHIR precision), absent where there is none.
 * `author` is the chart's display name, absent where it gives none; `ownAuthor` compares references, not names.
 */
export type HistoryEntry =
  | (Folded & {
      readonly kind: 'note';
      readonly note: ReadinessNote;
      readonly filed: FiledAt;
      readonly standing: Standing;
      readonly authors: readonly string[];
      readonly authorName?: string;
      /** False for a note by other software, read as far as it goes. */
      readonly ours: boolean;
      /** The chart's own date where it is less than a moment (a day, a month, a year); `note.at` then only sorts. */
      readonly date?: string;
      /** What the chart says beside the note, such as why it was changed or taken back; as written, in its order. */
      readonly remarks?: readonly string[];
      /** Present when the text was changed in the chart since it was filed: shown as such, in no trend. */
      readonly altered?: true;
    })
  | (Folded & {
      readonly kind: 'unreadable';
      readonly why: Unreadable;
      readonly date?: string;
      readonly filed: FiledAt;
      readonly authorName?: string;
      /** What the chart calls this kind of entry ("Progress note"), for entries filed as text. */
      readonly typeName?: string;
    });

/**
 * Why a list of earlier notes is not whole. `more-to-load`: older ones can be asked for; `older-failed`: asking for them
 * failed and may be tried again; `search-failed`: one of several searches failed; `cut-short`: the rest cannot be reached.
 */
export type Shortfall = 'more-to-load' | 'older-failed' | 'search-failed' | 'server-warning' | 'cut-short';

/**
 * Earlier notes, newest first. `otherPatients` counts entries dropped because they belong to someone else. `wholeSince`:
 * searches reach back differently far, so before this moment (of a chart's own date) others may lie between the entries.
 */
export interface NotesFound {
  readonly entries: readonly HistoryEntry[];
  readonly shortfalls: readonly Shortfall[];
  readonly otherPatients: number;
  readonly wholeSince?: string;
}
