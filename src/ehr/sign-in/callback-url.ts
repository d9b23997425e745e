// Judges how a browser arrived at the app page: answer, refusal, reload or nothing. Pure.

import { err, ok, type Result } from '../../lib/result.ts';
import type { LaunchFault } from '../faults.ts';

/** A way of arriving that may go on. `code` is absent on a reload. `issuer`: who says that it answers (RFC 9207). */
export type Arrival =
  | { readonly kind: 'answer'; readonly state: string; readonly code: string; readonly issuer?: string }
  | { readonly kind: 'refusal'; readonly state: string; readonly error: string; readonly issuer?: string }
  | { readonly kind: 'reload'; readonly state: string };

const one = (params: URLSearchParams, key: string): string | undefined => {
  const all = params.getAll(key);
  return all.length === 1 && all[0] ? all[0] : undefined;
};

/**
 * Reads the query of index.html and, where there is none, the mark left in `history.state`. Repeated parameters,
 * a code without a state, and a bare address are all "not launched": nothing is asked of any server.
 */
export function readArrival(search: string, mark: unknown): Result<Arrival, LaunchFault> {
  const params = new URLSearchParams(search);
  const repeated = ['code', 'state', 'error', 'iss'].some((key) => params.getAll(key).length > 1);
  const [state, code, error] = ['state', 'code', 'error'].map((key) => one(params, key));
  // An issuer without a name is a wrong one, not an absent one.
  const issuer = params.get('iss') ?? undefined;
  const marked: unknown = typeof mark === 'object' && mark !== null && 'k' in mark ? mark.k : undefined;
  if (repeated) return err({ kind: 'notLaunched' });
  if (state && error && !code) return ok({ kind: 'refusal', state, error, ...(issuer !== undefined && { issuer }) });
  if (state && code && !error) return ok({ kind: 'answer', state, code, ...(issuer !== undefined && { issuer }) });
  const bare = !params.has('state') && !params.has('code') && !params.has('error');
  if (bare && typeof marked === 'string') return ok({ kind: 'reload', state: marked });
  return err({ kind: 'notLaunched' });
}

type RefusalCode = Extract<LaunchFault, { kind: 'refusedByEhr' }>['code'];
const CODES: readonly RefusalCode[] = [
  'access_denied',
  'login_required',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
];

/** The EHR's refusal in one of our own words; what else it wrote is dropped. */
export function refusal(error: string): LaunchFault {
  return { kind: 'refusedByEhr', code: CODES.find((code) => code === error) ?? 'other' };
}
