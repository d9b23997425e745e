// Flags the clinician's own words that may label or judge, during this interview. Nothing is logged, sent or filed. A
// word that the clinician keeps is not flagged again in this note.

import { computed, signal } from '@preact/signals';
import type { Family } from '../../interview/guide/families.ts';
import type { Flagged } from '../../interview/wording/flag-texts.ts';
import type { GuideTexts } from './guide-texts.ts';
import { dispatchAlone, type InterviewState } from './interview-state.ts';

/** The wording hints of one interview: what to reconsider, and the two possible responses. */
export function createWording(
  interviewState: InterviewState,
  family: () => Family | undefined,
  { loaded: texts }: Pick<GuideTexts, 'loaded'>,
) {
  const kept = signal<readonly string[]>([]);
  const flagged = computed((): readonly Flagged[] => {
    const all = texts.value?.flagTexts(interviewState.interview.value, family()) ?? [];
    return all.filter(({ key }) => !kept.value.includes(key));
  });
  return {
    /** What is flagged now. Empty until the list of terms is loaded. */
    flagged,
    replace: ({ written, flag }: Flagged): void => {
      if (!flag.replaces) return;
      const text = written.text.slice(0, flag.start) + flag.offer + written.text.slice(flag.end);
      dispatchAlone(interviewState, written.reworded(text));
    },
    /** Keeps the word as it is in this note. */
    keep: ({ key }: Flagged): void => {
      kept.value = [...kept.value, key];
    },
    /** Forgets what was kept, for the next note. */
    forget: (): void => {
      kept.value = [];
    },
  };
}
