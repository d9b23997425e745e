// Decodes OperationOutcomes. Their text is shown only in opened details.

import { field, listAt, shorten, textAt, textOf } from '../datatypes/json.ts';

/** One issue of an OperationOutcome. `text` has at most 300 characters and is shown only in opened details. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: string;
  readonly element?: string | undefined;
  readonly text?: string | undefined;
  /** Error numbers in `details.coding`, such as Epic's 4122. */
  readonly numbers?: readonly string[] | undefined;
}

const SEVERITIES: readonly Issue['severity'][] = ['fatal', 'error', 'warning', 'information'];
const MOST_ISSUES = 50;

/** The issues of an OperationOutcome, at most fifty. Empty for anything else. A missing severity counts as error. */
export function decodeOutcome(resource: unknown): readonly Issue[] {
  if (textAt(resource, 'resourceType') !== 'OperationOutcome') return [];
  return listAt(resource, 'issue').slice(0, MOST_ISSUES).map(issueOf);
}

/** True if an outcome reports an error, whatever the HTTP status. */
export function saysError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'fatal' || severity === 'error');
}

/** True if an issue has this error number, as a coding or in its text. */
export function hasNumber({ numbers = [], text = '' }: Issue, number: string): boolean {
  return numbers.includes(number) || text.split(/\D+/).includes(number);
}

function issueOf(issue: unknown): Issue {
  const written = textAt(issue, 'severity');
  const details = field(issue, 'details');
  const codings = listAt(details, 'coding');
  const display = codings.map((coding) => textAt(coding, 'display')).find(Boolean);
  const numbers = codings.flatMap((coding) => /^\d{1,10}$/.exec(textAt(coding, 'code') ?? '') ?? []).slice(0, 10);
  const text = textAt(details, 'text') ?? textAt(issue, 'diagnostics') ?? display;
  const paths = [...listAt(issue, 'expression'), ...listAt(issue, 'location')];
  const element = textOf(paths.find((path) => typeof path === 'string'));
  return {
    severity: SEVERITIES.find((severity) => severity === written) ?? 'error',
    code: shorten(textAt(issue, 'code') ?? 'unknown', 60),
    element: element && shorten(element, 100),
    text: text && shorten(text, 300),
    numbers: numbers.length > 0 ? numbers : undefined,
  };
}
