// What helps while people talk, and is filed nowhere: the pad, the guide, kind words, what the chart suggests.

import { computed } from '@preact/signals';
import type { Announcing } from '../announcements.ts';
import type { Charting } from '../history/chart.ts';
import type { StorePorts } from '../store.ts';
import { createCapturing } from './capture.ts';
import { createGuiding } from './guide.ts';
import { createParts } from './interview-parts.ts';
import type { Interviewing } from './interview-state.ts';
import { pictureLater } from './next-frame.ts';
import { createSuggesting } from './topic-suggestions.ts';
import { createWording } from './wording.ts';

/** The slices over one talk. What follows from a key is drawn a picture after its answer. */
export function createTalking(
  interviewing: Interviewing,
  announcing: Announcing,
  charting: Charting,
  { clock, behaviours, afterPicture }: Pick<StorePorts, 'clock' | 'behaviours' | 'afterPicture'>,
) {
  const { interview, dispatch, pause } = interviewing;
  const capturing = createCapturing(interviewing, clock);
  const { said } = announcing;
  const now = computed(() => ({ interview: interview.value, latest: capturing.latest.value, said: said.value }));
  const { shown, dispose } = pictureLater(now, afterPicture);
  // What was drawn of another note is never drawn in this one.
  const heard = computed(() => {
    const drawn = shown.value.interview;
    return drawn.id === interview.value.id ? drawn : interview.value;
  });
  const guiding = createGuiding(heard, behaviours);
  return {
    capturing: { ...capturing, latest: computed(() => shown.value.latest) },
    announcing: { ...announcing, said: computed(() => shown.value.said) },
    guiding,
    parts: createParts(interview, heard),
    stopFollowing: dispose,
    wording: createWording({ interview, dispatch, pause, family: () => guiding.heard.value.family }),
    suggesting: createSuggesting(interview, charting.context, behaviours),
  };
}
