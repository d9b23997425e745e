// Reads patient, visit, user and rights from a token response. Pure: it sends no request and stores nothing.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { isServerId } from '../../fhir/datatypes/server-id.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { EhrEntry } from '../../site.ts';
import type { LaunchFault } from '../faults.ts';
import type { LaunchContext } from '../port.ts';
import { secured } from '../server/address.ts';
import { can, canWithNotes, maySearchNotes, parseScopes, type Scopes } from '../server/scopes.ts';
import type { Claims } from './id-token.ts';
import { normalizeIss } from './launch-checks.ts';

/**
 * A token response with the minimum that a session needs. Ids are FHIR ids. `scopes` are the requested ones if the
 * response names none (RFC 6749, section 5.1).
 */
export interface TokenFacts {
  readonly patient: string;
  readonly encounter: string | undefined;
  readonly tenant: string | undefined;
  readonly scopes: Scopes;
  readonly showBanner: boolean;
  readonly review: boolean;
  readonly idToken: string | undefined;
  /** Where the EHR describes its theme. The address is checked before it is read. */
  readonly styleUrl: string | undefined;
}

const id = (value: unknown): string | undefined => (isServerId(value) ? value : undefined);

/** Without reading the patient and at least one resource type it files, Evoke has nothing to show. */
function lacksReads(scopes: Scopes, entry: EhrEntry): boolean {
  const { order } = entry.write;
  return !can(scopes, 'Patient', 'read') || (order.length > 0 && !order.some((type) => maySearchNotes(scopes, type)));
}

/** The scopes that a response names. Undefined if it names none. A malformed value grants nothing. */
export function grantedIn(response: unknown): string | undefined {
  const scope = field(response, 'scope');
  if (scope === undefined || scope === null) return undefined;
  return typeof scope === 'string' ? scope : '';
}

/** Reads a token response for the EHR's entry. Errors: exchangeFailed, noPatient, wrongTenant, missingScope. */
export function readTokenResponse(response: unknown, entry: EhrEntry): Result<TokenFacts, LaunchFault> {
  const bearer = textAt(response, 'token_type')?.toLowerCase() === 'bearer';
  if (!textAt(response, 'access_token') || !bearer) return err({ kind: 'exchangeFailed' });
  const patient = id(field(response, 'patient'));
  if (!patient) return err({ kind: 'noPatient' });
  const tenant = textAt(response, 'tenant');
  if (entry.tenants && !entry.tenants.includes(tenant ?? '')) return err({ kind: 'wrongTenant' });
  const scopes = parseScopes(grantedIn(response) ?? entry.scopes);
  if (lacksReads(scopes, entry)) return err({ kind: 'missingScope' });
  return ok({
    patient,
    scopes,
    tenant,
    encounter: id(field(response, 'encounter')),
    idToken: textAt(response, 'id_token'),
    styleUrl: textAt(response, 'smart_style_url'),
    showBanner: field(response, 'need_patient_banner') !== false,
    review: field(response, 'intent') === 'review',
  });
}

/** Who signed in: a clinician by relative reference, a patient or relative (who may not write), or an unknown user. */
type FhirUser =
  | { readonly kind: 'clinician'; readonly reference: string }
  | { readonly kind: 'patient' }
  | { readonly kind: 'unknown' };

/**
 * Reads a fhirUser claim, relative or absolute under the server's base, in any spelling of scheme and host, with or
 * without a version. A proxy may end TLS, so http is taken for https. A reference to another server is unknown.
 */
function readFhirUser(claim: string | undefined, base: string): FhirUser {
  const [, home, type, userId] = /^(?:(.+)\/)?([A-Z][A-Za-z]+)\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(claim ?? '') ?? [];
  if (!isServerId(userId)) return { kind: 'unknown' };
  if (home !== undefined && normalizeIss(secured(base, home)) !== base) return { kind: 'unknown' };
  if (type === 'Practitioner' || type === 'PractitionerRole')
    return { kind: 'clinician', reference: `${type}/${userId}` };
  return type === 'Patient' || type === 'RelatedPerson' ? { kind: 'patient' } : { kind: 'unknown' };
}

function whyReadOnly(entry: EhrEntry, scopes: Scopes, user: FhirUser): LaunchContext['readOnly'] {
  if (user.kind !== 'clinician') return 'no-clinician';
  if (!entry.write.order.length) return 'site';
  return entry.write.order.some((type) => canWithNotes(scopes, type, 'create')) ? undefined : 'no-scope';
}

/**
 * Freezes the facts of one launch. `hasHostBanner` is true if an EHR page around this one shows the patient. Errors:
 * notAClinician when a patient or a relative signed in.
 */
export function freezeContext(
  entry: EhrEntry,
  facts: TokenFacts,
  claims: Claims | undefined,
  hasHostBanner: boolean,
): Result<LaunchContext, LaunchFault> {
  const user = readFhirUser(claims?.fhirUser, entry.iss);
  if (user.kind === 'patient') return err({ kind: 'notAClinician' });
  const binding = Object.freeze({
    issuer: entry.iss,
    patient: facts.patient,
    ...(facts.tenant && { tenant: facts.tenant }),
    ...(facts.encounter && { encounter: facts.encounter }),
    ...(user.kind === 'clinician' && { clinician: user.reference }),
  });
  return ok(
    Object.freeze({
      binding,
      ehrId: entry.id,
      ehrLabel: entry.label,
      showBanner: facts.showBanner || !hasHostBanner,
      clinicianName: claims?.name,
      subject: claims?.subject,
      readOnly: whyReadOnly(entry, facts.scopes, user),
      intent: facts.review ? ('review' as const) : undefined,
    }),
  );
}
