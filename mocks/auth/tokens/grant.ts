// What a token allows, as the FHIR server sees it. The authorization server makes, stores and revokes tokens.

/** One living access token. `scope` is space-separated SMART v1 or v2. `expiresAt` is milliseconds since the epoch. */
export interface Grant {
  readonly clientId: string;
  readonly scope: string;
  readonly patientId?: string;
  readonly encounterId?: string;
  /** Relative reference of the person who signed in, such as `Practitioner/amara`. */
  readonly userReference: string;
  readonly expiresAt: number;
}

/** What the FHIR server asks at every request. */
export interface Access {
  /** The grant of the bearer token. Undefined if it is missing, unknown, revoked or expired. */
  grantOf(request: Request): Grant | undefined;
  /** Ends every access token at once, as when an EHR's session ends. Refresh tokens stay valid. */
  expireAll(): void;
}
