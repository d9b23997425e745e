// Diagnostics: what this EHR offers and granted, and which form a note would take and why. No patient data.

import { FORM_TYPES } from '../fhir/form-types.ts';
import { FORMS, type Form } from '../interview/history/history.ts';
import type { WriteType } from '../site.ts';
import { chooseDestination, type DestinationInput } from './forms/destination.ts';
import type { Diagnostics, FormCheck } from './port.ts';
import { canWithNotes } from './server/scopes.ts';

const splitScopes = (scopes: string): readonly string[] => scopes.split(/\s+/).filter(Boolean);

function checkOf({ settings, scopes, statement, closed }: DestinationInput, form: Form): FormCheck {
  const type: WriteType = FORM_TYPES[form];
  const place = settings.write.order.indexOf(type);
  return {
    type,
    place: place < 0 ? undefined : place + 1,
    siteSays: settings.write.capabilities?.[type],
    stated: statement?.[form],
    mayCreate: canWithNotes(scopes, type, 'create'),
    mayRead: canWithNotes(scopes, type, 'read'),
    refusedBefore: closed.has(form),
  };
}

/**
 * Collects the facts. It sends no request: the caller has read the statement or failed to. `granted` is undefined if the
 * token response named no scopes.
 */
export function collectDiagnostics(input: DestinationInput & { readonly granted: string | undefined }): Diagnostics {
  const { settings, granted } = input;
  const asked = splitScopes(settings.scopes);
  const given = granted === undefined ? undefined : splitScopes(granted);
  return {
    entryId: settings.id,
    idToken: settings.idToken,
    tokenStore: settings.tokenStore,
    asked,
    granted: given,
    withheld: given && asked.filter((scope) => !given.includes(scope)),
    statementRead: input.statement !== undefined,
    formChecks: FORMS.map((form) => checkOf(input, form)),
    destination: chooseDestination(input),
  };
}
