// What a filing needs only now and then: the other forms, an Observation that came back without its codes, the text of a
// document, the search for a note that may have left. Its code comes with the talk, ahead of any press; where it did not
// come, nothing is guessed: undefined.

import type { Form } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { later } from '../../lib/later.ts';
import type { FormRow, Stored } from '../forms/form.ts';
import type { ListInput } from '../history/search.ts';
import type { Found } from '../port.ts';
import type { FindInput } from './find-filed-note.ts';

/** Each undefined where its code could not be fetched. */
export interface Seldom {
  /** The row of a form that reads whatever a chart made of it. */
  readonly row: (form: Form) => Promise<FormRow | undefined>;
  /** A resource with its text (content.ts). */
  readonly withText: (input: ListInput, resource: unknown, signal: AbortSignal) => Promise<Stored | undefined>;
  /** Whether the code to look for a note is here. */
  readonly canFind: () => Promise<boolean>;
  /** Looks for a note (find.ts); `unsure` where it could not be looked for. */
  readonly find: (input: FindInput, note: ReadinessNote, forms: readonly Form[], signal: AbortSignal) => Promise<Found>;
}

const PATIENCE_MS = 10_000;

// A network that stalls is no reason for a pane that stands still with a note on its way.
async function soon<T>(load: () => Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  return Promise.race([load(), late])
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
}

/** For one launch. What does not come within ten seconds counts as not there. */
export function createSeldom(): Seldom {
  const rows = later(async () => (await import('../forms/form-rows.ts')).FORM_ROWS);
  const text = later(async () => (await import('../forms/document-content.ts')).withText);
  const search = later(async () => (await import('./find-filed-note.ts')).findNote);
  return {
    row: async (form) => (await soon(rows))?.[form],
    withText: async (...asked) => (await soon(text))?.(...asked),
    canFind: async () => (await soon(search)) !== undefined,
    find: async (...sought) => (await soon(search))?.(...sought) ?? { kind: 'unsure', why: { kind: 'incomplete' } },
  };
}
