// The private line after a mark: how one might answer what was just said. Off in the settings; never said aloud, never filed.

import { cueAfter } from '../../interview/guide/cues.ts';
import type { EntryId } from '../../interview/ids.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Cards.module.css';
import { focusPad } from './pad.ts';

interface AfterMarkProps {
  readonly store: Store;
  readonly id: EntryId;
}

export function AfterMark({ store, id }: AfterMarkProps) {
  const talk = store.parts.talk.value;
  const mark = talk.find((each) => each.id === id);
  if (!mark) return null;
  const { side } = mark.talk;
  const obstacle = side === 'sustain' && store.capturing.obstacles.value.includes(id);
  if (obstacle && mark.words.kind === 'heard') {
    return (
      <p class={css.cue}>
        Said while planning: more likely a barrier.
        <Button
          look="quiet"
          stop={false}
          onPress={() => {
            store.dispatch({ kind: 'talk-became-barrier', id });
            // This line goes with its mark.
            focusPad();
          }}
        >
          Move to barriers
        </Button>
      </p>
    );
  }
  const earlier = talk.filter((each) => each.talk.side === side).length - 1;
  return <p class={css.cue}>{cueAfter(side, earlier)}</p>;
}
