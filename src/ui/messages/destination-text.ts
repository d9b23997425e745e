// Texts for the destination of a note, or why it has none.

import type { Destination } from '../../ehr/port.ts';
import type { Form } from '../../interview/history/history.ts';

/** Each form as shown to clinicians. */
export const FORM_WORDS = {
  observation: 'readiness note',
  document: 'clinical document',
  response: 'form answers',
} as const satisfies Record<Form, string>;

/** A form with its article: `a readiness note`, `form answers`. */
export const aForm = (form: Form): string => (form === 'response' ? FORM_WORDS[form] : `a ${FORM_WORDS[form]}`);

const COPY_WHY = {
  'no-clinician': 'Your sign-in does not name a clinician, so nothing can be filed. Copy the text instead.',
  'no-scope': 'Your sign-in does not allow filing here. Copy the text instead.',
  'not-taken': 'This chart does not take this kind of note. Copy the text instead.',
  site: 'Filing is switched off here. Copy the text instead.',
} as const satisfies Record<Extract<Destination, { readonly kind: 'copy' }>['why'], string>;

/** The destination as the sign button's second line, or why there is none. */
export function goesTo(destination: Destination | { readonly kind: 'unknown' }): string {
  if (destination.kind === 'unknown') return 'Finding out where notes go';
  if (destination.kind === 'copy') return COPY_WHY[destination.why];
  return `Files to the chart as ${aForm(destination.form)}${destination.confirmed ? '' : ' (not yet confirmed)'}`;
}
