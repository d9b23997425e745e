// Ids of real servers. Many are longer than the 64 characters of FHIR R4 or contain `_`. Source:
// https://hl7.org/fhir/R4/datatypes.html#id, "id", and docs/design/sign-in-and-security.md.

/** Longest id that is accepted, in UTF-16 units. */
const LONGEST = 512;

// These characters have a meaning in a path, a query or a search value.
const UNSAFE = /[\s\p{C}/?#\\,|$]/u;

/** True for an id that is safe as one part of an address. */
export function isServerId(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    value.length <= LONGEST &&
    !UNSAFE.test(value) &&
    !/^(?:\.|%2e){1,2}$/i.test(value)
  );
}
