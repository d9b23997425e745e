// State that helps during the conversation and is never filed: the pad, the guide, wording hints, chart suggestions.

import { computed } from '@preact/signals';
import type { Announcements } from '../announcements.ts';
import type { Chart } from '../history/chart.ts';
import type { StorePorts } from '../store-ports.ts';
import { createCapture } from './capture.ts';
import { createGuide } from './guide.ts';
import { createGuideTexts } from './guide-texts.ts';
import { createParts } from './interview-parts.ts';
import type { InterviewState } from './interview-state.ts';
import { loadGuideTexts } from './load-deferred.ts';
import { followNextFrame } from './next-frame.ts';
import { createTopicSuggestions } from './topic-suggestions.ts';
import { createWording } from './wording.ts';

/** The slices as the store has them. */
export type Conversation = Omit<ReturnType<typeof createConversation>, 'stopFollowing'>;

/** The slices of one conversation. What follows from a key press is drawn one frame later. */
export function createConversation(
  interviewState: InterviewState,
  announcements: Announcements,
  chart: Chart,
  { clock, behaviors, afterFrame }: Pick<StorePorts, 'clock' | 'behaviors' | 'afterFrame'>,
) {
  const { interview } = interviewState;
  const capture = createCapture(interviewState, clock);
  const { said } = announcements;
  const now = computed(() => ({ interview: interview.value, latest: capture.latest.value, said: said.value }));
  const { shown, dispose } = followNextFrame(now, afterFrame);
  // Never draw the previous note's content in this note.
  const drawn = computed(() => {
    const last = shown.value.interview;
    return last.id === interview.value.id ? last : interview.value;
  });
  const guideTexts = createGuideTexts(loadGuideTexts);
  const guide = createGuide(drawn, behaviors, guideTexts);
  return {
    // Updated one frame after the mark, together with its row.
    capture: { ...capture, latest: computed(() => shown.value.latest) },
    announcements: { ...announcements, said: computed(() => shown.value.said) },
    guide,
    guideTexts,
    parts: createParts(interview, drawn),
    stopFollowing: dispose,
    wording: createWording(interviewState, () => guide.heard.value.family, guideTexts),
    topicSuggestions: createTopicSuggestions(interview, chart.context, behaviors, guideTexts),
  };
}
