// Keeps the tokens of one launch and refreshes them once for all callers. It reads no FHIR.

import { backoffMs, pause, SOON_MS } from '../server/pause.ts';
import type { Session } from '../server/session.ts';
import { forgetLeftSignIns } from './sign-in-lock.ts';
import { requestTokens, type TokenClient, type TokenResponse } from './token-endpoint.ts';
import { forgetLaunch, keepTokens, recordUse, type StoredTokens } from './token-store.ts';
import { expiryOf, isOld, refreshAt, type Tokens, tokensOf } from './tokens.ts';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const REFRESH_MS = 15_000;
const LONGEST_WAIT_MS = 10_000;
const TRIES = 3;
/** A use is recorded no more often than this. */
const USE_EVERY_MS = 5_000;

/**
 * `signedInAt` is in milliseconds since the epoch. `state` names the storage entry, which is written only if `isStored`.
 * `hours` is the longest a sign-in may last at this site.
 */
export interface SessionInput extends StoredTokens {
  readonly client: TokenClient;
  readonly state: string;
  readonly isStored: boolean;
  readonly signedInAt: number;
  readonly hours: number;
}

function signInEnd(tokens: Tokens | undefined, lastMs: number): number | undefined {
  if (!tokens) return undefined;
  if (tokens.refreshToken) return lastMs - Date.now() < 10 * MINUTE_MS ? lastMs : undefined;
  return Math.min(expiryOf(tokens), lastMs);
}

/**
 * When a failed refresh may be repeated: after the server's Retry-After, or after 1, 2, 4 … seconds with jitter. The
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
 * What a renewal brings (RFC 6749, section 6). Visit and user stay those of the launch, and its id token is the only one
 * that carries its nonce (OpenID Connect Core, section 12.2). The patient is taken over so that the write guard sees it.
 */
const RENEWED = ['token_type', 'expires_in', 'refresh_token', 'scope', 'patient'] as const;

function renewedResponse(launched: TokenResponse, fresh: TokenResponse): TokenResponse {
  const parts = RENEWED.flatMap((name) => ((fresh[name] ?? undefined) === undefined ? [] : [[name, fresh[name]]]));
  return { ...launched, ...Object.fromEntries(parts), access_token: fresh.access_token };
}

/** All callers share one refresh. */
function createTokenHolder({ client, state, isStored, ...launched }: SessionInput) {
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
    tokens = tokensOf({ response: renewedResponse(tokens.response, answer.response), receivedAt: Date.now() });
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

/** True once the sign-in is older than `hours`, even if the clock is set back while the page is open. */
function createAgeLimit(signedInAt: number, hours: number): () => boolean {
  const [before, started] = [Date.now() - signedInAt, performance.now()];
  return () => Math.max(Date.now() - signedInAt, before + performance.now() - started) >= hours * HOUR_MS;
}

type IsUsable = (tokens: Tokens) => boolean;

/** Opens the session for a token response. From now on only the session reads and deletes its tokens. */
export function openSession(input: SessionInput): Session {
  const { signedInAt, hours } = input;
  const { tokens, clear, cleared, waitMs, refresh, used } = createTokenHolder(input);
  const isTooOld = createAgeLimit(signedInAt, hours);
  // An expired token without a refresh token is not worth a request. A laptop may have slept past its end.
  const isSpent = (held: Tokens): boolean => !held.refreshToken && expiryOf(held) <= Date.now();
  const live = (): Tokens | undefined => {
    const held = tokens();
    if (held && (isTooOld() || isSpent(held))) clear();
    return tokens();
  };
  const usable = (isUsable: IsUsable): string | undefined => {
    const held = live();
    return held && isUsable(held) ? held.response.access_token : undefined;
  };
  /** Refreshes until a token is usable, the sign-in has ended, or the wait would be too long. */
  const refreshUntil = async (isUsable: IsUsable): Promise<string | undefined> => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const [held, ms] = [live(), waitMs()];
      const isEnough = held !== undefined && isUsable(held) && (tried > 0 || ms > 0);
      if (!held?.refreshToken || isEnough || ms > LONGEST_WAIT_MS) break;
      if (ms > 0) await pause(ms);
      const { done, soon } = refresh();
      // A server that hangs delays no request for long while the old token is good.
      await (usable(isUsable) === undefined ? done : Promise.race([done, soon]));
    }
    return usable(isUsable);
  };
  return {
    token: async () => {
      const held = live();
      const isUsable: IsUsable = (each) => expiryOf(each) > Date.now();
      return held?.refreshToken && refreshAt(held) <= Date.now() ? refreshUntil(isUsable) : usable(isUsable);
    },
    renew: async (used) => {
      const isUsable: IsUsable = (each) => each.response.access_token !== used;
      const held = live();
      if (held && !held.refreshToken && !isUsable(held)) clear();
      return usable(isUsable) ?? refreshUntil(isUsable);
    },
    isStale: () => {
      const held = tokens();
      return held !== undefined && isOld(held) && (held.lifeMs !== undefined || held.refreshToken !== undefined);
    },
    isEnded: () => live() === undefined,
    ended: cleared,
    patient: () => {
      const patient = tokens()?.response['patient'];
      return typeof patient === 'string' ? patient : undefined;
    },
    endsAt: () => signInEnd(tokens(), signedInAt + hours * HOUR_MS),
    isTooOld,
    used,
    end: clear,
  };
}
