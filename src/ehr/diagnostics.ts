// Diagnostics: what this EHR offers and granted, and which form a note would take and why. No patient data.

import { FORM_TYPES } from '../fhir/form-types.ts';
import type { Capability } from '../fhir/server/decode-capability.ts';
import { FORMS } from '../interview/history/history.ts';
import type { EhrEntry, WriteType } from '../site.ts';
import { chooseDestination, type DestinationInput } from './forms/destination.ts';
import type { Inspection, Rung } from './port.ts';
import { canWithNotes, type Scopes } from './server/scopes.ts';

/** Input of an inspection. `granted` is undefined if the token response named no scopes. */
export interface InspectInput {
  readonly entry: EhrEntry;
  readonly scopes: Scopes;
  readonly granted: string | undefined;
  readonly ladder: DestinationInput;
  readonly statement: Capability | undefined;
}

const splitScopes = (scopes: string): readonly string[] => scopes.split(/\s+/).filter(Boolean);

function rungOf(input: InspectInput, form: (typeof FORMS)[number]): Rung {
  const { entry, ladder } = input;
  const type: WriteType = FORM_TYPES[form];
  const place = entry.write.order.indexOf(type);
  return {
    type,
    place: place < 0 ? undefined : place + 1,
    siteSays: entry.write.capabilities?.[type],
    stated: input.statement?.[form],
    mayCreate: canWithNotes(input.scopes, type, 'create'),
    mayRead: canWithNotes(input.scopes, type, 'read'),
    refusedBefore: ladder.closed.has(form),
  };
}

/** Collects the facts. It sends no request: the caller has read the statement or failed to. */
export function inspect(input: InspectInput): Inspection {
  const { entry, granted } = input;
  const asked = splitScopes(entry.scopes);
  const given = granted === undefined ? undefined : splitScopes(granted);
  return {
    entryId: entry.id,
    idToken: entry.idToken,
    tokenStore: entry.tokenStore,
    asked,
    granted: given,
    withheld: given && asked.filter((scope) => !given.includes(scope)),
    statementRead: input.statement !== undefined,
    rungs: FORMS.map((form) => rungOf(input, form)),
    destination: chooseDestination(input.ladder),
  };
}
