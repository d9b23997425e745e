// Finds a note that the chart has more than once in the same form.

import { type FiledAt, FORMS, type HistoryEntry } from './history.ts';

/**
 * The live copies of a note in the form that has it more than once, the copy to keep first. Empty if each form has it
 * once. A document that another replaces is a version and not a copy.
 */
export function doubledPlaces({ filed, alsoFiled = [], replaces }: HistoryEntry): readonly FiledAt[] {
  const replaced = replaces?.documents ?? [];
  const live = [filed, ...alsoFiled].filter((at) => !(at.form === 'document' && replaced.includes(at.resourceId)));
  for (const form of FORMS) {
    const copies = live.filter((at) => at.form === form);
    if (copies.length > 1) return copies;
  }
  return [];
}
