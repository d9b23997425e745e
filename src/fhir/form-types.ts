// The FHIR resource type of each form.

import type { Form } from '../interview/history/history.ts';

export const FORM_TYPES = {
  observation: 'Observation',
  document: 'DocumentReference',
  response: 'QuestionnaireResponse',
} as const satisfies Record<Form, string>;
