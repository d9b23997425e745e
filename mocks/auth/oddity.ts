// The ways in which an EHR can be hostile, broken or odd during the sign-in. Data only.

/** How the id_token is made. `signed` follows the standard. Every other form is wrong on purpose. */
export type IdTokenForm = 'signed' | 'absent' | 'unsigned' | 'hs256' | 'unknown-kid' | 'foreign-key' | 'garbled';

/** Keys to merge over a response. `undefined` removes one. */
export type Overlay = Readonly<Record<string, unknown>>;

/** How this server departs from the standard. An empty record is a well-behaved EHR. */
export type Oddity = {
  /** Answer discovery with this status instead of the document. */
  readonly discoveryStatus?: 404 | 500 | 503;
  /** Answer discovery with this text instead of the document. */
  readonly discoveryText?: string;
  readonly discovery?: Overlay;
  /** Appended to the authorization endpoint in discovery, like `?tenant=a`. */
  readonly authorizeQuery?: string;
  /** Send the browser back with this OAuth error instead of a code. */
  readonly authorizeError?: string;
  /** Error description. Apps must never show it. */
  readonly authorizeErrorDescription?: string;
  /** Merged over the parameters of the authorization response (code, state, iss). */
  readonly authorizeResponse?: Readonly<Record<string, string | undefined>>;
  /** Narrow or change what is granted. */
  readonly grant?: (asked: readonly string[]) => readonly string[];
  /** Refuse every exchange of a code with this OAuth error. */
  readonly tokenError?: string;
  /** Refuse every refresh with this OAuth error. */
  readonly refreshError?: string;
  /** Answer this many requests of a grant with this status before they are read, as a gateway does, without JSON. */
  readonly tokenOutage?: {
    readonly grant: 'authorization_code' | 'refresh_token';
    readonly status: 429 | 503;
    readonly retryAfterSeconds?: number;
    readonly times: number;
  };
  /** How far this server's clock is ahead of all others. Negative: behind. Appears in the id_token and in `Date`. */
  readonly clockAheadSeconds?: number;
  /** Scripts of other origins may not read the `Date` of a response. */
  readonly hidesDate?: boolean;
  readonly tokenReply?: Overlay;
  /** Merged over responses to a refresh, after `tokenReply`. */
  readonly refreshReply?: Overlay;
  readonly idToken?: IdTokenForm;
  readonly idTokenClaims?: Overlay;
  /** Access tokens of the form `abc.def` that are not JWTs. */
  readonly dottedAccessToken?: boolean;
  readonly accessTokenLifeSeconds?: number;
  readonly noRefreshToken?: boolean;
  /** The refresh token stays valid and a refresh returns no new one. */
  readonly refreshWithoutRotation?: boolean;
};

/** The record with an overlay applied: its keys replaced, `undefined` ones removed. */
export function lay(base: Overlay, ...overlays: readonly (Overlay | undefined)[]): Overlay {
  const laid = Object.assign({}, base, ...overlays);
  return Object.fromEntries(Object.entries(laid).filter(([, value]) => value !== undefined));
}
