// Whether notes of a form may be looked for at all, so that nothing is asked for that is known to be refused.

import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { Form } from '../../interview/history/history.ts';
import { can, SAMPLES, type Scopes } from './scopes.ts';

/** Whether this sign-in may look for notes in that form. */
export function maySearch({ scopes }: { readonly scopes: Scopes }, form: Form): boolean {
  const type = FORM_TYPES[form];
  return can(scopes, type, 'search', SAMPLES[type]) || can(scopes, type, 'read', SAMPLES[type]);
}
