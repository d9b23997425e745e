// The scope strings that the sandbox grants, v1 and v2. The FHIR server decides what a scope allows.

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
// v2 letters have this order only: .ru is a scope, .ur is not (SMART App Launch 2.2, scopes).
const V2 = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(?=[cruds])c?r?u?d?s?(\?[^\s]+)?$/;

/** The single scopes of a space-separated string, each once, in order. */
export function splitScope(scope: string): readonly string[] {
  return [...new Set(scope.split(' ').filter((part) => part !== ''))];
}

/** The requested scopes that the sandbox can grant. `patient/` scopes only if there is a patient. */
export function grantableScopes(asked: readonly string[], hasPatient: boolean): readonly string[] {
  return asked.filter((scope) => {
    if (CONTEXT_SCOPES.has(scope)) return true;
    if (!V1.test(scope) && !V2.test(scope)) return false;
    return hasPatient || !scope.startsWith('patient/');
  });
}

/** True if these scopes request a refresh token. */
export const wantsRefresh = (scopes: readonly string[]): boolean =>
  scopes.includes('online_access') || scopes.includes('offline_access');

/** The scopes that discovery lists: each kind, not every combination. */
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
