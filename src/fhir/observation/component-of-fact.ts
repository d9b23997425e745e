// Encodes one fact of a note as one component. Codes and value types: docs/design/readiness-note.md, "Local codes".

import type { CodeableConcept, ObservationComponent } from 'fhir/r4';
import { type Asked, type Fact, NOT_NAMED } from '../../interview/note/note-facts.ts';
import type { RulerName } from '../../interview/ruler.ts';
import type { Talk } from '../../interview/talk/talk.ts';
import { assertNever } from '../../lib/assert-never.ts';
import {
  ANY_BEHAVIOUR,
  DATA_ABSENT_REASON,
  FORMAT_VERSION,
  LOCAL_CODES,
  LOINC,
  type LocalCode,
  localCoding,
  RULER_CODES,
  SCORE_ANSWERS,
  UCUM,
} from '../codes.ts';
import { topicCoding } from '../topic-codes.ts';

/** The form of a ruler's number at a site: a whole number, a quantity in `{score}`, or a LOINC answer. */
export type RulerValue = 'integer' | 'quantity' | 'coded';

type Value = Omit<ObservationComponent, 'code'>;

/** The component that names the format's version. */
export function formatComponent(): ObservationComponent {
  return component('note-format', { valueString: FORMAT_VERSION });
}

/** The component of one fact. A fact "also recorded" has a label and no code. */
export function componentOfFact(fact: Fact, rulerValue: RulerValue): ObservationComponent {
  switch (fact.kind) {
    case 'target':
      return component('target-behaviour', { valueCodeableConcept: behaviour(fact) });
    case 'sensitive':
      return component('sensitive-topic', { valueBoolean: true });
    case 'text':
      return component(fact.name, { valueString: fact.text });
    case 'direction':
      return chosen('change-direction', `direction-${fact.direction}`);
    case 'raised-by':
      return chosen('raised-by', `raised-${fact.by}`);
    case 'permission':
      return component('permission', { valueBoolean: fact.given });
    case 'last-step':
      return chosen('last-step-result', `step-${fact.result}`);
    case 'ruler':
      return { code: rulerConcept(fact.ruler), ...rulerAnswer(fact.asked, rulerValue) };
    case 'ruler-words':
      return component(`${fact.ruler}-${fact.about}`, { valueString: fact.text });
    case 'talk':
      return component(talkCode(fact.talk), { valueString: fact.text });
    case 'marks':
      return component(fact.side === 'change' ? 'ct-count' : 'st-count', { valueInteger: fact.count });
    case 'ending':
      return chosen('plan-outcome', `plan-${fact.ending}`);
    case 'plan-confidence':
      return component('plan-confidence', { valueInteger: fact.score });
    case 'follow-up':
      return component('plan-follow-up', { valueDateTime: fact.day });
    case 'minutes':
      return component('session-minutes', {
        valueQuantity: { value: fact.minutes, unit: 'min', system: UCUM, code: 'min' },
      });
    case 'also':
      return { code: { text: fact.label }, valueString: fact.value };
    default:
      return assertNever(fact);
  }
}

/** The local code of side and strand, never a letter. */
export function talkCode({ side, strand }: Talk): LocalCode {
  return `${side === 'change' ? 'ct' : 'st'}-${strand}`;
}

function component(code: LocalCode, value: Value): ObservationComponent {
  return { code: { coding: [localCoding(code)], text: LOCAL_CODES[code] }, ...value };
}

function chosen(code: LocalCode, choice: LocalCode): ObservationComponent {
  return component(code, { valueCodeableConcept: { coding: [localCoding(choice)], text: LOCAL_CODES[choice] } });
}

/** The site's code has no display, because some displays stigmatize. Our own label is the text. */
function behaviour({ label, code }: Extract<Fact, { kind: 'target' }>): CodeableConcept {
  const coding = code ?? (label === undefined ? ANY_BEHAVIOUR : undefined);
  const topic = topicCoding(label, code);
  return {
    ...(coding ? { coding: [{ system: coding.system, code: coding.code }, ...(topic ? [topic] : [])] } : {}),
    text: label ?? NOT_NAMED,
  };
}

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
