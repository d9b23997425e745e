// Makes the server's capability statement from the tables that run the server, so that it lists exactly what works.
import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4';
import { RESOURCE_TYPES } from './compartment.ts';
import { parametersOf, SEARCHABLE } from './search/search-parameters.ts';

const SMART = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
const INSTANCE = ['read', 'vread', 'update', 'delete', 'history-instance'] as const;

/** The statement of the server at `base` with its SMART endpoints under `origin`. */
export function capabilityStatement(base: string, origin: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    software: { name: 'Sandbox EHR' },
    implementation: { description: 'A practice EHR with synthetic people', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          extension: [
            {
              url: SMART,
              extension: [
                { url: 'authorize', valueUri: `${origin}/auth/authorize` },
                { url: 'token', valueUri: `${origin}/auth/token` },
              ],
            },
          ],
        },
        resource: RESOURCE_TYPES.map(describe),
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
      },
    ],
  };
}

function describe(type: string): CapabilityStatementRestResource {
  const isSearchable = SEARCHABLE.includes(type);
  const wholeType = isSearchable
    ? (['create', 'search-type', 'history-type'] as const)
    : (['create', 'history-type'] as const);
  return {
    type: type as CapabilityStatementRestResource['type'],
    interaction: [...INSTANCE, ...wholeType].map((code) => ({ code })),
    versioning: 'versioned',
    readHistory: true,
    // Many servers accept a PUT to a new id without declaring it. The fault `statement-update-create` declares it.
    updateCreate: false,
    conditionalCreate: isSearchable,
    conditionalRead: 'not-supported',
    conditionalUpdate: false,
    conditionalDelete: 'not-supported',
    ...(isSearchable && {
      searchParam: Object.entries(parametersOf(type)).map(([name, { kind }]) => ({ name, type: kind })),
    }),
  };
}
