// Reads literal references. A resource of the chart may name others at an internal host, so those are compared by type
// and id. Source: https://hl7.org/fhir/R4/references.html#literal, "Literal References".

import { field, textAt } from './json.ts';
import { isServerId } from './server-id.ts';

const PATH = /^([A-Z][A-Za-z]{1,40})\/([^/]+)(?:\/_history\/([^/]+))?$/;
const ELSEWHERE = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([A-Z][A-Za-z]{1,40}\/[^/?#]+(?:\/_history\/[^/?#]+)?)$/i;

function typeAndId(path: string): string | undefined {
  const [, type, id, version] = PATH.exec(path) ?? [];
  return isServerId(id) && (version === undefined || isServerId(version)) ? `${type}/${id}` : undefined;
}

/**
 * A reference under the base, relative and without version (`Binary/7`). Undefined for any other. A server behind a proxy
 * that ends TLS may write http.
 */
export function referenceUnderBase(reference: unknown, base: string | undefined): string | undefined {
  const home = base?.replace(/\/+$/, '');
  const given = textAt(reference, 'reference');
  const written = home?.startsWith('https:') ? given?.replace(/^http:/, 'https:') : given;
  return written && typeAndId(home && written.startsWith(`${home}/`) ? written.slice(home.length + 1) : written);
}

/**
 * The type and id (`Patient/7`) that a resource of the chart names, at any host. Undefined for a contained, logical or
 * missing reference. Never read content by it, because the resource at the base may be a different one.
 */
export function relativeReference(reference: unknown, base?: string): string | undefined {
  const path = ELSEWHERE.exec(textAt(reference, 'reference') ?? '')?.[1];
  return referenceUnderBase(reference, base) ?? (path && typeAndId(path));
}

/** True if the `subject` of a resource is this patient. False if the subject is missing or invalid. */
export function isAbout(resource: unknown, patientId: string, base: string): boolean {
  return relativeReference(field(resource, 'subject'), base) === `Patient/${patientId}`;
}
