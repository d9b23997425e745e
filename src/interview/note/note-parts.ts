// Splits a note into the parts in which it is read: quotes, rulers, the plan, and everything else in its own line. It
// leaves nothing out. The screen decides how a part looks.

import type { ReadinessNote } from './note.ts';
import { type Fact, factsOf, rowOf } from './note-facts.ts';
import { shownValue } from './shown-value.ts';
import { linesOfFact, type NoteLine } from './text/lines.ts';

/** The parts that are lines, in reading order, with their titles. Quotes and rulers have their own layout. */
const LINE_PARTS = {
  'last-step': 'How the last step went',
  plan: 'Plan',
  focus: 'About this conversation',
  information: 'Information shared',
  also: 'Also recorded',
} as const;
type LinePart = keyof typeof LINE_PARTS;

export interface LinesOfPart {
  readonly part: LinePart;
  readonly title: string;
  readonly lines: readonly NoteLine[];
}

/** The lines of each part with content. A fact with an unknown label keeps that label. */
export function partsOf(note: ReadinessNote): readonly LinesOfPart[] {
  const facts = factsOf(note);
  return Object.entries(LINE_PARTS).flatMap(([part, title]) => {
    const lines = facts.flatMap((fact, index) =>
      rowOf(fact).part === part ? shownLines(fact, facts[index - 1], facts[index + 1]) : [],
    );
    return lines.length > 0 ? [{ part: part as LinePart, title, lines }] : [];
  });
}

function shownLines(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
  if (fact.kind === 'also') return [{ label: fact.value.label, value: shownValue(fact.value.value) }];
  const lines = linesOfFact(fact, before, after);
  const label = fact.name === 'plan-outcome' ? { label: 'Ending' } : {};
  return lines.map((line) => ({ ...line, ...label, value: shownValue(line.value) }));
}
