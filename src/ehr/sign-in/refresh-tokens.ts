// Holds the tokens of one launch and refreshes them once for all callers, after a pause if the last try failed.

import { backoffMs, pause, SOON_MS } from '../server/pause.ts';
import { forgetLeftSignIns } from './sign-in-lock.ts';
import { requestTokens, type TokenClient, type TokenResponse } from './token-endpoint.ts';
import { forgetLaunch, keepTokens, recordUse, type StoredTokens } from './token-store.ts';
import { type Tokens, tokensOf } from './tokens.ts';

const REFRESH_MS = 15_000;
/** A use is recorded no more often than this. */
const USE_EVERY_MS = 5_000;

/** `state` names the storage entry, which is written only if `isStored`. */
export interface TokenHolderInput extends StoredTokens {
  readonly client: TokenClient;
  readonly state: string;
  readonly isStored: boolean;
}

/**
 * When a failed refresh may be repeated: after the server's Retry-After, or after a pause that doubles each time. The
 * shorter of two measures counts, because a clock that is set back would make the wait longer.
 */
function createBackoff() {
  let [failures, longestMs, wall, uptime] = [0, 0, 0, 0];
  return {
    waitMs: (): number => Math.max(0, longestMs - Math.max(Date.now() - wall, performance.now() - uptime)),
    failed: (retryAfterMs: number | undefined): void => {
      [longestMs, wall, uptime] = [retryAfterMs ?? backoffMs(failures), Date.now(), performance.now()];
      failures += 1;
    },
    succeeded: (): void => {
      [failures, longestMs] = [0, 0];
    },
  };
}

/** A refresh that is running. `soon` resolves two seconds after it began. */
interface Refresh {
  readonly done: Promise<void>;
  readonly soon: Promise<void>;
}

/**
 * What a refresh brings (RFC 6749, section 6). Visit and user stay those of the launch, and its id token is the only one
 * that carries its nonce (OpenID Connect Core, section 12.2). The patient is taken over so that the write guard sees it.
 */
const REFRESHED = ['token_type', 'expires_in', 'refresh_token', 'scope', 'patient'] as const;

function refreshedResponse(launched: TokenResponse, fresh: TokenResponse): TokenResponse {
  const parts = REFRESHED.flatMap((name) => ((fresh[name] ?? undefined) === undefined ? [] : [[name, fresh[name]]]));
  return { ...launched, ...Object.fromEntries(parts), access_token: fresh.access_token };
}

/** The current tokens of one launch, undefined once it has ended. All callers share one refresh. */
export function createTokenHolder({ client, state, isStored, ...launched }: TokenHolderInput) {
  let tokens: Tokens | undefined = tokensOf(launched);
  let refreshing: Refresh | undefined;
  let [stored, recordedAt] = [isStored, 0];
  const backoff = createBackoff();
  const cleared = new AbortController();
  const forgetStored = (): void => {
    stored = false;
    forgetLaunch(state);
  };
  const clear = (): void => {
    tokens = undefined;
    forgetStored();
    void forgetLeftSignIns();
    cleared.abort();
  };
  const request = async (): Promise<void> => {
    if (!tokens?.refreshToken) return;
    const grant = { grant_type: 'refresh_token', refresh_token: tokens.refreshToken };
    const answer = await requestTokens(client, grant, AbortSignal.timeout(REFRESH_MS));
    // The session may have ended in the meantime.
    if (!tokens) return;
    if (answer.kind === 'refused') clear();
    if (answer.kind === 'failed') backoff.failed(answer.retryAfterMs);
    if (answer.kind !== 'tokens') return;
    backoff.succeeded();
    tokens = tokensOf({ response: refreshedResponse(tokens.response, answer.response), receivedAt: Date.now() });
    // This page then refuses to write. A reload must not open the other patient instead.
    if (tokens.response['patient'] !== launched.response['patient']) forgetStored();
    if (stored) keepTokens(state, tokens);
  };
  return {
    tokens: () => tokens,
    used: () => {
      const now = Date.now();
      if (!stored || Math.abs(now - recordedAt) < USE_EVERY_MS) return;
      recordedAt = now;
      recordUse(state, now);
    },
    clear,
    cleared: cleared.signal,
    /** Milliseconds until the next refresh request may be sent. 0 while one is running, which callers then share. */
    waitMs: () => (refreshing === undefined ? backoff.waitMs() : 0),
    refresh: (): Refresh => {
      refreshing ??= {
        done: request().finally(() => {
          refreshing = undefined;
        }),
        soon: pause(SOON_MS),
      };
      return refreshing;
    },
  };
}
