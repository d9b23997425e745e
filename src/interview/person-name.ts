// Formats a patient's name for the banner, the sign button and copied text. A missing name is stated in words.

import type { Person } from './visit.ts';

/** Family name in capitals, comma, given name. A missing part is left out. Without both it says "Name not recorded". */
export function formalName({ family, given }: Pick<Person, 'family' | 'given'>): string {
  const parts = [family?.toLocaleUpperCase('en'), given].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? 'Name not recorded' : parts.join(', ');
}

/**
 * The name the patient goes by: the preferred name, else all given names, else undefined. A given name is never cut,
 * because the second word of "María José" or "Thị Minh" is not a middle name.
 */
export function callingName({ preferred, given }: Pick<Person, 'preferred' | 'given'>): string | undefined {
  return preferred ?? given;
}
