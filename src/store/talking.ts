// What helps while people talk, and is filed nowhere: the pad, the guide, kind words, what the chart suggests.

import { computed } from '@preact/signals';
import type { Announcing } from './announcing.ts';
import { createCapturing } from './capturing.ts';
import type { Charting } from './charting.ts';
import { createGuiding } from './guiding.ts';
import type { Interviewing } from './interviewing.ts';
import { createParts } from './parts.ts';
import { pictureLater } from './picture-later.ts';
import type { StorePorts } from './store.ts';
import { createSuggesting } from './suggesting.ts';
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
