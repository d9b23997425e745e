// Stores what must survive the redirect to the sign-in page: sessionStorage, one key per launch, no clinical data. No
// other code touches sessionStorage. A launch is found only by its own state.

import { asObject, type Fields } from '../../fhir/datatypes/json.ts';
import { attempt } from '../../lib/attempt.ts';
import { parseObject } from '../server/response-body.ts';
import type { Discovery } from './launch-checks.ts';
import type { TokenResponse } from './token-endpoint.ts';

/**
 * Our own record of one launch with what was checked then, next to fhirclient's entry of the same state. Times are
 * milliseconds since the epoch.
 */
export interface LaunchRecord extends Omit<Discovery, 'authorize'> {
  readonly entryId: string;
  readonly nonce: string;
  readonly startedAt: number;
  /** When the code was exchanged, by this computer's clock. Absent until then. */
  readonly signedInAt?: number;
  /** When the panel was last used. Absent until the sign-in is complete. */
  readonly usedAt?: number;
  /** The time at which the id token was checked, on the server's clock if the server named it. */
  readonly verifiedAt?: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a state that Evoke could have made. Other text must not become a storage key (`__proto__`, `getItem`). */
export function isState(state: unknown): state is string {
  return typeof state === 'string' && UUID.test(state);
}

/** True if this window can store and read. Cross-site frames may throw or forget. */
export function canRemember(): boolean {
  const key = 'evoke.probe';
  const kept = attempt(() => {
    sessionStorage.setItem(key, key);
    const held = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return held;
  });
  return kept === key;
}

const recordKey = (state: string) => `evoke.${state}`;

/** The object under a key, undecoded. The key of fhirclient's own entry is the state. */
export const readEntry = (key: string): Fields | undefined =>
  parseObject(attempt(() => sessionStorage.getItem(key)) ?? '');

export function keepLaunch(state: string, launch: LaunchRecord): void {
  sessionStorage.setItem(recordKey(state), JSON.stringify(launch));
}

/** Records when the panel of a launch was last used. If that fails, a reload counts from the time before. */
export function recordUse(state: string, usedAt: number): void {
  const launch = readLaunch(state);
  if (launch) attempt(() => keepLaunch(state, { ...launch, usedAt }));
}

/** The last token response and when it arrived, in milliseconds since the epoch. */
export interface StoredTokens {
  readonly response: TokenResponse;
  readonly receivedAt: number;
}

/**
 * Keeps a token response in the entry of its launch, for a reload. Called only if the site configures it. If that fails,
 * the clinician must launch again after a reload.
 */
export function keepTokens(state: string, { response, receivedAt }: StoredTokens): void {
  const { codeVerifier: _verifier, codeChallenge: _challenge, ...entry } = readEntry(state) ?? {};
  attempt(() => sessionStorage.setItem(state, JSON.stringify({ ...entry, tokenResponse: response, receivedAt })));
}

export function readTokens(state: string): StoredTokens | undefined {
  const { tokenResponse, receivedAt } = readEntry(state) ?? {};
  const response = asObject(tokenResponse);
  const token = response['access_token'];
  if (typeof token !== 'string' || typeof receivedAt !== 'number') return undefined;
  return { response: { ...response, access_token: token }, receivedAt };
}

const optional = (value: unknown) => value === undefined || typeof value === 'string';
const isTimeOrAbsent = (value: unknown) => value === undefined || typeof value === 'number';

function isRecord(value: Fields | LaunchRecord): value is LaunchRecord {
  const { entryId, nonce, startedAt, token, issuer, keys, signedInAt, usedAt } = value;
  const texts = [entryId, nonce, token].every((one) => typeof one === 'string');
  const times = typeof startedAt === 'number' && [signedInAt, usedAt].every(isTimeOrAbsent);
  return texts && times && optional(issuer) && optional(keys);
}

/** Our record of a launch, or undefined if it is missing or unreadable. */
export function readLaunch(state: string): LaunchRecord | undefined {
  const launch: Fields | LaunchRecord = readEntry(recordKey(state)) ?? {};
  return isRecord(launch) ? launch : undefined;
}

/** Deletes one launch: tokens, state and record. Blocked storage has nothing to delete. */
export function forgetLaunch(state: string): void {
  for (const key of [state, recordKey(state)]) attempt(() => sessionStorage.removeItem(key));
}

/** Deletes the launches of this tab that match. Blocked storage has none. */
export function forgetLaunches(isOver: (launch: LaunchRecord, state: string) => boolean): void {
  for (const key of attempt(() => Object.keys(sessionStorage)) ?? []) {
    const state = key.replace(/^evoke\./, '');
    const launch = key === state || !isState(state) ? undefined : readLaunch(state);
    if (launch && isOver(launch, state)) forgetLaunch(state);
  }
}
