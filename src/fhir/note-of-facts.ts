// A note from the facts of a coded form. Knows codes, not resources.

import type { ReadinessNote } from '../interview/note/note.ts';
import { type Fact, type NoteHead, noteFromFacts } from '../interview/note/note-facts.ts';
import { alsoRecorded, componentOfFact } from './observation/fact-components.ts';

/** Makes a note of the facts. Facts without a place in it are shown as in the chart. */
export function noteOfFacts(head: NoteHead, facts: readonly Fact[]): ReadinessNote {
  const { note, left } = noteFromFacts(head, facts);
  const unplaced = left.map((fact) => alsoRecorded(componentOfFact(fact, 'integer')));
  return { ...note, also: [...note.also, ...unplaced] };
}
