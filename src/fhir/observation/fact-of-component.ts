// Decodes one component as one fact. An unknown code, or a value of an unexpected type, becomes "also recorded" with
// the original text.

import { readDay } from '../../interview/ids.ts';
import { STEP_RESULTS } from '../../interview/note/note.ts';
import { ENDINGS, type Fact, LIST_TEXTS, SINGLE_TEXTS, saysNotNamed } from '../../interview/note/note-facts.ts';
import { RULERS } from '../../interview/ruler.ts';
import type { Code } from '../../interview/talk/focus.ts';
import { DIRECTIONS, RAISED_BY } from '../../interview/talk/focus.ts';
import { SIDES, STRANDS } from '../../interview/talk/talk.ts';
import { ANY_BEHAVIOUR, type LocalCode, SNOMED, UCUM } from '../codes.ts';
import { codesOf, conceptText, localCodeOf, rulerOf, writtenValue } from '../datatypes/concept.ts';
import { field, listAt, textAt } from '../datatypes/json.ts';
import { countIn, readAsked, readWholeScore } from '../datatypes/read-score.ts';
import { TOPIC } from '../identity.ts';
import { talkCode } from './component-of-fact.ts';

/** Barriers to goal achievement, a UK extension id that PCO uses: read as a barrier, never written. */
const PCO_BARRIER = '811791000000103';

/** The fact of a component. Undefined for the component that only names the format. Never throws. */
export function factOfComponent(component: unknown): Fact | undefined {
  const code = localCodeOf(field(component, 'code')) ?? barrierCode(component);
  if (code === 'note-format') return undefined;
  const ruler = rulerOf(field(component, 'code'));
  if (ruler) return { kind: 'ruler', ruler, asked: readAsked(component) };
  return (code && READERS.get(code)?.(component)) ?? alsoFact(component);
}

function barrierCode(component: unknown): LocalCode | undefined {
  const held = codesOf(field(component, 'code'));
  return held.some(({ system, code }) => system === SNOMED && code === PCO_BARRIER) ? 'plan-barrier' : undefined;
}

/** A component as text, for "also recorded". */
export function alsoFact(component: unknown): Fact {
  return {
    kind: 'also',
    label: conceptText(field(component, 'code')) ?? 'Without a name',
    value: writtenValue(component),
  };
}

type Reader = (component: unknown) => Fact | undefined;

const READERS: ReadonlyMap<LocalCode, Reader> = new Map<LocalCode, Reader>([
  ...[...SINGLE_TEXTS, ...LIST_TEXTS].map((name) => texts(name, (text) => ({ kind: 'text', name, text }))),
  ...SIDES.flatMap((side) =>
    STRANDS.map((strand) =>
      texts(talkCode({ side, strand }), (text) => ({ kind: 'talk', talk: { side, strand }, text })),
    ),
  ),
  ...RULERS.flatMap((ruler) =>
    (['why', 'raise'] as const).map((about) =>
      texts(`${ruler}-${about}`, (text) => ({ kind: 'ruler-words', ruler, about, text })),
    ),
  ),
  ['target-behaviour', readTarget],
  ['sensitive-topic', (component) => (field(component, 'valueBoolean') === true ? { kind: 'sensitive' } : undefined)],
  ['permission', readPermission],
  [
    'change-direction',
    (component) => choice(component, 'direction-', DIRECTIONS, (direction) => ({ kind: 'direction', direction })),
  ],
  ['raised-by', (component) => choice(component, 'raised-', RAISED_BY, (by) => ({ kind: 'raised-by', by }))],
  [
    'last-step-result',
    (component) => choice(component, 'step-', STEP_RESULTS, (result) => ({ kind: 'last-step', result })),
  ],
  ['plan-outcome', (component) => choice(component, 'plan-', ENDINGS, (ending) => ({ kind: 'ending', ending }))],
  ['ct-count', (component) => counted(countIn(component), (count) => ({ kind: 'marks', side: 'change', count }))],
  ['st-count', (component) => counted(countIn(component), (count) => ({ kind: 'marks', side: 'sustain', count }))],
  ['plan-confidence', readPlanConfidence],
  ['plan-follow-up', readFollowUp],
  ['session-minutes', readMinutes],
]);

function texts(code: LocalCode, fact: (text: string) => Fact): [LocalCode, Reader] {
  return [
    code,
    (component) => {
      const text = textAt(component, 'valueString')?.trim();
      return text ? fact(text) : undefined;
    },
  ];
}

function choice<T extends string>(
  component: unknown,
  prefix: string,
  choices: readonly T[],
  fact: (choice: T) => Fact,
): Fact | undefined {
  const code = localCodeOf(field(component, 'valueCodeableConcept'));
  const chosen = choices.find((each) => code === `${prefix}${each}`);
  return chosen && fact(chosen);
}

function counted(value: unknown, fact: (count: number) => Fact): Fact | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? fact(Number(value) + 0) : undefined;
}

/** The text decides whether a behavior was named. The general code next to "not named yet" means nothing. */
function readTarget(component: unknown): Fact | undefined {
  const concept = field(component, 'valueCodeableConcept');
  // Our own topic code adds nothing to the text.
  const code = codesOf(concept).find(({ system }) => system !== TOPIC);
  const words = textAt(concept, 'text')?.trim() || listAt(concept, 'coding').map(displayOf).find(Boolean);
  if (!words && !code) return undefined;
  const label = words && !saysNotNamed(words) ? words : undefined;
  const silent = label === undefined && isAnyBehaviour(code);
  return { kind: 'target', ...(label === undefined ? {} : { label }), ...(code && !silent ? { code } : {}) };
}

const displayOf = (coding: unknown) => textAt(coding, 'display')?.trim();

const isAnyBehaviour = (code: Code | undefined) =>
  code?.system === ANY_BEHAVIOUR.system && code.code === ANY_BEHAVIOUR.code;

function readPermission(component: unknown): Fact | undefined {
  const given = field(component, 'valueBoolean');
  return typeof given === 'boolean' ? { kind: 'permission', given } : undefined;
}

function readPlanConfidence(component: unknown): Fact | undefined {
  const score = readWholeScore(component);
  return score === undefined ? undefined : { kind: 'plan-confidence', score };
}

function readFollowUp(component: unknown): Fact | undefined {
  const written = textAt(component, 'valueDateTime');
  const day = written && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(written) ? readDay(written.slice(0, 10)) : undefined;
  return day?.ok ? { kind: 'follow-up', day: day.value } : undefined;
}

function readMinutes(component: unknown): Fact | undefined {
  const quantity = field(component, 'valueQuantity');
  const inMinutes = textAt(quantity, 'code') === 'min' && textAt(quantity, 'system') === UCUM;
  if (!inMinutes || field(quantity, 'comparator') !== undefined) return undefined;
  return counted(field(quantity, 'value'), (minutes) => ({ kind: 'minutes', minutes }));
}
