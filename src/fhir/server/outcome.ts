// OperationOutcomes as values: what a server complained of. Its text is shown only inside opened details.

import { field, listAt, shorten, textAt } from '../datatypes/json.ts';

/** One complaint of an OperationOutcome; `text` is at most 300 characters and is shown only inside opened details. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: string;
  readonly element?: string;
  readonly text?: string;
  /** Error numbers that the server put into `details.coding`, such as 4122 of Epic. */
  readonly numbers?: readonly string[];
}

const SEVERITIES: readonly Issue['severity'][] = ['fatal', 'error', 'warning', 'information'];
const MOST_ISSUES = 50;

/** The complaints of an OperationOutcome, at most fifty; none for anything else. A missing severity is an error. */
export function decodeOutcome(resource: unknown): readonly Issue[] {
  if (textAt(resource, 'resourceType') !== 'OperationOutcome') return [];
  return listAt(resource, 'issue').slice(0, MOST_ISSUES).map(issueOf);
}

/** True when an outcome says that something went wrong, whatever the HTTP status was. */
export function saysError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'fatal' || severity === 'error');
}

/** True when a complaint carries this error number, as a coding or in its text. */
export function hasNumber({ numbers = [], text = '' }: Issue, number: string): boolean {
  return numbers.includes(number) || text.split(/\D+/).includes(number);
}

function issueOf(issue: unknown): Issue {
  const written = textAt(issue, 'severity');
  const element = [...listAt(issue, 'expression'), ...listAt(issue, 'location')].find(
    (path) => typeof path === 'string',
  );
  const details = field(issue, 'details');
  const codings = listAt(details, 'coding');
  const display = codings.map((coding) => textAt(coding, 'display')).find(Boolean);
  const numbers = codings.flatMap((coding) => /^\d{1,10}$/.exec(textAt(coding, 'code') ?? '') ?? []).slice(0, 10);
  const text = textAt(details, 'text') ?? textAt(issue, 'diagnostics') ?? display;
  return {
    severity: SEVERITIES.find((severity) => severity === written) ?? 'error',
    code: shorten(textAt(issue, 'code') ?? 'unknown', 60),
    ...(typeof element === 'string' && element !== '' ? { element: shorten(element, 100) } : {}),
    ...(text ? { text: shorten(text, 300) } : {}),
    ...(numbers.length ? { numbers } : {}),
  };
}
