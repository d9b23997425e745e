// What a later search may change. If the chart said that it took a note, not finding it proves nothing, so the note must
// not be sent twice.

import type { WriteEnd } from '../../ehr/port.ts';
import { means } from './write-ends.ts';

/** True for copies in several forms: a search of each form then finds a single one. */
const isInSeveralForms = (end: WriteEnd): boolean =>
  end.kind === 'duplicated' && new Set(end.places.map(({ form }) => form)).size > 1;

/** The end after a search: what it found, or `before` if the chart has the note and the search proved nothing. */
export function endAfterSearch(before: WriteEnd, found: WriteEnd): WriteEnd {
  const provesNothing = means(before, 'isTaken') && means(found, 'foundNothing');
  return provesNothing || (found.kind === 'filed' && isInSeveralForms(before)) ? before : found;
}

/** True for an end that a later search may change. */
export const isSearchedAgain = (end: WriteEnd): boolean => means(end, 'isSearchedAgain');
