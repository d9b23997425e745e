// Holds the tokens of one launch, renews them once for all callers, and ends for good. Nothing here reads FHIR.

import type { SmartClient } from '../sign-in/smart-client.ts';
import { forgetLaunch } from '../sign-in/token-store.ts';

const HOUR_MS = 60 * 60 * 1000;
const EARLY_MS = 60_000;
const REFRESH_MS = 15_000;

/** A living sign-in. Once ended it stays ended. */
export interface Session {
  /** A token good for at least some seconds, renewed first when it ends within a minute; undefined: session ended. */
  readonly token: () => Promise<string | undefined>;
  /** Renews because the EHR refused `used` (401); undefined: session ended. */
  readonly renew: (used: string) => Promise<string | undefined>;
  /** True when the present token is past its time, so that a blocked request may have been a hidden 401. */
  readonly isStale: () => boolean;
  readonly isEnded: () => boolean;
  /** The patient the present token names, or undefined where its answer names none. */
  readonly patient: () => string | undefined;
  /** Seconds since the epoch when the sign-in ends for good; undefined while it renews itself. */
  readonly ends: () => number | undefined;
  /** True once the sign-in is older than this site allows. */
  readonly isTooOld: () => boolean;
  /** Deletes every token here and in storage. Safe to call twice. */
  readonly end: () => void;
}

/**
 * What a session is made of. `signedInAt` is milliseconds since the epoch; `state` names the storage entry; `hours` is the
 * longest a sign-in may last here, whatever refresh allows.
 */
export interface SessionInput {
  readonly client: SmartClient;
  readonly state: string;
  readonly signedInAt: number;
  readonly hours: number;
}

/** Seconds since the epoch when the sign-in ends for good; undefined while it renews itself. */
function endOf(expiresAt: number | undefined, lastMs: number, canRenew: boolean): number | undefined {
  const last = Math.floor(lastMs / 1000);
  if (canRenew) return lastMs - Date.now() < 10 * EARLY_MS ? last : undefined;
  return Math.min(expiresAt ?? last, last);
}

/** Opens the session over fhirclient's state, which this alone reads and deletes from now on. */
export function openSession({ client, state, signedInAt, hours }: SessionInput): Session {
  const held = client.state;
  let ended = false;
  let renewing: Promise<string | undefined> | undefined;

  const expiresMs = () => (held.expiresAt ?? 0) * 1000;
  const canRenew = () => Boolean(held.tokenResponse?.refresh_token);
  const lastMs = signedInAt + hours * HOUR_MS;
  const isTooOld = () => Date.now() >= lastMs;

  const end = () => {
    ended = true;
    // B23: without a key fhirclient cannot write the state back when a refresh is still under way.
    delete held.key;
    delete held.tokenResponse;
    forgetLaunch(state);
  };
  // A token known to be past its time, that nothing can renew, is not worth a request: a laptop slept over its end.
  const isSpent = () => held.expiresAt !== undefined && !canRenew() && !renewing && expiresMs() <= Date.now();
  const endedNow = () => {
    if (!ended && (isTooOld() || isSpent())) end();
    return ended;
  };
  const renewOnce = async (): Promise<string | undefined> => {
    try {
      await client.refresh({ redirect: 'error', credentials: 'omit', signal: AbortSignal.timeout(REFRESH_MS) });
      // The session may have been ended while the answer was on its way; fhirclient has then put tokens back.
      if (ended) end();
    } catch {
      end();
    }
    return ended ? undefined : held.tokenResponse?.access_token;
  };
  const renewForAll = () => {
    renewing ??= renewOnce().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return {
    token: async () => {
      if (endedNow()) return undefined;
      if (canRenew() && expiresMs() - EARLY_MS <= Date.now()) return renewForAll();
      return held.tokenResponse?.access_token;
    },
    renew: async (used) => {
      if (endedNow()) return undefined;
      const present = held.tokenResponse?.access_token;
      if (present && present !== used) return present;
      if (canRenew() || renewing !== undefined) return renewForAll();
      end();
      return undefined;
    },
    isStale: () => expiresMs() <= Date.now(),
    isEnded: endedNow,
    patient: () => held.tokenResponse?.patient,
    ends: () => endOf(held.expiresAt, lastMs, canRenew()),
    isTooOld,
    end,
  };
}
