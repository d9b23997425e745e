// Cleans the texts of a note and removes the empty ones.

import { cleanText } from './clean-text.ts';
import type { NoteSection } from './fact-table.ts';
import type { ReadinessNote } from './note.ts';
import { type Fact, factsOf, noteFromFacts, rowOf } from './note-facts.ts';

/**
 * The note ready for filing: trimmed, without empty texts. A quote without words still counts as a mark. Facts outside
 * `sections` stay as they are. Default: all sections.
 */
export function cleanNote(note: ReadinessNote, sections?: readonly NoteSection[]): ReadinessNote {
  const { id, at, signedAt, language } = note;
  const facts = factsOf(note).flatMap((fact) =>
    sections === undefined || sections.includes(rowOf(fact).section) ? cleaned(fact) : [fact],
  );
  return noteFromFacts({ id, at, signedAt, language }, facts).note;
}

function cleaned(fact: Fact): readonly Fact[] {
  switch (fact.kind) {
    case 'target':
      return [{ ...fact, value: { ...fact.value, label: cleanText(fact.value.label ?? '') || undefined } }];
    case 'text': {
      const value = cleanText(fact.value);
      return value === '' ? [] : [{ ...fact, value }];
    }
    case 'talk': {
      const text = cleanText(fact.value.text);
      return text === '' ? [] : [{ ...fact, value: { ...fact.value, text } }];
    }
    default:
      return [fact];
  }
}
