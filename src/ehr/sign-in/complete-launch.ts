// The app page's side of the launch: turns a callback address with a code into a working Ehr, guard by guard. It draws
// nothing and returns every refusal as a value. Source: docs/design/sign-in-and-security.md, "Callback" and "id token".

import type { Fields } from '../../fhir/datatypes/json.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { EhrEntry, Site } from '../../site.ts';
import type { LaunchFault } from '../faults.ts';
import type { LaunchContext } from '../port.ts';
import { pause } from '../server/pause.ts';
import type { Scopes } from '../server/scopes.ts';
import type { Session } from '../server/session.ts';
import { type Callback, readCallback, refusal } from './callback-url.ts';
import { type Claims, type ReadKeys, verifyIdToken } from './id-token.ts';
import { normalizeIss } from './launch-checks.ts';
import { freezeContext, grantedIn, readTokenResponse, type TokenFacts } from './launch-context.ts';
import { openSession } from './open-session.ts';
import { takeSignInLock } from './sign-in-lock.ts';
import { keyReader } from './signing-keys.ts';
import { requestTokens } from './token-endpoint.ts';
import {
  forgetLaunch,
  forgetLaunches,
  isState,
  keepLaunch,
  keepTokens,
  type LaunchRecord,
  readEntry,
  readLaunch,
  readTokens,
  type StoredTokens,
} from './token-store.ts';

const STATE_MS = 10 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const EXCHANGE_MS = 20_000;
const EXCHANGE_TRIES = 3;
/** A clock correction smaller than this during a launch is not a fault. */
const CLOCK_STEP_MS = 2 * 60 * 1000;

interface Known {
  readonly callback: Callback;
  readonly launch: LaunchRecord;
  readonly entry: EhrEntry;
}

const refuse = (kind: 'staleState' | 'reloaded' | 'heldElsewhere' | 'exchangeFailed' | 'badIdToken' | 'wrongClock') =>
  err<LaunchFault>({ kind });

/** True if fhirclient's entry still matches this site's configuration and our own record of the launch. */
function agrees(stored: Fields, entry: EhrEntry, launch: LaunchRecord, site: Site): boolean {
  const sameServer = typeof stored['serverUrl'] === 'string' && normalizeIss(stored['serverUrl']) === entry.iss;
  const sameClient = stored['clientId'] === entry.clientId && stored['tokenUri'] === launch.token;
  return sameServer && sameClient && stored['redirectUri'] === new URL('index.html', site.app.baseUrl).href;
}

/** True if a callback comes too late: to an old launch, to an old sign-in, or to a panel that would be locked by now. */
function isOver({ callback, launch, entry }: Known): boolean {
  const now = Date.now();
  const { startedAt, signedInAt = startedAt, usedAt = signedInAt } = launch;
  const [age, idleMs] = [now - signedInAt, now - usedAt];
  if (Math.min(age, idleMs) < -CLOCK_STEP_MS) return true;
  if (callback.kind !== 'reload') return age > STATE_MS;
  return age > entry.sessionHours * HOUR_MS || idleMs > entry.idleLockMinutes * 60_000;
}

/** Finds the launch that a callback belongs to. A state is used as a storage key only after its format was checked. */
function matchLaunch(callback: Callback, site: Site): Result<Known, LaunchFault> {
  const lost = refuse(callback.kind === 'reload' ? 'reloaded' : 'staleState');
  if (!isState(callback.state)) return lost;
  const [launch, stored] = [readLaunch(callback.state), readEntry(callback.state)];
  const entry = site.ehrs.find((one) => one.id === launch?.entryId);
  if (!launch || !stored || !entry || !agrees(stored, entry, launch, site)) return lost;
  const known = { callback, launch, entry };
  if (isOver(known)) {
    // Its tokens or its verifier must not outlive it.
    forgetLaunch(callback.state);
    return lost;
  }
  // A reload continues a completed session. A code belongs to a launch that is not completed. Never the other way
  // round.
  if ((launch.signedInAt === undefined) === (callback.kind === 'reload')) return lost;
  // A refusal also counts only if it comes from the server that was asked (RFC 9207, section 2.4).
  if (callback.kind === 'reload') return ok(known);
  const isSilent = callback.issuer === undefined && !launch.namesIssuer;
  return isSilent || callback.issuer === issuerOf(known) ? ok(known) : lost;
}

/** Tokens, the time they arrived by this computer's clock, and the server's time if its response named one. */
interface Received extends StoredTokens {
  readonly serverTime?: number | undefined;
}

/**
 * Exchanges the code for tokens and retries faults that may pass. If the server did serve the first request, it refuses
 * the retry.
 */
async function exchange(
  code: string,
  { callback, launch, entry }: Known,
  site: Site,
): Promise<Result<Received, LaunchFault>> {
  const verifier = readEntry(callback.state)?.['codeVerifier'];
  if (typeof verifier !== 'string') return refuse('exchangeFailed');
  const grant = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: new URL('index.html', site.app.baseUrl).href,
  };
  const signal = AbortSignal.timeout(EXCHANGE_MS);
  for (let tried = 1; ; tried += 1) {
    const end = await requestTokens({ tokenUri: launch.token, clientId: entry.clientId }, grant, signal);
    if (end.kind === 'tokens') {
      const { response, serverTime } = end;
      return ok({ response, receivedAt: Date.now(), serverTime });
    }
    if (end.kind === 'refused' || tried === EXCHANGE_TRIES || signal.aborted) return refuse('exchangeFailed');
    const { retryAfterMs = 500 * tried } = end;
    if (retryAfterMs > EXCHANGE_MS / 4) return refuse('exchangeFailed');
    await pause(retryAfterMs);
  }
}

async function receive(known: Known, site: Site): Promise<Result<Received, LaunchFault>> {
  if (known.callback.kind === 'answer') return exchange(known.callback.code, known, site);
  const stored = readTokens(known.callback.state);
  return stored ? ok(stored) : refuse('reloaded');
}

const issuerOf = ({ launch, entry }: Known) => launch.issuer ?? entry.iss;

/** Reads the keys while the code is exchanged, so that checking the id token costs no extra round trip. */
function readKeysEarly(known: Known): ReadKeys | undefined {
  if (known.entry.idToken !== 'verify') return undefined;
  const readKeys = keyReader(issuerOf(known), known.launch.keys, known.entry);
  void readKeys('cache');
  return readKeys;
}

/** Verifies the id token as the entry requires. It may be missing only if the EHR did not grant `openid`. */
async function identify(
  facts: TokenFacts,
  known: Known,
  { serverTime }: Received,
  readKeys: ReadKeys | undefined,
): Promise<Result<Claims | undefined, LaunchFault>> {
  const { launch, entry } = known;
  if (!facts.idToken) return facts.scopes.others.includes('openid') ? refuse('badIdToken') : ok(undefined);
  // The server's own time decides whether its token is valid. After a reload that is the time of the first check.
  const now = launch.verifiedAt ?? serverTime ?? Date.now();
  const expected = { issuer: issuerOf(known), clientId: entry.clientId, nonce: launch.nonce, now };
  const claims = await verifyIdToken(facts.idToken, expected, readKeys);
  if (claims.ok) return claims;
  const isClock = serverTime === undefined && (claims.error === 'expired' || claims.error === 'issued-later');
  return refuse(isClock ? 'wrongClock' : 'badIdToken');
}

/** Keeps or deletes the sign-in in sessionStorage, as the site configures. */
function keepOrForget({ entry, launch, callback }: Known, received: Received, signedInAt: number): void {
  if (entry.tokenStore !== 'session') {
    forgetLaunch(callback.state);
    return;
  }
  const verifiedAt = launch.verifiedAt ?? received.serverTime ?? signedInAt;
  keepTokens(callback.state, received);
  keepLaunch(callback.state, { ...launch, signedInAt, verifiedAt, usedAt: Date.now() });
}

/** Only an EHR that framed this page in its launch shows the patient around it. */
const hasHostBanner = ({ callback }: Known): boolean => callback.kind === 'answer' && window.parent !== window;

export interface VerifiedSignIn {
  readonly context: LaunchContext;
  readonly entry: EhrEntry;
  readonly session: Session;
  readonly scopes: Scopes;
  /** The scopes that the token response named. Undefined if it named none. */
  readonly granted: string | undefined;
  readonly styleUrl?: string | undefined;
}

async function open(known: Known, site: Site): Promise<Result<VerifiedSignIn, LaunchFault>> {
  const { callback, entry, launch } = known;
  const isStored = entry.tokenStore === 'session';
  const holding = isStored ? takeSignInLock(callback.state) : undefined;
  // Only a reload can compete with another tab. A sign-in that completes now is new.
  if (callback.kind === 'reload' && holding && !(await holding)) return refuse('heldElsewhere');
  const readKeys = readKeysEarly(known);
  const received = await receive(known, site);
  if (!received.ok) return received;
  const { response, receivedAt } = received.value;
  const signedInAt = launch.signedInAt ?? receivedAt;
  const facts = readTokenResponse(response, entry);
  if (!facts.ok) return facts;
  const claims = await identify(facts.value, known, received.value, readKeys);
  if (!claims.ok) return claims;
  const context = freezeContext(entry, facts.value, claims.value, hasHostBanner(known));
  if (!context.ok) return context;
  keepOrForget(known, received.value, signedInAt);
  forgetLaunches(({ startedAt, signedInAt: done }) => done === undefined && startedAt < Date.now() - STATE_MS);
  const client = { tokenUri: launch.token, clientId: entry.clientId };
  const kept = { response, receivedAt, state: callback.state, isStored, signedInAt };
  const session = openSession({ client, hours: entry.sessionHours, ...kept });
  const { scopes, styleUrl } = facts.value;
  return ok({ context: context.value, entry, session, scopes, granted: grantedIn(response), styleUrl });
}

/** Completes the launch that this page returns from. Errors: every LaunchFault of a callback. */
export async function completeLaunch(site: Site): Promise<Result<VerifiedSignIn, LaunchFault>> {
  // The address is read before fhirclient reads it. The code is removed from it before the code is used.
  const callback = readCallback(location.search, history.state);
  if (location.search) history.replaceState(callback.ok ? { k: callback.value.state } : null, '', location.pathname);
  if (!callback.ok) return callback;
  const known = matchLaunch(callback.value, site);
  if (!known.ok) return known;
  if (callback.value.kind === 'refusal') {
    forgetLaunch(callback.value.state);
    return err(refusal(callback.value.error));
  }
  const opened = await open(known.value, site);
  // After a failed launch, a reload must not appear signed in.
  if (!opened.ok) forgetLaunch(callback.value.state);
  return opened;
}

/**
 * The configured EHR that this page returns from, for its own line of help. Read it before `completeLaunch` uses the
 * address.
 */
export function entryOfCallback({ ehrs }: Site): EhrEntry | undefined {
  const callback = readCallback(location.search, history.state);
  const launch = callback.ok && isState(callback.value.state) ? readLaunch(callback.value.state) : undefined;
  return ehrs.find(({ id }) => id === launch?.entryId);
}
