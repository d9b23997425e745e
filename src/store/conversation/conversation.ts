// What helps while people talk, and is filed nowhere: the pad, the guide, kind words, what the chart suggests.

import { computed } from '@preact/signals';
import type { Announcements } from '../announcements.ts';
import type { Chart } from '../history/chart.ts';
import type { StorePorts } from '../store.ts';
import { createCapture } from './capture.ts';
import { createGuide } from './guide.ts';
import { createParts } from './interview-parts.ts';
import type { InterviewState } from './interview-state.ts';
import { followNextFrame } from './next-frame.ts';
import { createTopicSuggestions } from './topic-suggestions.ts';
import { createWording } from './wording.ts';

/** The slices over one talk. What follows from a key is drawn a picture after its answer. */
export function createConversation(
  interviewState: InterviewState,
  announcements: Announcements,
  chart: Chart,
  { clock, behaviours, afterFrame }: Pick<StorePorts, 'clock' | 'behaviours' | 'afterFrame'>,
) {
  const { interview, dispatch, pause } = interviewState;
  const capture = createCapture(interviewState, clock);
  const { said } = announcements;
  const now = computed(() => ({ interview: interview.value, latest: capture.latest.value, said: said.value }));
  const { shown, dispose } = followNextFrame(now, afterFrame);
  // What was drawn of another note is never drawn in this one.
  const heard = computed(() => {
    const drawn = shown.value.interview;
    return drawn.id === interview.value.id ? drawn : interview.value;
  });
  const guide = createGuide(heard, behaviours);
  return {
    capture: { ...capture, latest: computed(() => shown.value.latest) },
    announcements: { ...announcements, said: computed(() => shown.value.said) },
    guide,
    parts: createParts(interview, heard),
    stopFollowing: dispose,
    wording: createWording({ interview, dispatch, pause, family: () => guide.heard.value.family }),
    topicSuggestions: createTopicSuggestions(interview, chart.context, behaviours),
  };
}
