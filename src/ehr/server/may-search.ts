// Whether this sign-in may search for notes of a form, so that Evoke sends no search that will be refused.

import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { Form } from '../../interview/history/history.ts';
import { can, SAMPLES, type Scopes } from './scopes.ts';

/** True if the granted scopes allow a search for notes in that form. */
export function maySearch({ scopes }: { readonly scopes: Scopes }, form: Form): boolean {
  const type = FORM_TYPES[form];
  return can(scopes, type, 'search', SAMPLES[type]) || can(scopes, type, 'read', SAMPLES[type]);
}
