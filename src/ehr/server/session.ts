// What a request needs of the sign-in. ehr/sign-in keeps and refreshes its tokens.

/** The current sign-in. Once ended it stays ended. */
export interface Session {
  /** The token to send, refreshed if it is about to expire. Undefined if the sign-in ended or none is available now. */
  readonly token: () => Promise<string | undefined>;
  /** Another token, because the EHR refused `used` (401). Undefined in the same cases. */
  readonly refresh: (used: string) => Promise<string | undefined>;
  /** True if the current token may have expired, so that a blocked request may have been a hidden 401. */
  readonly mayHaveExpired: () => boolean;
  readonly isEnded: () => boolean;
  /** Aborts when the sign-in ends. */
  readonly ended: AbortSignal;
  /** The patient that the current token names, or undefined if its response names none. */
  readonly patient: () => string | undefined;
  /** Milliseconds since the epoch when the sign-in finally ends. Undefined while it can be refreshed. */
  readonly endsAt: () => number | undefined;
  /** True once the sign-in is older than this site allows. */
  readonly isTooOld: () => boolean;
  /** Records that the panel is in use, because a reload after the idle lock must sign in again. */
  readonly used: () => void;
  /** Deletes every token here and in storage. Safe to call twice. */
  readonly end: () => void;
}
