// The sandbox's discovery documents: smart-configuration (SMART App Launch 2.2) and OpenID discovery.
import { lay, type Oddity, type Overlay } from './oddity.ts';
import { SCOPES_SUPPORTED } from './scope.ts';

/** Where the server's endpoints are. `issuer` is the FHIR base, `origin` has no trailing slash. */
export type Addresses = { readonly issuer: string; readonly origin: string };

const CAPABILITIES = [
  'launch-ehr',
  'launch-standalone',
  'authorize-post',
  'client-public',
  'sso-openid-connect',
  'context-banner',
  'context-style',
  'context-ehr-patient',
  'context-ehr-encounter',
  'context-standalone-patient',
  'permission-online',
  'permission-offline',
  'permission-patient',
  'permission-user',
  'permission-v1',
  'permission-v2',
];

/** The discovery document, with the changes of an oddity. */
export function discoveryDocument({ issuer, origin }: Addresses, oddity: Oddity): Overlay {
  const document = {
    issuer,
    jwks_uri: `${origin}/auth/jwks`,
    authorization_endpoint: `${origin}/auth/authorize${oddity.authorizeQuery ?? ''}`,
    token_endpoint: `${origin}/auth/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    scopes_supported: SCOPES_SUPPORTED,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    capabilities: CAPABILITIES,
  };
  return lay(document, oddity.discovery);
}

/** The same facts at OpenID Connect's own address, which requires two more. */
export function openIdDocument(addresses: Addresses, oddity: Oddity): Overlay {
  const more = { subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] };
  return { ...discoveryDocument(addresses, oddity), ...more };
}
