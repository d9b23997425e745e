// Actions on one mark: words, code, order, barrier, removal. Everything can be undone, so nothing asks for
// confirmation.

import type { InterviewEvent } from '../../interview/talk/events.ts';
import type { Utterance } from '../../interview/talk/talk.ts';
import css from './MarkList.module.css';
import { Tool } from './Tool.tsx';

interface MarkToolsProps {
  readonly mark: Utterance;
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly dispatch: (event: InterviewEvent) => void;
  readonly onWrite: () => void;
  readonly onRecode: () => void;
  /** Whether these words may be shown to the patient, and a way to change that. */
  readonly shown: boolean;
  readonly onShow: () => void;
}

export function MarkTools({ mark, place, dispatch, onWrite, onRecode, ...show }: MarkToolsProps) {
  const { id } = mark;
  const mayBecomeBarrier = mark.talk.side === 'sustain' && mark.words.kind === 'heard';
  return (
    <div class={css.tools}>
      <Tool class={css.tool} name={mark.words.kind === 'heard' ? 'Edit words' : 'Add words'} onPress={onWrite} />
      <Tool class={css.tool} name="Change kind" onPress={onRecode} />
      {/* At the end of the list they stay and do nothing, because a removed button would lose the focus. */}
      <Tool
        class={css.tool}
        name="Move up"
        dead={place.first}
        onPress={() => dispatch({ kind: 'talk-moved', id, by: -1 })}
      />
      <Tool
        class={css.tool}
        name="Move down"
        dead={place.last}
        onPress={() => dispatch({ kind: 'talk-moved', id, by: 1 })}
      />
      {mark.words.kind === 'heard' && (
        <Tool class={css.tool} name="OK to show" pressed={show.shown} onPress={show.onShow} />
      )}
      {mayBecomeBarrier && (
        <Tool class={css.tool} name="Move to barriers" onPress={() => dispatch({ kind: 'talk-became-barrier', id })} />
      )}
      <Tool class={css.tool} name="Remove" onPress={() => dispatch({ kind: 'talk-removed', id })} />
    </div>
  );
}
