// Notes as Evoke wrote them before its codes and identifiers had a permanent identity.

import { LOCAL, NOTE_FORMAT, NOTE_ID, QUESTIONNAIRE } from '../../src/fhir/identity.ts';

/** The resource with web addresses under a base that a site chose, in place of the permanent identity. */
export function underAddress(resource: unknown, base: string): unknown {
  const text = JSON.stringify(resource)
    .replaceAll(`"${LOCAL}"`, `"${base}/CodeSystem/readiness-note"`)
    .replaceAll(`"${NOTE_ID}"`, `"${base}/NamingSystem/readiness-note-id"`)
    .replaceAll(`"${NOTE_FORMAT}"`, `"${base}/CodeSystem/note-format"`)
    .replaceAll(`"${QUESTIONNAIRE}.2"`, `"${base}/Questionnaire/readiness-note|2"`);
  return JSON.parse(text);
}
