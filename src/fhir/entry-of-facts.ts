// The history entry of a note, from the facts of a coded form or else from its text. It knows codes, and of a resource
// only what every form has.

import type { Form } from '../interview/history/history.ts';
import type { NoteEntry } from '../interview/history/visits.ts';
import type { Instant, NoteId } from '../interview/ids.ts';
import type { ReadinessNote } from '../interview/note/note.ts';
import { type Fact, type NoteHead, noteFromFacts } from '../interview/note/note-facts.ts';
import type { NoteText } from '../interview/note/text/read-note-text.ts';
import type { Moment } from './datatypes/moment.ts';
import { authorsAmong, filedAt, languageOf } from './entry-parts.ts';
import { FORM_TYPES } from './form-types.ts';
import { replacedIn, standInId } from './note-id.ts';
import { alsoRecorded, componentOfFact } from './observation/fact-components.ts';

/** What one resource says. `text` is its text form, `texts` all its texts, `people` who may be its authors. */
interface CodedNote {
  readonly id: NoteId | undefined;
  readonly moment: Moment;
  readonly signedAt: Instant;
  readonly facts: readonly Fact[];
  readonly text: NoteText | undefined;
  readonly texts: readonly (string | undefined)[];
  readonly people: readonly unknown[];
  readonly base: string;
}

/** The entry of a coded note, without its standing and whose it is. Without facts it is the note of the text. */
export function entryOfFacts(
  form: Form,
  resource: unknown,
  { id: own, moment, signedAt, facts, text, texts, people, base }: CodedNote,
): Omit<NoteEntry, 'standing' | 'ours'> {
  const filed = filedAt(form, resource);
  const id = own ?? text?.note.id ?? standInId(`${FORM_TYPES[form]}/${filed.resourceId}`);
  const onlyText = facts.length === 0 ? text : undefined;
  const head = { id, at: moment.at, signedAt, language: languageOf(resource, texts) };
  return {
    kind: 'note',
    note: onlyText ? { ...onlyText.note, id } : noteOfFacts(head, facts),
    filed,
    ...authorsAmong(people, base),
    date: moment.exact || onlyText ? undefined : moment.written,
    altered: onlyText?.altered || undefined,
    replaces: replacedIn(texts),
  };
}

/** Facts without a place in the note are shown as in the chart. */
function noteOfFacts(head: NoteHead, facts: readonly Fact[]): ReadinessNote {
  const { note, unplaced } = noteFromFacts(head, facts);
  const lines = unplaced.map((fact) => alsoRecorded(componentOfFact(fact, 'integer')));
  return { ...note, also: [...note.also, ...lines] };
}
