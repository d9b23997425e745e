// Reads OperationOutcomes. Text from an EHR is cut short here and is only ever shown inside opened details.

import type { Issue } from './faults.ts';

const SEVERITIES = ['fatal', 'error', 'warning', 'information'] as const;
const LONGEST = 300;

type Json = Readonly<Record<string, unknown>>;
const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value.slice(0, LONGEST) : undefined;

function readIssue(value: unknown): Issue {
  const said = asObject(value);
  const expression: unknown = Array.isArray(said['expression']) ? said['expression'][0] : undefined;
  const element = asText(expression);
  const text = asText(said['diagnostics']) ?? asText(asObject(said['details'])['text']);
  return {
    severity: SEVERITIES.find((one) => one === said['severity']) ?? 'error',
    code: asText(said['code']) ?? 'unknown',
    ...(element && { element }),
    ...(text && { text }),
  };
}

/** The issues of an OperationOutcome, at most 20; none for anything else. Total. */
export function readIssues(resource: unknown): readonly Issue[] {
  const outcome = asObject(resource);
  if (outcome['resourceType'] !== 'OperationOutcome' || !Array.isArray(outcome['issue'])) return [];
  return outcome['issue'].slice(0, 20).map(readIssue);
}

/** True when an outcome says the request failed, whatever the status said. */
export function saysFailed(issues: readonly Issue[]): boolean {
  return issues.some((one) => one.severity === 'fatal' || one.severity === 'error');
}
