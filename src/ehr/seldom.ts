// What a filing needs only now and then: the other forms, an Observation that came back without its codes, the text of a
// document, the search for a note that may have left. Its code comes with the talk, ahead of any press; where it did not
// come, nothing is guessed: undefined.

import type { Form } from '../interview/history.ts';
import type { ReadinessNote } from '../interview/note.ts';
import { later } from '../lib/later.ts';
import type { FindInput } from './find.ts';
import type { FormRow, Stored } from './forms.ts';
import type { Found } from './port.ts';
import type { ListInput } from './search.ts';

/** Each undefined where its code could not be fetched. */
export interface Seldom {
  /** The row of a form that reads whatever a chart made of it. */
  readonly row: (form: Form) => Promise<FormRow | undefined>;
  /** A resource with its text (content.ts). */
  readonly withText: (input: ListInput, resource: unknown, signal: AbortSignal) => Promise<Stored | undefined>;
  /** Looks for a note (find.ts); `unsure` where it could not be looked for. */
  readonly find: (input: FindInput, note: ReadinessNote, forms: readonly Form[], signal: AbortSignal) => Promise<Found>;
}

/** For one launch. */
export function createSeldom(): Seldom {
  const rows = later(async () => (await import('./form-rows.ts')).FORM_ROWS);
  const text = later(async () => (await import('./content.ts')).withText);
  const search = later(async () => (await import('./find.ts')).findNote);
  const absent = (): undefined => undefined;
  return {
    row: async (form) => (await rows().catch(absent))?.[form],
    withText: async (...asked) => (await text().catch(absent))?.(...asked),
    find: async (...sought) =>
      (await search().catch(absent))?.(...sought) ?? { kind: 'unsure', why: { kind: 'incomplete' } },
  };
}
