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
import { complete, type SmartClient } from './smart-client.ts';
import {
  forgetAbandoned,
  forgetLaunch,
  isState,
  keepLaunch,
  type LaunchNote,
  readEntry,
  readLaunch,
  stripVerifier,
} from './token-store.ts';

const STATE_MS = 10 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const EXCHANGE_MS = 20_000;

interface Known {
  readonly arrival: Arrival;
  readonly note: LaunchNote;
  readonly entry: EhrEntry;
}

const refuse = (kind: 'staleState' | 'reloaded' | 'heldElsewhere' | 'exchangeFailed' | 'badIdToken') =>
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
  if (age < 0 || age > (arrival.kind === 'reload' ? entry.sessionHours * HOUR_MS : STATE_MS)) return lost;
  // A reload revives a session that was completed; an answer belongs to one that was not. Never the other way round.
  if ((note.signedInAt === undefined) === (arrival.kind === 'reload')) return lost;
  const known = { arrival, note, entry };
  // A refusal, too, counts only from the server that was asked (RFC 9207 section 2.4).
  const issuer = arrival.kind === 'reload' ? undefined : arrival.issuer;
  return issuer !== undefined && issuer !== issuerOf(known) ? lost : ok(known);
}

async function exchange({ arrival }: Known): Promise<Result<SmartClient, LaunchFault>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const code = arrival.kind === 'answer' ? arrival.code : undefined;
  const completing = complete(arrival.state, code);
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), EXCHANGE_MS);
  });
  try {
    return ok(await Promise.race([completing, late]));
  } catch {
    // An answer that comes after all would be stored by fhirclient; it is forgotten as soon as it is there.
    completing.finally(() => forgetLaunch(arrival.state)).catch(() => undefined);
    return refuse('exchangeFailed');
  } finally {
    clearTimeout(timer);
  }
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
  readKeys: ReadKeys | undefined,
): Promise<Result<Claims | undefined, LaunchFault>> {
  const { note, entry } = known;
  if (!facts.idToken) return facts.scopes.others.includes('openid') ? refuse('badIdToken') : ok(undefined);
  const now = note.signedInAt ?? Date.now();
  const expected = { issuer: issuerOf(known), clientId: entry.clientId, nonce: note.nonce, now };
  const claims = await verifyIdToken(facts.idToken, expected, readKeys);
  return claims.ok ? claims : refuse('badIdToken');
}

/** Keeps or deletes what sessionStorage holds of the sign-in, as the site says. */
function settle(client: SmartClient, { entry, note, arrival }: Known, signedInAt: number): void {
  delete client.state.codeVerifier;
  delete client.state.codeChallenge;
  if (entry.tokenStore === 'session') {
    stripVerifier(arrival.state);
    keepLaunch(arrival.state, { ...note, signedInAt });
    return;
  }
  delete client.state.key;
  forgetLaunch(arrival.state);
}

async function open(known: Known): Promise<Result<Ehr, LaunchFault>> {
  const holding = known.entry.tokenStore === 'session' ? holdSignIn(known.arrival.state) : undefined;
  // Nobody else can live on a sign-in that is only now completed.
  if (known.arrival.kind === 'reload' && holding && !(await holding)) return refuse('heldElsewhere');
  const readKeys = readKeysEarly(known);
  const client = await exchange(known);
  if (!client.ok) return client;
  const { state } = client.value;
  const signedInAt = known.note.signedInAt ?? Date.now();
  const facts = readTokenAnswer(state.tokenResponse, known.entry);
  if (!facts.ok) return facts;
  const claims = await identify(facts.value, known, readKeys);
  if (!claims.ok) return claims;
  const context = freezeContext(known.entry, facts.value, claims.value);
  if (!context.ok) return context;
  settle(client.value, known, signedInAt);
  forgetAbandoned(Date.now() - STATE_MS);
  const granted = state.tokenResponse?.scope;
  if (state.tokenResponse) state.tokenResponse.scope ??= known.entry.scopes;
  const session = openSession({
    client: client.value,
    state: known.arrival.state,
    signedInAt,
    hours: known.entry.sessionHours,
  });
  const { scopes, styleUrl } = facts.value;
  return ok(createEhr({ context: context.value, entry: known.entry, session, scopes, granted, styleUrl }));
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
  const ehr = await open(known.value);
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
