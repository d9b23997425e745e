// Earlier notes of the chart as one list, in whatever form each was filed.

import type { Instant, NoteId } from '../ids.ts';
import type { Interview } from '../interview.ts';
import type { ReadinessNote } from '../note/note.ts';

/** The forms a note can be filed in, most trusted first. A site's order says which is tried first. */
export const FORMS = ['observation', 'document', 'response'] as const;
export type Form = (typeof FORMS)[number];

/**
 * Creates of one note that were sent to the EHR and not refused: when it was signed, and in which forms. `taken`: the
 * EHR accepted one, so not finding it proves nothing. `signed`: the interview as sent, without later text.
 */
export interface Attempt {
  readonly at: Instant;
  readonly forms: readonly Form[];
  readonly taken?: true | undefined;
  readonly signed?: Interview | undefined;
}

/**
 * Where a note is in the chart. `version` is the server's version id, if it gives one. `updated` is when the server
 * stored that version, kept only if the id is not a number and so gives no order.
 */
export interface FiledAt {
  readonly form: Form;
  readonly resourceId: string;
  readonly version?: string | undefined;
  readonly updated?: Instant | undefined;
}

/** The key of a place in the chart, without its version. */
export const placeKey = ({ form, resourceId }: FiledAt): string => `${form}/${resourceId}`;

/**
 * `current` counts. `draft` (preliminary, registered, unknown) is shown but not in trends. `superseded`: the chart has
 * a newer one. `retracted` is hidden by default.
 */
export const STANDINGS = ['current', 'amended', 'corrected', 'draft', 'superseded', 'retracted'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Why an entry could not be read as a note. It is still listed. `filed-as-text`: it calls itself a readiness note and
 * is only text, or its text could not be read.
 */
export type Unreadable =
  | 'malformed'
  | 'too-large'
  | 'unknown-version'
  | 'unknown-modifier'
  | 'not-a-note'
  | 'filed-as-text';

/** The notes that an entry replaces: by the number in its text, and by the ids of their documents. */
export interface Replaces {
  readonly note?: NoteId | undefined;
  readonly documents?: readonly string[] | undefined;
}

/** What the merge adds: other places of the same note, and the versions that this one replaces, newest first. */
interface Folded {
  readonly alsoFiled?: readonly FiledAt[] | undefined;
  readonly earlier?: readonly HistoryEntry[] | undefined;
  readonly replaces?: Replaces | undefined;
}

/**
 * One earlier entry. `date` is the chart's own date at any FHIR precision, absent if there is none. `authorName` is the
 * chart's display name, absent if there is none. `authors` are references.
 */
export type HistoryEntry =
  | (Folded & {
      readonly kind: 'note';
      readonly note: ReadinessNote;
      readonly filed: FiledAt;
      readonly standing: Standing;
      readonly authors: readonly string[];
      readonly authorName?: string | undefined;
      /** False for a note of other software, read as far as possible. */
      readonly ours: boolean;
      /** The chart's own date if it is only a day, a month or a year. `note.at` is then only for sorting. */
      readonly date?: string | undefined;
      /** The chart's remarks about the note, such as why it was changed or retracted, as written and in order. */
      readonly remarks?: readonly string[] | undefined;
      /** Present if the text was changed in the chart after filing. It is shown as changed and is not in trends. */
      readonly altered?: true | undefined;
    })
  | (Folded & {
      readonly kind: 'unreadable';
      readonly why: Unreadable;
      readonly date?: string | undefined;
      readonly filed: FiledAt;
      readonly authorName?: string | undefined;
      /** The chart's name for this kind of entry ("Progress note"), for entries filed as text. */
      readonly typeName?: string | undefined;
    });

/**
 * Why a list of earlier notes is incomplete. `more-to-load`: older notes can be loaded. `older-failed`: loading them
 * failed and may be retried. `search-failed`: one of several searches failed. `cut-short`: the rest cannot be read.
 * `server-warning`: the server warns about this search. `general-warning`: it warns so about every search.
 */
export type Shortfall =
  | 'more-to-load'
  | 'older-failed'
  | 'search-failed'
  | 'server-warning'
  | 'general-warning'
  | 'cut-short';

/**
 * Earlier notes, newest first. `otherPatients` counts entries dropped because they belong to another patient.
 * `wholeSince` is how far back every search reached. Before that date, entries may be missing.
 */
export interface NotesFound {
  readonly entries: readonly HistoryEntry[];
  readonly shortfalls: readonly Shortfall[];
  readonly otherPatients: number;
  readonly wholeSince?: string | undefined;
}

/** Every place of an entry: its own, those of its copies, and those of the versions that it replaced. */
export const placesOf = ({ filed, alsoFiled = [], earlier = [] }: HistoryEntry): readonly FiledAt[] => [
  filed,
  ...alsoFiled,
  ...earlier.flatMap(placesOf),
];

/** The copies in the same order everywhere. The first one stays, so that two panels never retract each other's copy. */
export const inKeepingOrder = (copies: readonly FiledAt[]): readonly FiledAt[] =>
  copies.toSorted((one, other) => (placeKey(one) < placeKey(other) ? -1 : 1));

/** True for a document that another document of this note replaces. It is a version and not a copy. */
export const isVersion = ({ replaces }: HistoryEntry, { form, resourceId }: FiledAt): boolean =>
  form === 'document' && replaces?.documents?.includes(resourceId) === true;

/** The copies of a note. A copy in another form keeps its number when a new document replaces the note. */
export const copiesOf = (entry: HistoryEntry): readonly FiledAt[] =>
  [entry, ...(entry.earlier ?? [])].flatMap(({ alsoFiled = [] }) => alsoFiled).filter((at) => !isVersion(entry, at));

/**
 * The live copies of a note in the form that has it more than once, the copy to keep first. Empty if each form has it
 * once.
 */
export function duplicatePlaces(entry: HistoryEntry): readonly FiledAt[] {
  const live = [entry.filed, ...(entry.alsoFiled ?? [])].filter((at) => !isVersion(entry, at));
  for (const form of FORMS) {
    const copies = live.filter((at) => at.form === form);
    if (copies.length > 1) return inKeepingOrder(copies);
  }
  return [];
}
