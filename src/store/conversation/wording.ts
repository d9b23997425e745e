// Words of the clinician's own that may label or judge, for as long as this interview lasts. Nothing is logged, sent or
// filed; what was kept as it is stays kept until the next note. The list of terms is fetched when review opens.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Family } from '../../interview/guide/families.ts';
import type { Interview } from '../../interview/interview.ts';
import type { InterviewEvent } from '../../interview/talk/events.ts';
import type { Flagged, flagTexts as FlagTexts } from '../../interview/wording/flag-texts.ts';
import { loadGuideTexts } from './load-deferred.ts';

/** Kind words: what to look at again, and the two answers to it. */
export interface Wording {
  /** What is flagged now; empty until the list of terms is here. */
  readonly flagged: ReadonlySignal<readonly Flagged[]>;
  /** Fetches the list of terms, once; without it nothing is flagged. */
  readonly begin: () => void;
  readonly replace: (flagged: Flagged) => void;
  /** Leaves it as it is, for this note. */
  readonly keep: (flagged: Flagged) => void;
  /** Forgets what was kept: the next note begins. */
  readonly forget: () => void;
}

interface WordingPorts {
  readonly interview: ReadonlySignal<Interview>;
  readonly family: () => Family | undefined;
  readonly dispatch: (event: InterviewEvent) => void;
  /** Makes a step of its own of what happens next, so that undoing it takes back nothing that was typed. */
  readonly pause: () => void;
}

/** What it takes to flag anything. */
type Terms = { readonly kind: 'absent' } | { readonly kind: 'here'; readonly flagTexts: typeof FlagTexts };

/** Flags over one interview. */
export function createWording({ interview, family, dispatch, pause }: WordingPorts): Wording {
  const terms = signal<Terms>({ kind: 'absent' });
  const kept = signal<readonly string[]>([]);
  const flagged = computed((): readonly Flagged[] => {
    const list = terms.value;
    if (list.kind === 'absent') return [];
    return list.flagTexts(interview.value, family()).filter(({ key }) => !kept.value.includes(key));
  });
  return {
    flagged,
    begin: () => {
      void loadGuideTexts().then(
        ({ flagTexts }) => {
          terms.value = { kind: 'here', flagTexts };
        },
        () => undefined,
      );
    },
    replace: ({ written, flag }) => {
      if (!flag.replaces) return;
      pause();
      dispatch(written.reworded(written.text.slice(0, flag.start) + flag.offer + written.text.slice(flag.end)));
      pause();
    },
    keep: ({ key }) => {
      kept.value = [...kept.value, key];
    },
    forget: () => {
      kept.value = [];
    },
  };
}
