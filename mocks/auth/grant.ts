// What a token allows, as the FHIR server sees it. How a token is made, kept or revoked is the authorization server's affair.

/** One living access token. `scope` is space-separated SMART v1 or v2; `expiresAt` is milliseconds since the epoch. */
export interface Grant {
  readonly clientId: string;
  readonly scope: string;
  readonly patientId?: string;
  readonly encounterId?: string;
  /** Relative reference of who signed in, such as `Practitioner/amara`. */
  readonly userReference: string;
  readonly expiresAt: number;
}

/** The question the FHIR server asks at every request. */
export interface Access {
  /** The grant behind the bearer token; undefined when it is missing, unknown, revoked or expired. */
  grantOf(request: Request): Grant | undefined;
  /** Ends every access token at once, as when an EHR's session ends. Refresh tokens live on. */
  expireAll(): void;
}
