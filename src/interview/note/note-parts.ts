// Splits a note into the parts in which it is read: quotes, rulers, the plan, and everything else in its own line. It
// leaves nothing out. The screen decides how a part looks.

import type { ReadinessNote } from './note.ts';
import { type Fact, factsOf } from './note-facts.ts';
import { shownValue } from './shown-value.ts';
import { ENDING_WORDS } from './text/labels.ts';
import { linesOfFact, type NoteLine } from './text/lines.ts';

/** The parts that are lines, in reading order. Quotes and rulers have their own layout. */
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

/** The lines of each part with content. A fact with an unknown label keeps that label. */
export function partsOf(
  note: ReadinessNote,
): readonly { readonly part: LinePart; readonly lines: readonly NoteLine[] }[] {
  const facts = factsOf(note);
  const placed = facts.map((fact, place) => ({ part: partOf(fact), lines: linesIn(facts, place) }));
  return LINE_PARTS.flatMap((part) => {
    const lines = placed
      .flatMap((each) => (each.part === part ? each.lines : []))
      .map(({ value, ...line }) => ({ ...line, value: shownValue(value) }));
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
