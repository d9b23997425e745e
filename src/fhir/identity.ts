// The permanent identity of everything Evoke defines: code systems, identifier system, questionnaire, value sets,
// profiles. Every site shares it and no site edits it. Decision: docs/decisions/0034-identity-without-an-address.md.

/**
 * The root of all our identities: 2.25 and a UUID as one decimal number. ISO/IEC 9834-8 (ITU-T X.667) assigns every
 * UUID such an OID, so it needs no registration and nobody else can own it. FHIR takes an OID as a URI (RFC 3061).
 */
const ROOT = 'urn:oid:2.25.225303994969635414043760540918332801536';

/** Code system of the local codes in `codes.ts`. */
export const LOCAL = `${ROOT}.1`;
/** Identifier system of a note's UUID. */
export const NOTE_ID = `${ROOT}.2`;
/** Code system of the document format code. */
export const NOTE_FORMAT = `${ROOT}.3`;
/** The questionnaire of any version. Each has an arc below it, because validators refuse `|2` after an OID. */
export const QUESTIONNAIRE = `${ROOT}.4`;
/** Code system of topics that share one code of SNOMED CT. */
export const TOPIC = `${ROOT}.5`;
/** Identifier system of the entries that are filed with a note: answers of the rulers one by one, and the goal. */
export const PART_ID = `${ROOT}.6`;

/** The last part of each address that notes carried before they had a permanent identity, whatever site wrote them. */
const FORMER_PATHS: Readonly<Record<string, RegExp>> = {
  [LOCAL]: /\/CodeSystem\/readiness-note$/,
  [NOTE_ID]: /\/NamingSystem\/readiness-note-id$/,
  [NOTE_FORMAT]: /\/CodeSystem\/note-format$/,
  [QUESTIONNAIRE]: /\/Questionnaire\/readiness-note$/,
};

/** True for one of our identities: the permanent one, or the web address that earlier notes used. */
export function isIdentity(system: string | undefined, identity: string): boolean {
  return (
    system === identity || (system?.startsWith('https://') === true && FORMER_PATHS[identity]?.test(system) === true)
  );
}
