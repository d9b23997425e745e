// A Patient as the banner and the guard need it. Missing and odd parts are absent, never filled in; only a resource
// that is no Patient, or has no id, is refused.

import type { Malformed } from '../../interview/ids.ts';
import { readDay } from '../../interview/ids.ts';
import type { Person } from '../../interview/visit.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { field, listAt, shorten, textAt } from '../datatypes/json.ts';
import { labelText } from '../datatypes/label-text.ts';
import { isServerId } from '../datatypes/server-id.ts';

/** Longest text taken from a chart for the banner, in UTF-16 units. */
const LONGEST = 200;

/** Reads a Patient. Malformed: another resource type, or no usable id. */
export function decodePatient(resource: unknown): Result<Person, Malformed> {
  const id = textAt(resource, 'id');
  if (textAt(resource, 'resourceType') !== 'Patient' || !isServerId(id)) {
    return err({ kind: 'malformed' });
  }
  const birthDate = readBirthDate(field(resource, 'birthDate'));
  const identifier = identifierOf(resource);
  const gender = GENDERS.get(textAt(resource, 'gender') ?? '');
  return ok({
    id,
    ...namesOf(resource),
    ...(birthDate ? { birthDate } : {}),
    ...(identifier ? { identifier } : {}),
    ...(gender ? { gender } : {}),
    deceased: field(resource, 'deceasedBoolean') === true || textAt(resource, 'deceasedDateTime') !== undefined,
  });
}

const GENDERS: ReadonlyMap<string, string> = new Map([
  ['male', 'Male'],
  ['female', 'Female'],
  ['other', 'Other'],
  ['unknown', 'Unknown'],
]);

/** A day, a month or a year that exists; anything else is absent. */
function readBirthDate(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? /^(\d{4})(-\d{2})?(-\d{2})?$/.exec(value) : null;
  if (!parts) return undefined;
  const whole = `${parts[1]}${parts[2] ?? '-01'}${parts[3] ?? '-01'}`;
  return readDay(whole).ok ? parts[0] : undefined;
}

type Names = Pick<Person, 'family' | 'given' | 'preferred'>;

/** The official name, else the usual one, else the first that is not old; a nickname or other usual name is preferred. */
function namesOf(resource: unknown): Names {
  const names = listAt(resource, 'name').filter((name) => partsOf(name) !== undefined);
  const withUse = (...uses: readonly string[]) => names.find((name) => uses.includes(textAt(name, 'use') ?? ''));
  const current = names.find((name) => !['old', 'nickname', 'maiden', 'anonymous'].includes(textAt(name, 'use') ?? ''));
  const main = withUse('official') ?? withUse('usual') ?? current ?? names[0];
  const { family, given } = partsOf(main) ?? {};
  const familiar = partsOf(withUse('nickname') ?? withUse('usual'));
  const preferred = familiar?.given ?? familiar?.family;
  return {
    ...(family ? { family } : {}),
    ...(given ? { given } : {}),
    ...(preferred && preferred !== given && preferred !== family ? { preferred } : {}),
  };
}

/** Family and given names; a name that is only text stands as the family name, whole. Undefined when it says nothing. */
function partsOf(name: unknown): { readonly family?: string; readonly given?: string } | undefined {
  const given = listAt(name, 'given').filter((part) => typeof part === 'string');
  const family = clean(textAt(name, 'family') ?? '');
  const joined = clean(given.join(' '));
  const text = clean(textAt(name, 'text') ?? '');
  if (!family && !joined) return text ? { family: text } : undefined;
  return { ...(family ? { family } : {}), ...(joined ? { given: joined } : {}) };
}

const clean = (text: string) => labelText(text, LONGEST);

/** Numbers of the state or of a document: never shown, though they stand in many charts. */
const PRIVATE_TYPES: readonly string[] = ['SS', 'SB', 'DL', 'PPN', 'TAX', 'CZ'];

/** The medical record number, else the first other number that is not old and not one of the state's. */
function identifierOf(resource: unknown): Person['identifier'] {
  const usable = listAt(resource, 'identifier').filter(
    (identifier) => textAt(identifier, 'value')?.trim() && textAt(identifier, 'use') !== 'old',
  );
  const record = usable.find((identifier) => typesOf(identifier).includes('MR'));
  const other = usable.find((identifier) => !typesOf(identifier).some((type) => PRIVATE_TYPES.includes(type)));
  const chosen = record ?? other;
  const value = clean(textAt(chosen, 'value') ?? '');
  return value ? { label: labelOf(chosen, record !== undefined), value } : undefined;
}

const typesOf = (identifier: unknown) =>
  listAt(field(identifier, 'type'), 'coding').map((coding) => textAt(coding, 'code') ?? '');

function labelOf(identifier: unknown, isRecord: boolean): string {
  const written = clean(textAt(field(identifier, 'type'), 'text') ?? '');
  // The long form would wrap the banner's one line of facts; every clinician reads the short one.
  if (isRecord && (written === '' || /^medical record/i.test(written))) return 'MRN';
  return shorten(written, 40) || 'Number';
}
