// A note that the chart holds more than once in the same form. Knows no server.

import { type FiledAt, FORMS, type HistoryEntry } from './history.ts';

/**
 * The live copies of a note in the form that holds it more than once, the copy to keep first. Empty if each form holds it
 * once. A document that another one replaces is a version, and no copy.
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
