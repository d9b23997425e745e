// The note as labeled lines in a fixed order, between facts and the text on the page. It has labels and values. The
// layout adds indentation and line breaks.

import type { Side } from '../../talk/talk.ts';
import type { FactKind } from '../fact-kinds.ts';
import type { ReadinessNote } from '../note.ts';
import { type Fact, type FactOf, factsOf, rowOf } from '../note-facts.ts';
import { FRAME, KIND_LABELS } from './labels.ts';
import { readDayText, writeMoment } from './moment.ts';

/**
 * One labeled line. `inner` lines belong to the line above. `under` is the side of a quote, printed below the heading
 * of that side. A value may have line breaks and is never empty.
 */
export interface NoteLine {
  readonly label: string;
  readonly value: string;
  readonly inner?: true | undefined;
  readonly under?: Side;
}

/** Prefix of a follow-up channel that could be mistaken for a date. */
export const NO_DAY = 'no day, ';

const line = (label: string, value: string): NoteLine => ({ label, value });
const inner = (label: string, value: string): NoteLine => ({ label, value, inner: true });

/** Groups of lines in the order in which a person reads a note: the plan, the rulers, what was said, then the rest. */
const GROUPS = ['about', 'plan', 'rulers', 'change', 'sustain', 'rest'] as const;

/** Every line that a person reads, from the date to the signature, without codes, counts and record numbers. */
export function linesOf(note: ReadinessNote): readonly NoteLine[] {
  const facts = factsOf(note);
  const placed = facts.map((fact, index) => ({
    group: groupOf(fact),
    lines: linesOfFact(fact, facts[index - 1], facts[index + 1]),
  }));
  return [
    line(FRAME.date, writeMoment(note.at)),
    ...GROUPS.flatMap((group) => placed.flatMap((each) => (each.group === group ? each.lines : []))),
    line(FRAME.signed, writeMoment(note.signedAt)),
  ];
}

function groupOf(fact: Fact): (typeof GROUPS)[number] {
  if (fact.kind === 'talk') return fact.value.talk.side;
  const { section } = rowOf(fact);
  return GROUPS.find((group) => group === section) ?? 'rest';
}

/** The lines of one fact. Codes, the discreet title and counts of marks are for software and have no line. */
export function linesOfFact(fact: Fact, before?: Fact, after?: Fact): readonly NoteLine[] {
  const { kind, name, value } = fact;
  if (kind === 'talk') return [{ ...inner(KIND_LABELS[value.talk.strand], value.text), under: value.talk.side }];
  if (kind === 'also') return [line(FRAME.also, value.label), inner(FRAME.noted, value.value)];
  const lines = ownLine(fact);
  // A ruler that was asked again, and a follow-up with a day and a channel.
  if (before?.name === name && kind === 'ruler') return lines.map(({ value: again }) => inner(FRAME.again, again));
  if (name === 'plan-follow-up-how') return before?.kind === 'day' ? [] : lines.map(withoutDay);
  if (kind !== 'day' || after?.name !== 'plan-follow-up-how') return lines;
  return lines.map(({ value: day, ...more }) => ({ ...more, value: `${day}, ${after.value}` }));
}

function ownLine<Kind extends FactKind>(fact: FactOf<Kind>): readonly NoteLine[] {
  const row = rowOf(fact);
  return row.label && row.line ? [{ label: row.label, value: row.line.write(fact.value), inner: row.inner }] : [];
}

function withoutDay({ value: how, ...more }: NoteLine): NoteLine {
  const looksDated = how.startsWith(NO_DAY) || readDayText(how.slice(0, 11)) !== undefined;
  return { ...more, value: looksDated ? `${NO_DAY}${how}` : how };
}
