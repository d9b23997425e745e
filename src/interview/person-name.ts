// How a person's name and birth date are put, for banner, sign button and copied text. Missing parts are said in words.

import type { Person } from './visit.ts';

/** Family name in capitals, comma, given name; whichever is missing is left out, and none at all is said so. */
export function formalName({ family, given }: Pick<Person, 'family' | 'given'>): string {
  const parts = [family?.toLocaleUpperCase('en'), given].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? 'Name not recorded' : parts.join(', ');
}

/**
 * The name the person goes by: the one they prefer, else every given name, else nothing. A given name is never cut: the
 * second word of "María José" or "Thị Minh" is no middle name.
 */
export function callingName({ preferred, given }: Pick<Person, 'preferred' | 'given'>): string | undefined {
  return preferred ?? given;
}
