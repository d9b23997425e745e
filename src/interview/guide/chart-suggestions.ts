// Topics that a chart suggests, each with its reasons, and the order of topics. Pure. A suggestion is something to
// offer with permission. It is never a finding about the patient and never filed unless it is talked about.

import { counted } from '../../lib/english.ts';
import {
  type ChartContext,
  type Listed,
  MEASURE_NAMES,
  type Measure,
  type Measured,
  type Source,
} from '../chart-context.ts';
import type { Behavior } from './behaviors.ts';
import { ACTIVE_MINUTES_A_WEEK, LIST_RULES, type ListRule, MEASURE_RULES, NOT_THEIRS } from './chart-rules.ts';
import type { Family } from './families.ts';

/** One chart entry in words ("AUDIT-C 7"), with its date as in the chart and its source. */
export interface Evidence {
  readonly words: string;
  readonly date?: string | undefined;
  readonly source: Source;
}

/** A behavior that the chart suggests. `because` is never empty and in the order of the rules. */
export interface Suggestion {
  readonly behavior: Behavior;
  readonly because: readonly Evidence[];
}

const MOST_EVIDENCE = 3;
/** Few enough that the site's own order still appears among the first eight. */
const MOST_SUGGESTIONS = 4;

type Found = Extract<Measured, { readonly kind: 'found' }>;

const foundIn = (context: ChartContext, measure: Measure): Found | undefined => {
  const measured = context.measures.kind === 'read' ? context.measures.found[measure] : undefined;
  return measured?.kind === 'found' ? measured : undefined;
};

const evidenceOf = (words: string, { date, source }: Omit<Evidence, 'words'>): Evidence => ({ words, date, source });

type FamilyEvidence = readonly [family: Family, evidence: Evidence];

function fromMeasures(context: ChartContext): readonly FamilyEvidence[] {
  return MEASURE_RULES.flatMap(({ family, measure, when }) => {
    const found = foundIn(context, measure);
    if (!found || !when(found.reading)) return [];
    const words = measure === 'smoking' ? found.written : `${MEASURE_NAMES[measure]} ${found.written}`;
    return [[family, evidenceOf(words, found)] as const];
  });
}

/** Minutes a week need both numbers. Zero days are enough alone. */
function fromExercise(context: ChartContext): readonly FamilyEvidence[] {
  const days = foundIn(context, 'exercise-days');
  const minutes = foundIn(context, 'exercise-minutes');
  if (days?.reading.kind !== 'number') return [];
  const { value } = days.reading;
  const exercise = `Exercise on ${counted(value, 'day')} a week`;
  if (value === 0) return [['activity', evidenceOf(exercise, days)]];
  if (minutes?.reading.kind !== 'number' || value * minutes.reading.value >= ACTIVE_MINUTES_A_WEEK) return [];
  return [['activity', evidenceOf(`${exercise}, ${minutes.written} minutes each`, days)]];
}

const ICD10 = /\bicd-?10/i;

function suggests(rule: ListRule, one: Extract<Listed, { readonly kind: 'written' }>): boolean {
  if (NOT_THEIRS.test(one.text)) return false;
  const coded = one.codes.some(({ system, code }) => ICD10.test(system) && rule.icd10?.test(code) === true);
  return coded || rule.words.test(one.text);
}

function fromLists(context: ChartContext): readonly FamilyEvidence[] {
  return LIST_RULES.flatMap((rule) => {
    const lookup = context[rule.list];
    const entries = lookup.kind === 'read' ? lookup.found : [];
    return entries.flatMap((one) =>
      one.kind === 'written' && suggests(rule, one) ? [[rule.family, evidenceOf(one.text, one)] as const] : [],
    );
  });
}

/** The topics that a chart suggests, at most four: the first behavior of each family in the site's order. */
export function suggestionsFrom(context: ChartContext, behaviors: readonly Behavior[]): readonly Suggestion[] {
  const byFamily = new Map<Family, readonly Evidence[]>();
  for (const [family, evidence] of [...fromMeasures(context), ...fromLists(context), ...fromExercise(context)]) {
    byFamily.set(family, [...(byFamily.get(family) ?? []), evidence].slice(0, MOST_EVIDENCE));
  }
  return [...byFamily]
    .flatMap(([family, because]) => {
      const behavior = behaviors.find((each) => each.family === family);
      return behavior ? [{ behavior: behavior, because }] : [];
    })
    .slice(0, MOST_SUGGESTIONS);
}

/** All behaviors, with those that the chart suggests first. Otherwise in the site's order. */
export function orderBehaviors(behaviors: readonly Behavior[], context: ChartContext): readonly Behavior[] {
  const first = suggestionsFrom(context, behaviors).map(({ behavior }) => behavior);
  return [...first, ...behaviors.filter((behavior) => !first.includes(behavior))];
}
