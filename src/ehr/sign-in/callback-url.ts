// Classifies how the browser arrived at the app page: with a code, a refusal, by reload, or without a launch. Pure.

import { err, ok, type Result } from '../../lib/result.ts';
import { type LaunchFault, REFUSAL_CODES } from '../faults.ts';

/** A callback that may continue. `issuer` is the server that says it answered (RFC 9207). */
export type Callback =
  | { readonly kind: 'answer'; readonly state: string; readonly code: string; readonly issuer: string | undefined }
  | { readonly kind: 'refusal'; readonly state: string; readonly error: string; readonly issuer: string | undefined }
  | { readonly kind: 'reload'; readonly state: string };

/**
 * Reads the query of index.html or, without a query, the mark in `history.state`. Repeated parameters, a code without a
 * state, and a bare address all mean "not launched". No server is asked.
 */
export function readCallback(search: string, mark: unknown): Result<Callback, LaunchFault> {
  const params = new URLSearchParams(search);
  const isRepeated = ['code', 'state', 'error', 'iss'].some((key) => params.getAll(key).length > 1);
  const [state, code, error] = ['state', 'code', 'error'].map((key) => params.get(key));
  // An empty issuer is a wrong issuer, not a missing one.
  const issuer = params.get('iss') ?? undefined;
  const marked: unknown = typeof mark === 'object' && mark !== null && 'k' in mark ? mark.k : undefined;
  if (isRepeated) return err({ kind: 'notLaunched' });
  if (state && error && !code) return ok({ kind: 'refusal', state, error, issuer });
  if (state && code && !error) return ok({ kind: 'answer', state, code, issuer });
  const bare = !params.has('state') && !params.has('code') && !params.has('error');
  if (bare && typeof marked === 'string') return ok({ kind: 'reload', state: marked });
  return err({ kind: 'notLaunched' });
}

/** Maps the EHR's refusal to one of our own codes and drops the rest of its text. */
export function refusal(error: string): LaunchFault {
  return { kind: 'refusedByEhr', code: REFUSAL_CODES.find((code) => code === error) ?? 'other' };
}
