// Base R4 validation of what is written: cardinality, types, formats, invariants (Medplum). From the JSON schema of R4
// come the checks that Medplum lacks: codes of required bindings, two values of one choice, empty arrays.
import { normalizeErrorString, OperationOutcomeError, validateResource } from '@medplum/core';
import type { OperationOutcomeIssue, Resource } from 'fhir/r4';
import { type Fields, isFields } from '../fields.ts';
import { spanOf } from '../search/moments.ts';
import { indexTypesIn, loadDefinitions } from './definitions.ts';

/** The faults of a resource. Empty if it may be stored. */
export function validate(resource: Resource): readonly OperationOutcomeIssue[] {
  const { schema } = loadDefinitions();
  indexTypesIn(resource);
  const walked = walk(schema, resource.resourceType, resource, resource.resourceType);
  return [...walked, ...medplumIssues(resource)];
}

function medplumIssues(resource: Resource): readonly OperationOutcomeIssue[] {
  try {
    return validateResource(resource as never).flatMap(asError);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []).flatMap(asError);
    return [problem('exception', normalizeErrorString(error), resource.resourceType)];
  }
}

// Medplum only warns about two values of one choice. R4 forbids them.
function asError(issue: {
  severity: string;
  code: string;
  details?: { text?: string };
  expression?: readonly string[];
}): readonly OperationOutcomeIssue[] {
  const text = issue.details?.text ?? 'Not valid.';
  if (issue.severity === 'warning' && !text.startsWith('Conflicting choice')) return [];
  return [problem(issue.code === 'invariant' ? 'invariant' : 'structure', text, ...(issue.expression ?? []))];
}

const problem = (
  code: OperationOutcomeIssue['code'],
  text: string,
  ...expression: readonly string[]
): OperationOutcomeIssue => ({
  severity: 'error',
  code,
  details: { text },
  diagnostics: text,
  expression: [...expression],
});

function walk(definitions: Fields, type: string, value: unknown, path: string): readonly OperationOutcomeIssue[] {
  const definition = definitions[type];
  if (!isFields(definition) || !isFields(definition['properties']) || !isFields(value)) return [];
  const properties = definition['properties'];
  return Object.entries(value).flatMap(([name, child]) => {
    const rule = properties[name];
    return isFields(rule)
      ? walkProperty(definitions, rule, child, `${path}.${name}`)
      : [problem('structure', `Unknown property "${name}".`, `${path}.${name}`)];
  });
}

function walkProperty(
  definitions: Fields,
  rule: Fields,
  value: unknown,
  path: string,
): readonly OperationOutcomeIssue[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [problem('structure', 'An empty array is not allowed.', path)];
    const items = isFields(rule['items']) ? rule['items'] : rule;
    return value.flatMap((item, place) => walkProperty(definitions, items, item, `${path}[${place}]`));
  }
  const codes = rule['enum'];
  if (Array.isArray(codes) && !codes.includes(value))
    return [problem('code-invalid', `${JSON.stringify(value)} is not one of: ${codes.join(', ')}.`, path)];
  const type = typeof rule['$ref'] === 'string' ? rule['$ref'].replace('#/definitions/', '') : '';
  if (typeof value === 'string' && isDate(type, path) && !isMoment(value)) {
    return [problem('value', `"${value.slice(0, 40)}" is not a date, or is a time without a zone.`, path)];
  }
  return type === '' || type === 'ResourceList' ? [] : walk(definitions, type, value, path);
}

// The schema writes choices inline, without a type name, but their own name ends with it.
const isDate = (type: string, path: string): boolean =>
  ['date', 'dateTime', 'instant'].includes(type) || /[a-z](DateTime|Date|Instant)$/.test(path);

/** Only days of the calendar, and never a time without its zone (R4 datatypes.html#dateTime). */
const isMoment = (text: string): boolean =>
  spanOf(text) !== undefined && (!text.includes('T') || /(Z|[+-]\d\d:\d\d)$/.test(text));
