// Each kind of fact as a component, in both directions. The name of a fact is the code of its component. Codes and value
// types: docs/design/readiness-note.md, "Local codes".

import type { CodeableConcept, ObservationComponent } from 'fhir/r4';
import { readDay } from '../../interview/ids.ts';
import {
  type Asked,
  CHOICE_WORDS,
  type FactKind,
  type FactValues,
  NOT_NAMED,
  saysNotNamed,
} from '../../interview/note/fact-kinds.ts';
import type { AlsoRecorded } from '../../interview/note/note.ts';
import { type Fact, type FactName, type FactOf, rowNamed } from '../../interview/note/note-facts.ts';
import type { RulerName } from '../../interview/ruler.ts';
import { SIDES, STRANDS, type Talk } from '../../interview/talk/talk.ts';
import { assertNever } from '../../lib/assert-never.ts';
import {
  ANY_BEHAVIOR,
  DATA_ABSENT_REASON,
  FORMAT_VERSION,
  LOCAL_CODES,
  LOINC,
  type LocalCode,
  localCoding,
  RULER_CODES,
  SCORE_ANSWERS,
  SNOMED,
  UCUM,
} from '../codes.ts';
import { codesOf, conceptText, localCodeOf, rulerOf, wordsOf, writtenValue } from '../datatypes/concept.ts';
import { field, listAt, textAt } from '../datatypes/json.ts';
import { countIn, readAsked, readWholeScore } from '../datatypes/read-score.ts';
import { TOPIC } from '../identity.ts';
import { topicCoding } from '../topic-codes.ts';

/** The form of a ruler's number at a site: a whole number, a quantity in `{score}`, or a LOINC answer. */
export type RulerValue = 'integer' | 'quantity' | 'coded';

type Value = Omit<ObservationComponent, 'code'>;

/** One kind of fact as a component. A value of an unexpected type reads as undefined. */
interface ComponentRow<Kind extends FactKind> {
  readonly write: (value: FactValues[Kind], name: FactName<Kind>, rulerValue: RulerValue) => ObservationComponent;
  readonly read: (component: unknown, name: FactName<Kind>) => FactValues[Kind] | undefined;
}

const COMPONENTS: { readonly [Kind in FactKind]: ComponentRow<Kind> } = {
  target: {
    write: (target, name) => component(name, { valueCodeableConcept: behavior(target) }),
    read: readTarget,
  },
  sensitive: {
    write: (_, name) => component(name, { valueBoolean: true }),
    read: (held) => (field(held, 'valueBoolean') === true ? true : undefined),
  },
  text: {
    write: (text, name) => component(name, { valueString: text }),
    read: (held) => textAt(held, 'valueString')?.trim() || undefined,
  },
  choice: {
    write: (choice, name) => {
      const code = `${CHOICE_CODES[name]}-${choice}` as LocalCode;
      return component(name, { valueCodeableConcept: { coding: [localCoding(code)], text: LOCAL_CODES[code] } });
    },
    read: (held, name) => {
      const code = localCodeOf(field(held, 'valueCodeableConcept'));
      return Object.keys(CHOICE_WORDS[name]).find((choice) => code === `${CHOICE_CODES[name]}-${choice}`);
    },
  },
  'yes-no': {
    write: (isYes, name) => component(name, { valueBoolean: isYes }),
    read: (held) => {
      const isYes = field(held, 'valueBoolean');
      return typeof isYes === 'boolean' ? isYes : undefined;
    },
  },
  ruler: {
    write: (asked, ruler, rulerValue) => ({ code: rulerConcept(ruler), ...rulerAnswer(asked, rulerValue) }),
    read: readAsked,
  },
  talk: {
    write: ({ talk, text }) => component(talkCode(talk), { valueString: text }),
    read: (held) => {
      const talk = TALK_BY_CODE.get(localCodeOf(field(held, 'code')) ?? '');
      const text = textAt(held, 'valueString')?.trim();
      return talk && text ? { talk, text } : undefined;
    },
  },
  count: {
    write: (count, name) => component(name, { valueInteger: count }),
    read: (held) => wholeNumber(countIn(held)),
  },
  score: {
    write: (score, name) => component(name, { valueInteger: score }),
    read: readWholeScore,
  },
  day: {
    write: (day, name) => component(name, { valueDateTime: day }),
    read: (held) => {
      const written = textAt(held, 'valueDateTime');
      const day = written && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(written) ? readDay(written.slice(0, 10)) : undefined;
      return day?.ok ? day.value : undefined;
    },
  },
  minutes: {
    write: (minutes, name) =>
      component(name, { valueQuantity: { value: minutes, unit: 'min', system: UCUM, code: 'min' } }),
    read: (held) => {
      const quantity = field(held, 'valueQuantity');
      const inMinutes = textAt(quantity, 'code') === 'min' && textAt(quantity, 'system') === UCUM;
      const isPlain = inMinutes && field(quantity, 'comparator') === undefined;
      return isPlain ? wholeNumber(field(quantity, 'value')) : undefined;
    },
  },
  // It has a label and no code.
  also: {
    write: ({ label, value }) => ({ code: { text: label }, valueString: value }),
    read: alsoRecorded,
  },
};

/** How the codes of the choices of a fact begin. */
const CHOICE_CODES = {
  'change-direction': 'direction',
  'raised-by': 'raised',
  'last-step-result': 'step',
  'plan-outcome': 'plan',
} as const satisfies Record<FactName<'choice'>, string>;

export const componentOfFact = <Kind extends FactKind>(
  { kind, name, value }: FactOf<Kind>,
  rulerValue: RulerValue,
): ObservationComponent => COMPONENTS[kind].write(value, name, rulerValue);

/**
 * The fact of a component. An unknown code or a value of an unexpected type is "also recorded", with the original text.
 * Undefined for the component that only names the format. Never throws.
 */
export function factOfComponent(held: unknown): Fact | undefined {
  const code = localCodeOf(field(held, 'code')) ?? barrierCode(held);
  if (code === 'note-format') return undefined;
  const name = rulerOf(field(held, 'code')) ?? (TALK_BY_CODE.has(code ?? '') ? 'talk' : code);
  const row = rowNamed(name ?? '');
  return (row && readAs(row.kind, row.name, held)) ?? { kind: 'also', name: 'also', value: alsoRecorded(held) };
}

/** A component as text, for "also recorded". */
export function alsoRecorded(held: unknown): AlsoRecorded {
  return { label: conceptText(field(held, 'code')) ?? 'Without a name', value: writtenValue(held) };
}

function readAs<Kind extends FactKind>(kind: Kind, name: FactName<Kind>, held: unknown): Fact | undefined {
  const value = COMPONENTS[kind].read(held, name);
  return value === undefined ? undefined : ({ kind, name, value } as Fact);
}

export function formatComponent(): ObservationComponent {
  return component('note-format', { valueString: FORMAT_VERSION });
}

function component(code: LocalCode, value: Value): ObservationComponent {
  return { code: { coding: [localCoding(code)], text: LOCAL_CODES[code] }, ...value };
}

/** The local code of side and strand, never a letter. */
export function talkCode({ side, strand }: Talk): LocalCode {
  return `${side === 'change' ? 'ct' : 'st'}-${strand}`;
}

const TALK_BY_CODE: ReadonlyMap<string, Talk> = new Map(
  SIDES.flatMap((side) => STRANDS.map((strand) => [talkCode({ side, strand }), { side, strand }] as const)),
);

/** Barriers to goal achievement, a UK extension id that PCO uses: read as a barrier, never written. */
const PCO_BARRIER = '811791000000103';

function barrierCode(held: unknown): LocalCode | undefined {
  const codes = codesOf(field(held, 'code'));
  return codes.some(({ system, code }) => system === SNOMED && code === PCO_BARRIER) ? 'plan-barrier' : undefined;
}

/** The site's code has no display, because some displays stigmatize. Our own label is the text. */
function behavior({ label, code }: FactValues['target']): CodeableConcept {
  const coding = code ?? (label === undefined ? ANY_BEHAVIOR : undefined);
  const topic = topicCoding(label, code);
  return {
    ...(coding ? { coding: [{ system: coding.system, code: coding.code }, ...(topic ? [topic] : [])] } : {}),
    text: label ?? NOT_NAMED,
  };
}

/** The text decides whether a behavior was named. The general code next to "not named yet" means nothing. */
function readTarget(held: unknown): FactValues['target'] | undefined {
  const concept = field(held, 'valueCodeableConcept');
  // Our own topic code adds nothing to the text.
  const codings = listAt(concept, 'coding').filter((coding) => textAt(coding, 'system') !== TOPIC);
  // A server may add codes of its own, before or after. Those have a display, unlike the site's.
  const bare = codesOf({ coding: codings.filter((coding) => textAt(coding, 'display') === undefined) });
  const codes = bare.length > 0 ? bare : codesOf({ coding: codings });
  const code = codes.find(({ system }) => system === SNOMED) ?? codes[0];
  const [words] = wordsOf(concept);
  if (!words && !code) return undefined;
  const label = words && !saysNotNamed(words) ? words : undefined;
  const isAny = code?.system === ANY_BEHAVIOR.system && code.code === ANY_BEHAVIOR.code;
  return { label, code: label === undefined && isAny ? undefined : code };
}

const wholeNumber = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) + 0 : undefined;

function rulerConcept(ruler: RulerName): CodeableConcept {
  const { system, code, display } = RULER_CODES[ruler];
  return { coding: [{ system, code, display }], text: `${display}, 0 to 10` };
}

function rulerAnswer(asked: Asked, rulerValue: RulerValue): Value {
  switch (asked.kind) {
    case 'not-asked':
      return absent('not-asked', 'Not Asked');
    case 'declined':
      return absent('asked-declined', 'Asked But Declined');
    case 'unreadable':
      return { valueString: asked.written };
    case 'answered':
      return scoreValue(asked.score, rulerValue);
    default:
      return assertNever(asked);
  }
}

const absent = (code: string, display: string): Value => ({
  dataAbsentReason: { coding: [{ system: DATA_ABSENT_REASON, code, display }] },
});

/** LA codes have no display, because a server shows LA6113-0 as "2 or more". The text has the number. */
function scoreValue(score: number, rulerValue: RulerValue): Value {
  const answer = SCORE_ANSWERS[score];
  if (rulerValue === 'coded' && answer) {
    return { valueCodeableConcept: { coding: [{ system: LOINC, code: answer }], text: String(score) } };
  }
  if (rulerValue === 'quantity') {
    return { valueQuantity: { value: score, unit: '{score}', system: UCUM, code: '{score}' } };
  }
  return { valueInteger: score };
}
