// A note from the facts of a coded form. Knows codes, not resources.

import type { ReadinessNote } from '../interview/note/note.ts';
import type { Fact } from '../interview/note/note-facts.ts';
import { type NoteHead, noteFromFacts } from '../interview/note/note-from-facts.ts';
import { componentOfFact } from './observation/component-of-fact.ts';
import { alsoFact } from './observation/fact-of-component.ts';

/** Makes a note of the facts. Facts without a place in it are shown as in the chart. */
export function noteOfFacts(head: NoteHead, facts: readonly Fact[]): ReadinessNote {
  const { note, left } = noteFromFacts(head, facts);
  const homeless = left.map((fact) => alsoFact(componentOfFact(fact, 'integer')));
  const also = homeless.flatMap((fact) => (fact.kind === 'also' ? [{ label: fact.label, value: fact.value }] : []));
  return { ...note, also: [...note.also, ...also] };
}
