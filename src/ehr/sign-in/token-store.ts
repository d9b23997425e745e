// What survives the trip to the sign-in page and back: sessionStorage, one key per launch, nothing clinical.
// Nothing else in the app touches sessionStorage. A launch is never found by guessing, only by its own state.

/** Our own notes on one launch, beside fhirclient's entry of the same state. Times are milliseconds since the epoch. */
export interface LaunchNote {
  readonly entryId: string;
  readonly nonce: string;
  readonly startedAt: number;
  /** The token endpoint judged at launch; the stored one must still be it. */
  readonly token: string;
  readonly issuer?: string;
  readonly keys?: string;
  /** When the code was exchanged; absent until then. */
  readonly signedInAt?: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a state Evoke could have made. Asked before a state is used as a storage key (`__proto__`, `getItem`). */
export function isState(state: unknown): state is string {
  return typeof state === 'string' && UUID.test(state);
}

/** True where this window lets Evoke store and read; cross-site frames may throw or forget. */
export function canRemember(): boolean {
  const key = 'evoke.probe';
  try {
    sessionStorage.setItem(key, key);
    const kept = sessionStorage.getItem(key) === key;
    sessionStorage.removeItem(key);
    return kept;
  } catch {
    return false;
  }
}

const noteKey = (state: string) => `evoke.${state}`;

function readJson(key: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps our notes on a launch. */
export function keepLaunch(state: string, note: LaunchNote): void {
  sessionStorage.setItem(noteKey(state), JSON.stringify(note));
}

const optional = (value: unknown) => value === undefined || typeof value === 'string';

function isNote(value: unknown): value is LaunchNote {
  if (typeof value !== 'object' || value === null) return false;
  const { entryId, nonce, startedAt, token, issuer, keys, signedInAt }: Partial<Record<keyof LaunchNote, unknown>> =
    value;
  const texts = [entryId, nonce, token].every((one) => typeof one === 'string');
  const times = typeof startedAt === 'number' && (signedInAt === undefined || typeof signedInAt === 'number');
  return texts && times && optional(issuer) && optional(keys);
}

/** Our notes on a launch, or undefined where there are none that can be read. */
export function readLaunch(state: string): LaunchNote | undefined {
  const note: unknown = readJson(noteKey(state));
  return isNote(note) ? note : undefined;
}

/** fhirclient's own entry for a state, undecoded, or undefined. */
export function readEntry(state: string): Readonly<Record<string, unknown>> | undefined {
  return readJson(state);
}

/** Rewrites fhirclient's entry without the PKCE pair, which has done its work. */
export function stripVerifier(state: string): void {
  const entry = readJson(state);
  if (!entry) return;
  const { codeVerifier: _verifier, codeChallenge: _challenge, ...rest } = entry;
  sessionStorage.setItem(state, JSON.stringify(rest));
}

/** Forgets one launch wholly: tokens, state and notes. Never throws. */
export function forgetLaunch(state: string): void {
  try {
    sessionStorage.removeItem(state);
    sessionStorage.removeItem(noteKey(state));
  } catch {
    // Storage that is blocked holds nothing to forget.
  }
}

/** Forgets launches of this tab that nobody came back to: begun before that moment (epoch milliseconds), never signed in. */
export function forgetAbandoned(before: number): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      const state = key.replace(/^evoke\./, '');
      const note = key === state || !isState(state) ? undefined : readLaunch(state);
      if (note && note.signedInAt === undefined && note.startedAt < before) forgetLaunch(state);
    }
  } catch {
    // Storage that is blocked holds nothing to forget.
  }
}
