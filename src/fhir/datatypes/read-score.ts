// Reads a 0-10 answer in every form that charts use: integer, quantity, LOINC answer, text. Another scale, a decimal or
// a comparator becomes "unreadable" with the original text. Nothing is rounded or rescaled.

import { readScore, type Score } from '../../interview/ids.ts';
import type { Asked } from '../../interview/note/fact-kinds.ts';
import { DATA_ABSENT_REASON, LOINC, SCORE_ANSWERS } from '../codes.ts';
import { codesOf, conceptText, valueIn, wordsOf, writtenValue } from './concept.ts';
import { field, listAt, textAt } from './json.ts';

/** One answer of a ruler, in a component or a member. Source: docs/design/readiness-note.md, "Reading a score". */
export function readAsked(holder: unknown): Asked {
  const held = valueIn(holder);
  const reason = field(holder, 'dataAbsentReason');
  if (!held) return withoutValue(holder, reason);
  const scale = otherScale(holder);
  if (scale !== undefined) return { kind: 'unreadable', written: `${writtenValue(holder)} (${scale})` };
  const score = reason === undefined ? scoreIn(held.type, held.value) : undefined;
  return score === undefined ? { kind: 'unreadable', written: writtenValue(holder) } : { kind: 'answered', score };
}

/** A whole number from 0 to 10 in the value of a component, or undefined. */
export function readWholeScore(holder: unknown): Score | undefined {
  const asked = readAsked(holder);
  return asked.kind === 'answered' ? asked.score : undefined;
}

function withoutValue(holder: unknown, reason: unknown): Asked {
  const codes = codesOf(reason).filter(({ system }) => system === DATA_ABSENT_REASON);
  if (codes.some(({ code }) => code === 'not-asked')) return { kind: 'not-asked' };
  if (codes.some(({ code }) => code === 'asked-declined')) return { kind: 'declined' };
  return { kind: 'unreadable', written: writtenValue(holder) };
}

function scoreIn(type: string, value: unknown): Score | undefined {
  if (type === 'Integer') return whole(value);
  if (type === 'Quantity') return whole(plainNumber(value));
  if (type === 'CodeableConcept') return codedScore(value);
  return type === 'String' ? spelled(value) : undefined;
}

function whole(value: unknown): Score | undefined {
  const score = typeof value === 'number' ? readScore(value) : undefined;
  return score?.ok ? score.value : undefined;
}

function spelled(value: unknown): Score | undefined {
  return typeof value === 'string' && /^\s*\d{1,2}\s*$/.test(value) ? whole(Number(value)) : undefined;
}

const PLAIN_UNITS: readonly unknown[] = [undefined, '', '1', '{score}', 'score'];

/** The number of a quantity without a unit of measure and without a comparator. */
function plainNumber(quantity: unknown): unknown {
  const plain = PLAIN_UNITS.includes(field(quantity, 'unit')) && PLAIN_UNITS.includes(field(quantity, 'code'));
  return plain && field(quantity, 'comparator') === undefined ? field(quantity, 'value') : undefined;
}

/** A count, also if a server wrapped it as a quantity. */
export const countIn = (holder: unknown): unknown =>
  field(holder, 'valueInteger') ?? plainNumber(field(holder, 'valueQuantity'));

/** A LOINC answer, whatever its display. Without any coding, a text that is a whole number. */
function codedScore(concept: unknown): Score | undefined {
  const answers = new Set(
    codesOf(concept)
      .filter(({ system }) => system === LOINC)
      .map(({ code }) => SCORE_ANSWERS.indexOf(code)),
  );
  const [only] = answers;
  if (only !== undefined) return answers.size === 1 ? whole(only) : undefined;
  return listAt(concept, 'coding').length === 0 ? spelled(conceptText(concept)) : undefined;
}

const SCALE = /(?:^|[^\d.])(\d{1,3})\s*(?:-|–|to|through)\s*(\d{1,3})(?![\d.])/i;

/** The chart's own name of the scale, if it is not 0 to 10. */
function otherScale(holder: unknown): string | undefined {
  const ranges = listAt(holder, 'referenceRange');
  const named = [
    ...wordsOf(field(holder, 'code')),
    ...ranges.map((range) => textAt(range, 'text')),
    ...ranges.map(ends),
  ];
  return named
    .map((text) => (typeof text === 'string' ? SCALE.exec(text) : null))
    .filter((found) => found !== null)
    .map(([, low = '', high = '']) => `${low} to ${high}`)
    .find((scale) => scale !== '0 to 10');
}

function ends(range: unknown): string | undefined {
  const [low, high] = [field(field(range, 'low'), 'value'), field(field(range, 'high'), 'value')];
  return typeof low === 'number' && typeof high === 'number' ? `${low} to ${high}` : undefined;
}
