// A response before it becomes HTTP, and refusals as OperationOutcome. Decides nothing.
import type { OperationOutcome, OperationOutcomeIssue, Resource } from 'fhir/r4';

/** A response: the status, the resource and its own headers. Refusals have the same type. */
export interface Reply {
  readonly status: number;
  readonly resource?: Resource;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Codes of `http://hl7.org/fhir/issue-type` that this server uses. */
export type IssueCode = OperationOutcomeIssue['code'];

/** An OperationOutcome of one issue, by default an error. */
export const outcome = (
  code: IssueCode,
  text: string,
  severity: OperationOutcomeIssue['severity'] = 'error',
): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, details: { text }, diagnostics: text }],
});

/** A refusal of one issue. */
export const refuse = (
  status: number,
  code: IssueCode,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, resource: outcome(code, text), headers });

/** A refusal of several issues. */
export function refuseAll(status: number, issue: readonly OperationOutcomeIssue[]): Reply {
  const resource: OperationOutcome = { resourceType: 'OperationOutcome', issue: [...issue] };
  return { status, resource };
}

/** True if the response is not a failure. */
export const isFine = (reply: Reply): boolean => reply.status < 400;
