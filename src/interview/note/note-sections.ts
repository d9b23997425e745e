// Splits a note into the sections in which it is read: quotes, rulers, the plan, and everything else in its own line. It
// leaves nothing out. The screen decides how a section looks.

import type { ReadinessNote } from './note.ts';
import { type Fact, factsOf, rowOf } from './note-facts.ts';
import { shownValue } from './shown-value.ts';
import { linesOfFact, type NoteLine } from './text/lines.ts';

/** The sections that are lines, in reading order, with their titles. Quotes and rulers have their own layout. */
const LINE_SECTIONS = {
  'last-step': 'How the last step went',
  plan: 'Plan',
  focus: 'About this conversation',
  information: 'Information shared',
  also: 'Also recorded',
} as const;
type LineSection = keyof typeof LINE_SECTIONS;

export interface LinesOfSection {
  readonly section: LineSection;
  readonly title: string;
  readonly lines: readonly NoteLine[];
}

/** The lines of each section with content. A fact with an unknown label keeps that label. */
export function sectionsOf(note: ReadinessNote): readonly LinesOfSection[] {
  const facts = factsOf(note);
  return Object.entries(LINE_SECTIONS).flatMap(([section, title]) => {
    const lines = facts.flatMap((fact, index) =>
      rowOf(fact).section === section ? shownLines(fact, facts[index - 1], facts[index + 1]) : [],
    );
    return lines.length > 0 ? [{ section: section as LineSection, title, lines }] : [];
  });
}

function shownLines(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
  if (fact.kind === 'also') return [{ label: fact.value.label, value: shownValue(fact.value.value) }];
  const lines = linesOfFact(fact, before, after);
  const label = fact.name === 'plan-outcome' ? { label: 'Ending' } : {};
  return lines.map((line) => ({ ...line, ...label, value: shownValue(line.value) }));
}
