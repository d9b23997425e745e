// The kind of the mark that is being written or changed, in words.

import { useComputed } from '@preact/signals';
import type { Store } from '../../store/store.ts';
import { SIDE_NAMES, strandLabel } from '../../ui/messages/strand-labels.ts';

/** "Change: desire" while the words of a mark are typed, or while its kind is changed. Undefined otherwise. */
export function useMarkKind(store: Store, doing: 'writing' | 'recoding'): string | undefined {
  return useComputed(() => {
    const { value } = store.capture.writing;
    if (value.kind !== doing) return undefined;
    // Not from `store.parts`, which come a frame later.
    const talk = store.interview.value.evoke.talk.find(({ id }) => id === value.id)?.talk;
    return talk && `${SIDE_NAMES[talk.side]}: ${strandLabel(talk.strand).short}`;
  }).value;
}
