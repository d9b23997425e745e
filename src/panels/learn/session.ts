// One sitting of practice: which page is shown, what was done today, what the device remembers. It ends with the page.

import { type Signal, signal } from '@preact/signals';
import type { LearnMemory, LearnShelf } from '../../learn/memory.ts';
import { dayOf } from '../../learn/memory.ts';
import type { CaseSummary } from '../../learn/summarize-case.ts';

/** A conversation as it went today, or a set of lines. */
export type Done =
  | { readonly kind: 'case'; readonly title: string; readonly ending: string; readonly summary: CaseSummary }
  | { readonly kind: 'heard'; readonly title: string; readonly lines: number; readonly alike: number }
  | { readonly kind: 'stop'; readonly title: string }
  | { readonly kind: 'written'; readonly line: string; readonly words: string };

export interface Session {
  readonly route: Signal<string>;
  readonly go: (route: string) => void;
  readonly memory: Signal<LearnMemory>;
  readonly remember: (change: Partial<LearnMemory>) => void;
  readonly done: Signal<readonly Done[]>;
  readonly add: (done: Done) => void;
  /** Whole days since 1970. */
  readonly today: number;
}

const routeNow = (): string => decodeURIComponent(location.hash.slice(1));

/** Begins a sitting. `now` is in milliseconds since the epoch. */
export function createSession(shelf: LearnShelf, kept: LearnMemory, now: number): Session {
  const route = signal(routeNow());
  const memory = signal(kept);
  const done = signal<readonly Done[]>([]);
  addEventListener('hashchange', () => {
    route.value = routeNow();
  });
  const today = dayOf(now);
  const remember = (change: Partial<LearnMemory>): void => {
    memory.value = { ...memory.value, ...change };
    void shelf.keep(memory.value);
  };
  return {
    route,
    go: (to) => {
      location.hash = to;
    },
    memory,
    remember,
    done,
    add: (each) => {
      done.value = [...done.value, each];
      // Refreshers are counted from the first thing practiced.
      if (memory.value.startedOn === undefined) remember({ startedOn: today, greeted: true });
    },
    today,
  };
}
