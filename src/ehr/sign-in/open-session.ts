// The session of one launch: the token to send now, and when the sign-in ends. It reads no FHIR.

import { pause } from '../server/pause.ts';
import type { Session } from '../server/session.ts';
import { createTokenHolder, type TokenHolderInput } from './refresh-tokens.ts';
import { expiryOf, mayHaveExpired, refreshAt, type Tokens } from './tokens.ts';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 10_000;
const TRIES = 3;

/** `signedInAt` is in milliseconds since the epoch. `hours` is the longest a sign-in may last at this site. */
export interface SessionInput extends TokenHolderInput {
  readonly signedInAt: number;
  readonly hours: number;
}

function signInEnd(tokens: Tokens | undefined, lastMs: number): number | undefined {
  if (!tokens) return undefined;
  if (tokens.refreshToken) return lastMs - Date.now() < 10 * MINUTE_MS ? lastMs : undefined;
  return Math.min(expiryOf(tokens), lastMs);
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
    refresh: async (used) => {
      const isUsable: IsUsable = (each) => each.response.access_token !== used;
      const held = live();
      if (held && !held.refreshToken && !isUsable(held)) clear();
      return usable(isUsable) ?? refreshUntil(isUsable);
    },
    mayHaveExpired: () => {
      const held = tokens();
      return (
        held !== undefined && mayHaveExpired(held) && (held.lifeMs !== undefined || held.refreshToken !== undefined)
      );
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
