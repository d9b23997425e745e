// Lifetimes of tokens, and when to refresh them. Times are milliseconds since the epoch.

import { textAt } from '../../fhir/datatypes/json.ts';
import type { StoredTokens } from './token-store.ts';

const MINUTE_MS = 60_000;

/** Tokens in use. `lifeMs` is absent if the EHR does not say how long they last. */
export interface Tokens extends StoredTokens {
  readonly lifeMs: number | undefined;
  readonly refreshToken: string | undefined;
}

export function tokensOf({ response, receivedAt }: StoredTokens): Tokens {
  const life = Number(response['expires_in']);
  return {
    response,
    receivedAt,
    lifeMs: life > 0 ? life * 1000 : undefined,
    refreshToken: textAt(response, 'refresh_token'),
  };
}

/** When the access token expires. Infinity if the EHR does not say. */
export const expiryOf = ({ receivedAt, lifeMs = Number.POSITIVE_INFINITY }: Tokens): number => receivedAt + lifeMs;
/** When to refresh: a minute early, or in the last quarter of a short life, so that not every request refreshes. */
export const refreshAt = (tokens: Tokens): number => expiryOf(tokens) - Math.min(MINUTE_MS, (tokens.lifeMs ?? 0) / 4);
/** A token of unknown lifetime may have expired after the five minutes that many servers give. */
export const mayHaveExpired = (tokens: Tokens): boolean =>
  Date.now() >= tokens.receivedAt + (tokens.lifeMs ?? 5 * MINUTE_MS);
