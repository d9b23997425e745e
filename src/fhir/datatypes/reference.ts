// Literal references as text: relative ones, and absolute ones under the one FHIR base. Anything else points elsewhere.

import { field, textAt } from './json.ts';

/** A reference in its relative form without version (`Patient/7`), or undefined when it leads elsewhere or nowhere. */
export function relativeReference(reference: unknown, base?: string): string | undefined {
  const written = textAt(reference, 'reference');
  const home = base?.replace(/\/+$/, '');
  const path = home && written?.startsWith(`${home}/`) ? written.slice(home.length + 1) : written;
  return path && /^([A-Z][A-Za-z]{1,40}\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(path)?.[1];
}

/** True when the resource's `subject` is this patient; a missing or odd subject is not. */
export function isAbout(resource: unknown, patientId: string, base?: string): boolean {
  return relativeReference(field(resource, 'subject'), base) === `Patient/${patientId}`;
}
