// A note in the parts in which it is read: what they said, the rulers, the plan, and everything else in its own line.
// Nothing of a note is left out; how a part is drawn is the screen's business.

import type { ReadinessNote } from './note.ts';
import { type Fact, factsOf } from './note-facts.ts';
import { ENDING_WORDS } from './text/labels.ts';
import { linesOfFact, type NoteLine } from './text/lines.ts';

/** The parts that are lines, in the order they are read. Quotes and rulers have shapes of their own. */
export const LINE_PARTS = ['last-step', 'plan', 'focus', 'information', 'also'] as const;
export type LinePart = (typeof LINE_PARTS)[number];

function partOf(fact: Fact): LinePart | undefined {
  switch (fact.kind) {
    case 'talk':
    case 'marks':
    case 'ruler':
    case 'ruler-words':
    case 'target':
      return undefined;
    case 'last-step':
      return 'last-step';
    case 'ending':
    case 'plan-confidence':
    case 'follow-up':
      return 'plan';
    case 'text':
      return partOfText(fact.name);
    case 'also':
      return 'also';
    case 'sensitive':
    case 'direction':
    case 'raised-by':
    case 'permission':
    case 'minutes':
      return 'focus';
  }
}

function partOfText(name: Extract<Fact, { readonly kind: 'text' }>['name']): LinePart {
  if (name.startsWith('plan-')) return 'plan';
  if (name.startsWith('information-')) return 'information';
  return name === 'last-step-words' ? 'last-step' : 'focus';
}

/** The lines of each part that holds something. What is recorded under an unknown label stands under that label. */
export function partsOf(
  note: ReadinessNote,
): readonly { readonly part: LinePart; readonly lines: readonly NoteLine[] }[] {
  const facts = factsOf(note);
  const placed = facts.map((fact, place) => ({ part: partOf(fact), lines: linesIn(facts, place) }));
  return LINE_PARTS.flatMap((part) => {
    const lines = placed.flatMap((each) => (each.part === part ? each.lines : []));
    return lines.length > 0 ? [{ part, lines }] : [];
  });
}

function linesIn(facts: readonly Fact[], place: number): readonly NoteLine[] {
  const fact = facts[place];
  if (!fact) return [];
  if (fact.kind === 'ending') return [{ label: 'Ending', value: ENDING_WORDS[fact.ending] }];
  if (fact.kind === 'also') return [{ label: fact.label, value: fact.value }];
  return linesOfFact(fact, facts[place - 1], facts[place + 1]);
}
