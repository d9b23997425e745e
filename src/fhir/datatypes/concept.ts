// Reads coded values from unknown JSON: which of our codes a concept has, and its text.

import { RULERS, type RulerName } from '../../interview/ruler.ts';
import type { Code } from '../../interview/talk/focus.ts';
import { attempt } from '../../lib/attempt.ts';
import { isLocalCode, type LocalCode, PANEL, PCO } from '../codes.ts';
import { isIdentity, LOCAL } from '../identity.ts';
import { asObject, field, listAt, textAt, textOf } from './json.ts';

/** Every coding of a CodeableConcept that has both a system and a code. */
export function codesOf(concept: unknown): readonly Code[] {
  return listAt(concept, 'coding').flatMap((coding) => {
    const system = textAt(coding, 'system');
    const code = textAt(coding, 'code');
    return system && code ? [{ system, code }] : [];
  });
}

/** The first local code that this version knows, of the current or a former system. */
export function localCodeOf(concept: unknown): LocalCode | undefined {
  return codesOf(concept)
    .filter(({ system }) => isIdentity(system, LOCAL))
    .map(({ code }) => code)
    .find(isLocalCode);
}

/** The ruler that a concept names, by a PCO code or by ours. */
export function rulerOf(concept: unknown): RulerName | undefined {
  return RULERS.find((ruler) =>
    codesOf(concept).some(({ system, code }) => code === ruler && (system === PCO || isIdentity(system, LOCAL))),
  );
}

/** True for the code of a readiness note as a whole. */
export function isPanel(concept: unknown): boolean {
  return codesOf(concept).some(({ system, code }) => code === PANEL.code && system === PCO);
}

/** The text and then the displays of a concept, trimmed. Empty ones are left out. */
export function wordsOf(concept: unknown): readonly string[] {
  const displays = listAt(concept, 'coding').map((coding) => textAt(coding, 'display'));
  return [textAt(concept, 'text'), ...displays].flatMap((words) => words?.trim() || []);
}

/** The text of a concept: its text, else a display, else a bare code. Undefined if it has none. */
export function conceptText(concept: unknown): string | undefined {
  const codes = listAt(concept, 'coding').map((coding) => textAt(coding, 'code'));
  return [...wordsOf(concept), ...codes].find(Boolean);
}

const NO_VALUE = '(no value)';

const isValue = (name: string): boolean => /^value[A-Z]/.test(name);

/** True for the fields with the answer of a component or Observation: `value[x]`, or the reason for none. */
export const isAnswer = (name: string): boolean => isValue(name) || name === 'dataAbsentReason';

/** The name and content of the `value[x]` of a component or Observation. Undefined if there is none. */
export function valueIn(holder: unknown): { readonly type: string; readonly value: unknown } | undefined {
  const key = Object.keys(asObject(holder)).find(isValue);
  return key === undefined ? undefined : { type: key.slice(5), value: field(holder, key) };
}

/** The value of a component as text, as in the chart: never interpreted, never empty. */
export function writtenValue(holder: unknown): string {
  const held = valueIn(holder);
  if (!held) return conceptText(field(holder, 'dataAbsentReason')) ?? NO_VALUE;
  const words = writtenAs(held.type, held.value)?.trim();
  return words || NO_VALUE;
}

function writtenAs(type: string, value: unknown): string | undefined {
  if (type === 'String' || type === 'DateTime' || type === 'Time') return textOf(value) ?? raw(value);
  if (type === 'CodeableConcept') return conceptText(value) ?? raw(value);
  if (type === 'Quantity') return writtenQuantity(value) ?? raw(value);
  return raw(value);
}

function writtenQuantity(quantity: unknown): string | undefined {
  const value = field(quantity, 'value');
  if (typeof value !== 'number') return undefined;
  const unit = textAt(quantity, 'unit') ?? textAt(quantity, 'code');
  return [textAt(quantity, 'comparator'), String(value), unit].filter(Boolean).join(' ');
}

/** Any other value as shortened JSON. Undefined if it is nested too deeply to be written. */
const raw = (value: unknown): string | undefined => attempt(() => JSON.stringify(value))?.slice(0, 500);
