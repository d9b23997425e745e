// One session of practice: the page shown, the records of today, and what the device remembers. It ends with the page.

import { signal } from '@preact/signals';
import { dayNumber, type LearnMemory, type LearnStorage } from '../../learn/memory.ts';
import type { CaseSummary } from '../../learn/summarize-case.ts';
import type { Site } from '../../site.ts';

/** One thing practiced today. */
export type PracticeRecord =
  | { readonly kind: 'case'; readonly title: string; readonly ending: string; readonly summary: CaseSummary }
  | { readonly kind: 'heard'; readonly title: string; readonly lines: number; readonly alike: number }
  | { readonly kind: 'stop'; readonly title: string }
  | { readonly kind: 'written'; readonly line: string; readonly words: string };

/** What a session begins with. */
export interface SessionStart {
  readonly storage: LearnStorage;
  readonly memory: LearnMemory;
  /** Local people who teach or coach. */
  readonly contacts: Site['learn']['contacts'];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const currentRoute = (): string => decodeURIComponent(location.hash.slice(1));

export type LearnSession = ReturnType<typeof createSession>;

/** Begins a session. */
export function createSession({ storage, memory: loaded, contacts, now }: SessionStart) {
  const route = signal(currentRoute());
  const memory = signal(loaded);
  const records = signal<readonly PracticeRecord[]>([]);
  addEventListener('hashchange', () => {
    route.value = currentRoute();
  });
  const today = dayNumber(now);
  const remember = (change: Partial<LearnMemory>): void => {
    memory.value = { ...memory.value, ...change };
    // Reads again before it saves: a visit in another window may have counted meanwhile.
    void storage.load().then((latest) => storage.save({ ...latest, ...change }));
  };
  return {
    route,
    openPage: (to: string): void => {
      location.hash = to;
    },
    memory,
    remember,
    contacts,
    records,
    addRecord: (record: PracticeRecord): void => {
      records.value = [...records.value, record];
      // Refreshers are counted from the first thing practiced.
      if (memory.value.startedOn === undefined) remember({ startedOn: today, greeted: true });
    },
    /** Whole days since 1970. */
    today,
  };
}
