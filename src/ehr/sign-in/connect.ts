// The app page's side of the launch: from an address with a code to an EHR that can be asked, guard by guard.
// Source: docs/design/sign-in-and-security.md, "Callback" and "id token". It shows nothing; every refusal is a value.

import { err, ok, type Result } from '../../lib/result.ts';
import type { EhrEntry, Site } from '../../site.ts';
import { createEhr } from '../ehr.ts';
import type { LaunchFault } from '../faults.ts';
import type { Ehr } from '../port.ts';
import { openSession } from '../server/session.ts';
import { type Arrival, readArrival, refusal } from './callback-url.ts';
import { type Claims, type ReadKeys, verifyIdToken } from './id-token.ts';
import { normaliseIss } from './launch.ts';
import { freezeContext, readTokenAnswer, type TokenFacts } from './launch-context.ts';
import { holdSignIn } from './sign-in-lock.ts';
import { keyReader } from './signing-keys.ts';
import { requestTokens } from './token-endpoint.ts';
import {
  forgetLaunch,
  forgetLaunches,
  isState,
  keepLaunch,
  keepTokens,
  type LaunchNote,
  readEntry,
  readLaunch,
  readTokens,
  type StoredTokens,
} from './token-store.ts';

const STATE_MS = 10 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const EXCHANGE_MS = 20_000;
const EXCHANGE_TRIES = 3;
/** A clock that is corrected by less than this during a launch is no fault. */
const CLOCK_STEP_MS = 2 * 60 * 1000;

interface Known {
  readonly arrival: Arrival;
  readonly note: LaunchNote;
  readonly entry: EhrEntry;
}

const refuse = (kind: 'staleState' | 'reloaded' | 'heldElsewhere' | 'exchangeFailed' | 'badIdToken' | 'wrongClock') =>
  err<LaunchFault>({ kind });

/** True when fhirclient's entry still says what this site's configuration and our own notes say. */
function agrees(stored: Readonly<Record<string, unknown>>, entry: EhrEntry, note: LaunchNote, site: Site): boolean {
  const sameServer = typeof stored['serverUrl'] === 'string' && normaliseIss(stored['serverUrl']) === entry.iss;
  const sameClient = stored['clientId'] === entry.clientId && stored['tokenUri'] === note.token;
  return sameServer && sameClient && stored['redirectUri'] === new URL('index.html', site.app.baseUrl).href;
}

/** Finds the launch an arrival belongs to. A state is used as a key only after its pattern held. */
function recognise(arrival: Arrival, site: Site): Result<Known, LaunchFault> {
  const lost = refuse(arrival.kind === 'reload' ? 'reloaded' : 'staleState');
  if (!isState(arrival.state)) return lost;
  const [note, stored] = [readLaunch(arrival.state), readEntry(arrival.state)];
  const entry = site.ehrs.find((one) => one.id === note?.entryId);
  if (!note || !stored || !entry || !agrees(stored, entry, note, site)) return lost;
  const age = Date.now() - (note.signedInAt ?? note.startedAt);
  if (age < -CLOCK_STEP_MS || age > (arrival.kind === 'reload' ? entry.sessionHours * HOUR_MS : STATE_MS)) return lost;
  // A reload revives a session that was completed; an answer belongs to one that was not. Never the other way round.
  if ((note.signedInAt === undefined) === (arrival.kind === 'reload')) return lost;
  const known = { arrival, note, entry };
  // A refusal, too, counts only from the server that was asked (RFC 9207 section 2.4).
  if (arrival.kind === 'reload') return ok(known);
  const isSilent = arrival.issuer === undefined && !note.namesIssuer;
  return isSilent || arrival.issuer === issuerOf(known) ? ok(known) : lost;
}

/** Tokens, when they came by this computer's clock, and the server's clock at that moment if it said so. */
interface Received extends StoredTokens {
  readonly serverTime?: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Exchanges the code. A fault that may pass is tried again: if the first request was served after all, this is refused. */
async function exchange(
  code: string,
  { arrival, note, entry }: Known,
  site: Site,
): Promise<Result<Received, LaunchFault>> {
  const verifier = readEntry(arrival.state)?.['codeVerifier'];
  if (typeof verifier !== 'string') return refuse('exchangeFailed');
  const grant = {
    ...{ grant_type: 'authorization_code', code, code_verifier: verifier },
    redirect_uri: new URL('index.html', site.app.baseUrl).href,
  };
  const signal = AbortSignal.timeout(EXCHANGE_MS);
  for (let tried = 1; ; tried += 1) {
    const end = await requestTokens({ tokenUri: note.token, clientId: entry.clientId }, grant, signal);
    if (end.kind === 'tokens') {
      const { response, serverTime } = end;
      return ok({ response, receivedAt: Date.now(), ...(serverTime !== undefined && { serverTime }) });
    }
    if (end.kind === 'refused' || tried === EXCHANGE_TRIES || signal.aborted) return refuse('exchangeFailed');
    const { retryAfterMs = 500 * tried } = end;
    if (retryAfterMs > EXCHANGE_MS / 4) return refuse('exchangeFailed');
    await pause(retryAfterMs);
  }
}

function receive(known: Known, site: Site): Promise<Result<Received, LaunchFault>> | Result<Received, LaunchFault> {
  if (known.arrival.kind === 'answer') return exchange(known.arrival.code, known, site);
  const stored = readTokens(known.arrival.state);
  return stored ? ok(stored) : refuse('reloaded');
}

const issuerOf = ({ note, entry }: Known) => note.issuer ?? entry.iss;

/** Starts reading the keys beside the code's exchange, so that the proof of identity costs no round trip of its own. */
function readKeysEarly(known: Known): ReadKeys | undefined {
  if (known.entry.idToken !== 'verify') return undefined;
  const readKeys = keyReader(issuerOf(known), known.note.keys, known.entry);
  void readKeys(false);
  return readKeys;
}

/** Verifies the id_token as the entry asks. No token at all is fine only where no identity was granted. */
async function identify(
  facts: TokenFacts,
  known: Known,
  { serverTime }: Received,
  readKeys: ReadKeys | undefined,
): Promise<Result<Claims | undefined, LaunchFault>> {
  const { note, entry } = known;
  if (!facts.idToken) return facts.scopes.others.includes('openid') ? refuse('badIdToken') : ok(undefined);
  // The server's own clock judges its token. After a reload that is the moment of the first judgment.
  const now = note.verifiedAt ?? serverTime ?? Date.now();
  const expected = { issuer: issuerOf(known), clientId: entry.clientId, nonce: note.nonce, now };
  const claims = await verifyIdToken(facts.idToken, expected, readKeys);
  if (claims.ok) return claims;
  const isClock = serverTime === undefined && (claims.error === 'expired' || claims.error === 'issued-later');
  return refuse(isClock ? 'wrongClock' : 'badIdToken');
}

/** Keeps or deletes what sessionStorage holds of the sign-in, as the site says. */
function settle({ entry, note, arrival }: Known, received: Received, signedInAt: number): void {
  if (entry.tokenStore !== 'session') {
    forgetLaunch(arrival.state);
    return;
  }
  const verifiedAt = note.verifiedAt ?? received.serverTime ?? signedInAt;
  keepTokens(arrival.state, received.response, received.receivedAt);
  keepLaunch(arrival.state, { ...note, signedInAt, verifiedAt });
}

/** The banner is hidden only if the EHR shows the patient around this page: in a frame, at the first arrival. */
const isBannerAround = ({ arrival }: Known): boolean => arrival.kind === 'answer' && window.parent !== window;

async function open(known: Known, site: Site): Promise<Result<Ehr, LaunchFault>> {
  const { arrival, entry, note } = known;
  const isStored = entry.tokenStore === 'session';
  const holding = isStored ? holdSignIn(arrival.state) : undefined;
  // Nobody else can live on a sign-in that is only now completed.
  if (arrival.kind === 'reload' && holding && !(await holding)) return refuse('heldElsewhere');
  const readKeys = readKeysEarly(known);
  const received = await receive(known, site);
  if (!received.ok) return received;
  const { response, receivedAt } = received.value;
  const signedInAt = note.signedInAt ?? receivedAt;
  const facts = readTokenAnswer(response, entry);
  if (!facts.ok) return facts;
  const claims = await identify(facts.value, known, received.value, readKeys);
  if (!claims.ok) return claims;
  const context = freezeContext(entry, facts.value, claims.value, isBannerAround(known));
  if (!context.ok) return context;
  settle(known, received.value, signedInAt);
  forgetLaunches(({ startedAt, signedInAt: done }) => done === undefined && startedAt < Date.now() - STATE_MS);
  const client = { tokenUri: note.token, clientId: entry.clientId };
  const kept = { state: arrival.state, isStored, signedInAt, hours: entry.sessionHours };
  const session = openSession({ client, response, receivedAt, ...kept });
  const { scopes, styleUrl } = facts.value;
  const granted = typeof response['scope'] === 'string' ? response['scope'] : undefined;
  return ok(createEhr({ context: context.value, entry, session, scopes, granted, styleUrl }));
}

async function connectOnce(site: Site): Promise<Result<Ehr, LaunchFault>> {
  // The address is read before fhirclient reads it, and cleaned before the code is used.
  const arrival = readArrival(location.search, history.state);
  if (location.search) history.replaceState(arrival.ok ? { k: arrival.value.state } : null, '', location.pathname);
  if (!arrival.ok) return arrival;
  const known = recognise(arrival.value, site);
  if (!known.ok) return known;
  if (arrival.value.kind === 'refusal') {
    forgetLaunch(arrival.value.state);
    return err(refusal(arrival.value.error));
  }
  const ehr = await open(known.value, site);
  // A reload must never look signed in after a launch that did not hold.
  if (!ehr.ok) forgetLaunch(arrival.value.state);
  return ehr;
}

let connecting: Promise<Result<Ehr, LaunchFault>> | undefined;

/** Completes the launch, once per page load: later calls get the first answer. Errors: every callback LaunchFault. */
export function connect(site: Site): Promise<Result<Ehr, LaunchFault>> {
  connecting ??= connectOnce(site);
  return connecting;
}
