// Ends a panel nobody is at, and one whose sign-in has reached its longest age: what is typed is kept sealed, then
// everything stops. There is no unlocking; the next launch goes on. Source: docs/design/sign-in-and-security.md, "Drafts and idle lock".

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ehr } from '../../ehr/port.ts';
import type { Clock } from './clock.ts';

/** `warning.at` is when it will lock, in milliseconds since the epoch. `finished`: nothing of the panel runs any more. */
export type Lock =
  | { readonly kind: 'open' }
  | { readonly kind: 'warning'; readonly at: number }
  | { readonly kind: 'locked'; readonly why: 'idle' | 'too-long'; readonly finished: boolean };

/** Watching over one panel. */
export interface IdleLock {
  readonly lock: ReadonlySignal<Lock>;
  /** Somebody is there: a key, a press, words. */
  readonly stir: () => void;
  /** Looks now: a hidden or sleeping page runs no timer. */
  readonly look: () => void;
  readonly dispose: () => void;
}

/** What locking needs. `finish` keeps what is typed, then ends everything; it runs once. */
export interface IdleLockPorts {
  readonly ehr: Pick<Ehr, 'end' | 'isTooOld'>;
  readonly clock: Clock;
  readonly minutes: number;
  /** While a note is on its way nobody is locked out: how it ended must be seen and kept. */
  readonly isBusy: () => boolean;
  readonly finish: () => Promise<void>;
}

const WARNING_MS = 60_000;
const EVERY_MS = 10_000;

/** Follows the clock and whoever stirs. */
export function createIdleLock({ ehr, clock, minutes, isBusy, finish }: IdleLockPorts): IdleLock {
  const lock = signal<Lock>({ kind: 'open' });
  const present = () => ({ wall: clock.millis(), uptime: clock.uptime() });
  let stirred = present();
  // The longer of two measures: a wall clock may be set back, an uptime may stand still in sleep.
  const idleMs = (): number => Math.max(clock.millis() - stirred.wall, clock.uptime() - stirred.uptime);
  const dispose = (): void => clearInterval(timer);

  const close = (why: 'idle' | 'too-long'): void => {
    dispose();
    // The page is empty and no token is left before anything else is waited for.
    lock.value = { kind: 'locked', why, finished: false };
    ehr.end();
    const ended = (): void => {
      lock.value = { kind: 'locked', why, finished: true };
    };
    finish().then(ended, ended);
  };
  const look = (): void => {
    if (lock.peek().kind === 'locked' || isBusy()) return;
    const leftMs = minutes * 60_000 - idleMs();
    if (ehr.isTooOld()) close('too-long');
    else if (leftMs <= 0) close('idle');
    else if (leftMs > WARNING_MS) lock.value = lock.peek().kind === 'open' ? lock.peek() : { kind: 'open' };
    else if (lock.peek().kind === 'open') lock.value = { kind: 'warning', at: clock.millis() + leftMs };
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    lock,
    look,
    stir: () => {
      // Whoever comes back to a page that slept finds it locked: their first key must not open it again.
      look();
      if (lock.peek().kind === 'locked') return;
      stirred = present();
      look();
    },
    dispose,
  };
}
