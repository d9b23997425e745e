// What the status of each form means, and which one a change writes. Source: docs/design/readiness-note.md, "Status".

import type { DocumentReference, Observation, QuestionnaireResponse } from 'fhir/r4';
import type { Form, Standing } from '../interview/history/history.ts';
import type { Act } from '../interview/note/note-change.ts';

interface Statuses<Status extends string> {
  readonly standings: Readonly<Partial<Record<Status, Standing>>>;
  /** The status that the note has after each act. */
  readonly after: Readonly<Record<Act, Status>>;
}

export const STATUSES = {
  observation: {
    standings: {
      final: 'current',
      amended: 'amended',
      corrected: 'corrected',
      'entered-in-error': 'retracted',
      cancelled: 'retracted',
    },
    after: { add: 'amended', correct: 'corrected', retract: 'entered-in-error' },
  },
  // A response has no status for "corrected". The reason is in its answers and its text.
  response: {
    standings: { completed: 'current', amended: 'amended', 'entered-in-error': 'retracted' },
    after: { add: 'amended', correct: 'amended', retract: 'entered-in-error' },
  },
  // A new document replaces the one that is changed. The status of its text is in `docStatus`.
  document: {
    standings: { current: 'current', superseded: 'superseded', 'entered-in-error': 'retracted' },
    after: { add: 'current', correct: 'current', retract: 'entered-in-error' },
  },
} as const satisfies {
  readonly observation: Statuses<Observation['status']>;
  readonly response: Statuses<QuestionnaireResponse['status']>;
  readonly document: Statuses<DocumentReference['status']>;
};

/** The standing of a status. One that is not listed stays out of trends, like a draft. */
export function standingOfStatus(form: Form, status: unknown): Standing {
  const known = Object.entries(STATUSES[form].standings).find(([name]) => name === status);
  return known?.[1] ?? 'draft';
}

/** The standing that a note must have after an act. */
export const standingAfter = (form: Form, act: Act): Standing => standingOfStatus(form, STATUSES[form].after[act]);
