// What each end of a write means for what may be done next. A new end does not compile until it has a row.

import type { WriteEnd } from '../../ehr/port.ts';

interface Meaning {
  /** The chart has the note, or said that it took it. A later search that finds nothing proves nothing. */
  readonly isTaken?: true;
  /** The note is certainly not in the chart. After any other end, signing again could create a second one. */
  readonly isNotInChart?: true;
  /** The interview can be edited again. */
  readonly isEditable?: true;
  /** A later search may change this end. */
  readonly isSearchedAgain?: true;
  /** A search that ended so did not find the note. */
  readonly foundNothing?: true;
  /** The note certainly was not sent, or was not found. It may be sent in a second form again. */
  readonly mayGoInSecondForm?: true;
  /** After a retraction of copies: it says what is in the chart now. After any other, copies may be left. */
  readonly showsNote?: true;
}

const MEANINGS: { readonly [Kind in WriteEnd['kind']]: Meaning } = {
  filed: { isTaken: true, showsNote: true },
  unverified: { isTaken: true, isSearchedAgain: true, showsNote: true },
  mismatch: { isTaken: true, showsNote: true },
  earlierDiffers: { isTaken: true },
  duplicated: { isTaken: true, isSearchedAgain: true },
  accepted: { isTaken: true, isSearchedAgain: true },
  unknown: { isSearchedAgain: true, foundNothing: true },
  absent: { foundNothing: true, mayGoInSecondForm: true },
  unsent: { isNotInChart: true, isEditable: true, mayGoInSecondForm: true },
  refused: { isNotInChart: true, isEditable: true },
  sessionEnded: { isEditable: true },
  gone: { showsNote: true },
  conflict: {},
  halfway: {},
};

/** True if this end has the meaning. */
export const means = ({ kind }: WriteEnd, meaning: keyof Meaning): boolean => MEANINGS[kind][meaning] === true;

/** True for copies in several forms: a search of each form then finds a single one. */
const isInSeveralForms = (end: WriteEnd): boolean =>
  end.kind === 'duplicated' && new Set(end.places.map(({ form }) => form)).size > 1;

/**
 * The end after a search: what it found, or `before` if the search proved nothing. If the chart said that it took a note,
 * not finding it proves nothing, so the note must not be sent twice.
 */
export function endAfterSearch(before: WriteEnd, found: WriteEnd): WriteEnd {
  const provesNothing = means(before, 'isTaken') && means(found, 'foundNothing');
  return provesNothing || (found.kind === 'filed' && isInSeveralForms(before)) ? before : found;
}
