// Knows which scope strings the sandbox grants, v1 and v2. What a scope allows at the FHIR door is decided there.

const CONTEXT_SCOPES = new Set([
  'openid',
  'fhirUser',
  'profile',
  'launch',
  'launch/patient',
  'launch/encounter',
  'online_access',
  'offline_access',
]);

const V1 = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*)$/;
// v2 letters stand in this order only: .ru is a scope, .ur is not (SMART App Launch 2.2, scopes).
const V2 = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(?=[cruds])c?r?u?d?s?(\?[^\s]+)?$/;

/** The single scopes of a space-separated string, each once, in order. */
export function splitScope(scope: string): readonly string[] {
  return [...new Set(scope.split(' ').filter((part) => part !== ''))];
}

/** The part of what was asked that the sandbox can grant; `patient/` scopes only where there is a patient. */
export function grantableScopes(asked: readonly string[], hasPatient: boolean): readonly string[] {
  return asked.filter((scope) => {
    if (CONTEXT_SCOPES.has(scope)) return true;
    if (!V1.test(scope) && !V2.test(scope)) return false;
    return hasPatient || !scope.startsWith('patient/');
  });
}

/** Tells whether these scopes ask for a refresh token. */
export const wantsRefresh = (scopes: readonly string[]): boolean =>
  scopes.includes('online_access') || scopes.includes('offline_access');

/** What discovery lists: the kinds of scope, not every combination. */
export const SCOPES_SUPPORTED: readonly string[] = [
  ...CONTEXT_SCOPES,
  'patient/*.cruds',
  'user/*.cruds',
  'patient/*.read',
  'patient/*.write',
  'patient/*.*',
  'user/*.read',
  'user/*.write',
  'user/*.*',
];
