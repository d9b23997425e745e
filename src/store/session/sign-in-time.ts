// How long the sign-in lasts. A warning comes two minutes before it ends. Typed work never depends on it.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';
import type { Clock } from './clock.ts';

/** `ending.at` is in milliseconds since the epoch. */
export type SignIn =
  | { readonly kind: 'steady' }
  | { readonly kind: 'ending'; readonly at: number }
  | { readonly kind: 'ended' };

const WARNING_MS = 2 * 60_000;
const EVERY_MS = 10_000;

/** The remaining time of one sign-in. */
export type SignInTime = ReturnType<typeof createSignInTime>;

/** True once the sign-in has ended. Nothing can be read or sent after that. */
export const isSignedOut = ({ signInTime }: { readonly signInTime: SignInTime }): boolean =>
  signInTime.state.value.kind === 'ended';

/** Checks the sign-in with the clock. */
export function createSignInTime(ehr: Pick<Ehr, 'signInEndsAt' | 'isSignedIn' | 'signInEnded'>, clock: Clock) {
  const state = signal<SignIn>({ kind: 'steady' });
  const now = (): SignIn => {
    if (!ehr.isSignedIn()) return { kind: 'ended' };
    const at = ehr.signInEndsAt();
    return at !== undefined && at - clock.millis() <= WARNING_MS ? { kind: 'ending', at } : { kind: 'steady' };
  };
  /** Checks now, because no timer runs while the device sleeps. */
  const checkNow = (): void => {
    const [before, next] = [state.value, now()];
    if (JSON.stringify(before) !== JSON.stringify(next)) state.value = next;
  };
  const timer = setInterval(checkNow, EVERY_MS);
  // A refused request ends it between two checks. The draft must be released before the next launch.
  ehr.signInEnded.addEventListener('abort', checkNow);
  checkNow();
  const dispose = (): void => {
    clearInterval(timer);
    ehr.signInEnded.removeEventListener('abort', checkNow);
  };
  return { state: state as ReadonlySignal<SignIn>, checkNow, dispose };
}
