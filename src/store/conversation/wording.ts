// Flags the clinician's own words that may label or judge, during this interview. Nothing is logged, sent or filed. A
// word that the clinician keeps is not flagged again in this note. The list of terms loads when the review opens.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Family } from '../../interview/guide/families.ts';
import type { Flagged, flagTexts as FlagTexts } from '../../interview/wording/flag-texts.ts';
import { dispatchAlone, type InterviewState } from './interview-state.ts';
import { loadGuideTexts } from './load-deferred.ts';

/** Wording hints: what to reconsider, and the two possible responses. */
export interface Wording {
  /** What is flagged now. Empty until the list of terms is loaded. */
  readonly flagged: ReadonlySignal<readonly Flagged[]>;
  /** Loads the list of terms once. Without it nothing is flagged. */
  readonly begin: () => void;
  readonly replace: (flagged: Flagged) => void;
  /** Keeps the word as it is in this note. */
  readonly keep: (flagged: Flagged) => void;
  /** Forgets what was kept, for the next note. */
  readonly forget: () => void;
}

/** The list of terms, when loaded. */
type Terms = { readonly kind: 'absent' } | { readonly kind: 'loaded'; readonly flagTexts: typeof FlagTexts };

/** The wording hints of one interview. */
export function createWording(interviewState: InterviewState, family: () => Family | undefined): Wording {
  const terms = signal<Terms>({ kind: 'absent' });
  const kept = signal<readonly string[]>([]);
  const flagged = computed((): readonly Flagged[] => {
    const list = terms.value;
    if (list.kind === 'absent') return [];
    return list.flagTexts(interviewState.interview.value, family()).filter(({ key }) => !kept.value.includes(key));
  });
  return {
    flagged,
    begin: () => {
      void loadGuideTexts().then(
        ({ flagTexts }) => {
          terms.value = { kind: 'loaded', flagTexts };
        },
        () => undefined,
      );
    },
    replace: ({ written, flag }) => {
      if (!flag.replaces) return;
      const text = written.text.slice(0, flag.start) + flag.offer + written.text.slice(flag.end);
      dispatchAlone(interviewState, written.reworded(text));
    },
    keep: ({ key }) => {
      kept.value = [...kept.value, key];
    },
    forget: () => {
      kept.value = [];
    },
  };
}
