// Locks a panel that is left alone or whose sign-in is too old: saves the draft sealed, then stops everything. It
// cannot be unlocked. The next launch continues the draft. Source: docs/design/sign-in-and-security.md, "Drafts and
// idle lock".

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';
import type { Clock } from './clock.ts';

/** `warning.at` is when it will lock, in milliseconds since the epoch. `finished`: the panel has stopped. */
export type Lock =
  | { readonly kind: 'open' }
  | { readonly kind: 'warning'; readonly at: number }
  | { readonly kind: 'locked'; readonly why: 'idle' | 'too-long'; readonly finished: boolean };

/** What the lock needs. `finish` saves the draft, then ends everything. It runs once. */
export interface IdleLockPorts {
  readonly ehr: Pick<Ehr, 'signOut' | 'isTooOld' | 'used'>;
  readonly clock: Clock;
  readonly minutes: number;
  /** The panel does not lock while a note is being sent, because the clinician must see how that ends. */
  readonly isBusy: () => boolean;
  readonly finish: () => Promise<void>;
}

const WARNING_MS = 60_000;
const EVERY_MS = 10_000;

/** The idle lock of one panel. */
export type IdleLock = ReturnType<typeof createIdleLock>;

/** Checks the clock and the last activity. */
export function createIdleLock({ ehr, clock, minutes, isBusy, finish }: IdleLockPorts) {
  const state = signal<Lock>({ kind: 'open' });
  const present = () => ({ wall: clock.millis(), uptime: clock.uptime() });
  let lastActive = present();
  // The longer of two measures, because a wall clock may be set back and an uptime may pause during sleep.
  const idleMs = (): number => Math.max(clock.millis() - lastActive.wall, clock.uptime() - lastActive.uptime);
  const dispose = (): void => clearInterval(timer);

  const close = (why: 'idle' | 'too-long'): void => {
    dispose();
    // Clear the page and delete the tokens before waiting for anything else.
    state.value = { kind: 'locked', why, finished: false };
    ehr.signOut();
    const ended = (): void => {
      state.value = { kind: 'locked', why, finished: true };
    };
    finish().then(ended, ended);
  };
  /** Checks now, because a hidden or sleeping page runs no timer. */
  const checkNow = (): void => {
    if (state.peek().kind === 'locked' || isBusy()) return;
    const leftMs = minutes * 60_000 - idleMs();
    if (ehr.isTooOld()) close('too-long');
    else if (leftMs <= 0) close('idle');
    else if (leftMs > WARNING_MS) state.value = state.peek().kind === 'open' ? state.peek() : { kind: 'open' };
    else if (state.peek().kind === 'open') state.value = { kind: 'warning', at: clock.millis() + leftMs };
  };
  const timer = setInterval(checkNow, EVERY_MS);
  return {
    state: state as ReadonlySignal<Lock>,
    checkNow,
    /** Called on activity: a key, a press, dictated text. */
    onActivity: (): void => {
      // The first key after sleep must not reset a lock that is already due.
      checkNow();
      if (state.peek().kind === 'locked') return;
      lastActive = present();
      ehr.used();
      checkNow();
    },
    dispose,
  };
}
