// Keeps every token of one sign-in and ends them together. Knows nothing about HTTP.
import type { LaunchContext } from '../context.ts';
import { newSecret } from '../ticket.ts';

/** One sign-in: who, where, for which app. Its tokens are revoked together. */
export type TokenFamily = {
  readonly clientId: string;
  readonly context: LaunchContext;
  /** What the sign-in granted. A refresh may request less, never more. */
  readonly scopes: readonly string[];
  readonly nonce?: string;
};

/** An access token in the ledger. Times are milliseconds since 1970. */
export type AccessEntry = { readonly family: TokenFamily; readonly scope: string; readonly expiresAt: number };

/** A refresh token in the ledger. `spent` means that it was used before. */
export type RefreshEntry = { readonly family: TokenFamily; readonly spent: boolean };

/** All live tokens of this process. */
export type TokenLedger = {
  readonly issueAccess: (family: TokenFamily, scope: string, lifeSeconds: number, token?: string) => string;
  readonly issueRefresh: (family: TokenFamily) => string;
  /** The entry of a valid access token. Undefined if it is unknown, expired or revoked. */
  readonly access: (token: string) => AccessEntry | undefined;
  /** The entry of a refresh token whose family is not revoked. */
  readonly refresh: (token: string) => RefreshEntry | undefined;
  readonly spendRefresh: (token: string) => void;
  readonly revoke: (family: TokenFamily) => void;
  readonly revokeAll: () => void;
  /** Ends every access token now. Refresh tokens stay. */
  readonly expireAccess: () => void;
};

/** Makes an empty ledger on the given clock (milliseconds since 1970). */
export function createTokenLedger(now: () => number): TokenLedger {
  const accessTokens = new Map<string, AccessEntry>();
  const refreshTokens = new Map<string, RefreshEntry>();
  const forget = (isOut: (family: TokenFamily) => boolean): void => {
    for (const [token, entry] of accessTokens) if (isOut(entry.family)) accessTokens.delete(token);
    for (const [token, entry] of refreshTokens) if (isOut(entry.family)) refreshTokens.delete(token);
  };
  return {
    issueAccess: (family, scope, lifeSeconds, token = newSecret()) => {
      accessTokens.set(token, { family, scope, expiresAt: now() + lifeSeconds * 1000 });
      return token;
    },
    issueRefresh: (family) => {
      const token = newSecret();
      refreshTokens.set(token, { family, spent: false });
      return token;
    },
    access: (token) => {
      const entry = accessTokens.get(token);
      return entry !== undefined && entry.expiresAt > now() ? entry : undefined;
    },
    refresh: (token) => refreshTokens.get(token),
    spendRefresh: (token) => {
      const entry = refreshTokens.get(token);
      if (entry !== undefined) refreshTokens.set(token, { ...entry, spent: true });
    },
    revoke: (family) => forget((other) => other === family),
    revokeAll: () => forget(() => true),
    expireAccess: () => accessTokens.clear(),
  };
}
