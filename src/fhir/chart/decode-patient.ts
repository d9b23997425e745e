// Decodes a Patient for the banner and the guard. Missing and invalid parts are absent and never filled in. Only a
// resource that is not a Patient or has no id is refused.

import { type Malformed, readDay } from '../../interview/ids.ts';
import type { Person } from '../../interview/visit.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { field, listAt, shorten, textAt } from '../datatypes/json.ts';
import { labelText } from '../datatypes/label-text.ts';
import { isServerId } from '../datatypes/server-id.ts';

/** Decodes a Patient as of `now` (milliseconds). Malformed: another resource type, or no usable id. */
export function decodePatient(resource: unknown, now: number): Result<Person, Malformed> {
  const id = textAt(resource, 'id');
  if (textAt(resource, 'resourceType') !== 'Patient' || !isServerId(id)) {
    return err({ kind: 'malformed' });
  }
  return ok({
    id,
    ...namesOf(resource, now),
    birthDate: readBirthDate(field(resource, 'birthDate'), now),
    identifier: identifierOf(resource, now),
    gender: GENDERS.get(textAt(resource, 'gender') ?? ''),
    record: recordOf(resource),
    deceased: field(resource, 'deceasedBoolean') === true || textAt(resource, 'deceasedDateTime') !== undefined,
  });
}

/** FHIR R4, Patient.link.type "replaced-by" and Patient.active. */
function recordOf(resource: unknown): Person['record'] {
  if (listAt(resource, 'link').some((link) => textAt(link, 'type') === 'replaced-by')) return 'replaced';
  return field(resource, 'active') === false ? 'inactive' : undefined;
}

const GENDERS: ReadonlyMap<string, string> = new Map([
  ['male', 'Male'],
  ['female', 'Female'],
  ['other', 'Other'],
  ['unknown', 'Unknown'],
]);

/** A zone ahead of UTC may already have the next day. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** A day, month or year that exists and is not in the future. The time of birth is dropped. Anything else is absent. */
function readBirthDate(value: unknown, now: number): string | undefined {
  const parts = typeof value === 'string' ? /^(\d{4}(-\d{2})?(-\d{2})?)(?:T.{0,40})?$/.exec(value) : null;
  const [, day = '', month, dayOfMonth] = parts ?? [];
  const whole = `${day.slice(0, 4)}${month ?? '-01'}${dayOfMonth ?? '-01'}`;
  const isInFuture = Date.parse(whole) > now + DAY_MS;
  return readDay(whole).ok && !isInFuture ? day : undefined;
}

/** True if the element's period ended before today, at whatever precision. */
function hasEnded(element: unknown, now: number): boolean {
  const end = textAt(field(element, 'period'), 'end');
  const today = new Date(now).toISOString();
  return end !== undefined && end.slice(0, 10) < today.slice(0, Math.min(end.length, 10));
}

type Names = Pick<Person, 'family' | 'given' | 'preferred'>;

/** The official name, else the usual one, else the first that is not old. A nickname or usual name is preferred. */
function namesOf(resource: unknown, now: number): Names {
  const all = listAt(resource, 'name').filter((name) => nameParts(name) !== undefined);
  const present = all.filter((name) => !hasEnded(name, now));
  // If every name has ended, use them anyway, because a patient without a name cannot be recognized.
  const names = present.length ? present : all;
  const withUse = (...uses: readonly string[]) => names.find((name) => uses.includes(textAt(name, 'use') ?? ''));
  const current = names.find((name) => !['old', 'nickname', 'maiden', 'anonymous'].includes(textAt(name, 'use') ?? ''));
  const main = withUse('official') ?? withUse('usual') ?? current ?? names[0];
  const { family, given } = nameParts(main) ?? {};
  const familiar = nameParts(withUse('nickname') ?? withUse('usual'));
  const preferred = familiar?.given ?? familiar?.family;
  return {
    family,
    given,
    preferred: preferred === given || preferred === family ? undefined : preferred,
  };
}

/** Family and given names. A name that is only text becomes the family name. Undefined if it is empty. */
function nameParts(name: unknown): Pick<Names, 'family' | 'given'> | undefined {
  const parts = listAt(name, 'given').filter((part) => typeof part === 'string');
  const [family, given] = [labelText(textAt(name, 'family')), labelText(parts.join(' '))];
  if (family || given) return { family, given };
  const text = labelText(textAt(name, 'text'));
  return text ? { family: text } : undefined;
}

/** Types of national and document numbers, which are never shown although many charts have them. */
const PRIVATE_TYPES: readonly string[] = ['SS', 'SB', 'DL', 'PPN', 'TAX', 'CZ', 'PNT'];

/** The medical record number, else the first other number that is current and not national. */
function identifierOf(resource: unknown, now: number): Person['identifier'] {
  const usable = listAt(resource, 'identifier').filter(
    (identifier) =>
      textAt(identifier, 'value')?.trim() &&
      textAt(identifier, 'use') !== 'old' &&
      !hasEnded(identifier, now) &&
      !isOfState(identifier),
  );
  const record = usable.find((identifier) => typesOf(identifier).includes('MR'));
  const chosen = record ?? usable[0];
  const value = labelText(textAt(chosen, 'value'));
  return value ? { label: labelOf(chosen, record !== undefined), value } : undefined;
}

/** Systems of national numbers without a type: national registers, by URL or OID. */
const STATE_SYSTEM =
  /(?:^|[/:#-])(?:ssn|passport|social-security|personnummer|bsn)(?:$|[/:#-])|2\.16\.840\.1\.113883\.4\.(?:1|3|330)(?:$|\D)/i;
const STATE_TEXT =
  /\b(?:ssn|social (?:security|insurance)|driver'?s? licen[cs]e|passport|national (?:id|insurance|identi)|tax(?:payer)? (?:id|number))/i;

const isOfState = (identifier: unknown): boolean =>
  typesOf(identifier).some((type) => PRIVATE_TYPES.includes(type) || /^NN[A-Za-z]{0,3}$/.test(type)) ||
  STATE_SYSTEM.test(textAt(identifier, 'system') ?? '') ||
  [textAt(field(identifier, 'type'), 'text'), ...listAt(field(identifier, 'type'), 'coding').map(displayOf)].some(
    (text) => STATE_TEXT.test(text ?? ''),
  );

const displayOf = (coding: unknown): string | undefined => textAt(coding, 'display');

const typesOf = (identifier: unknown) =>
  listAt(field(identifier, 'type'), 'coding').map((coding) => textAt(coding, 'code') ?? '');

function labelOf(identifier: unknown, isRecord: boolean): string {
  const written = labelText(textAt(field(identifier, 'type'), 'text'));
  // The long form would wrap the banner's line of facts, and every clinician knows the short one.
  if (isRecord && (!written || /^medical record/i.test(written))) return 'MRN';
  return written ? shorten(written, 40) : 'Number';
}
