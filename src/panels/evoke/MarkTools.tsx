// Actions on one mark: words, code, order, barrier, removal. Everything can be undone, so nothing asks for
// confirmation.

import { useComputed } from '@preact/signals';
import type { Utterance } from '../../interview/talk/talk.ts';
import css from './MarkList.module.css';
import type { Hands } from './MarkList.tsx';
import { Tool } from './Tool.tsx';

interface MarkToolsProps {
  readonly mark: Utterance;
  readonly hands: Hands;
}

export function MarkTools({ mark, hands: { store, onWrite, onRecode } }: MarkToolsProps) {
  const { dispatch, view } = store;
  const talk = store.parts.talk.value;
  const { id } = mark;
  // Without an agreed plan, the note has no barriers.
  const isPlanOpen = useComputed(() => store.parts.plan.value.ending === 'open').value;
  const mayBecomeBarrier = mark.talk.side === 'sustain' && mark.words.kind === 'heard';
  return (
    <div class={css.tools}>
      <Tool
        class={css.tool}
        name={mark.words.kind === 'heard' ? 'Edit words' : 'Add words'}
        onPress={() => onWrite(id)}
      />
      <Tool class={css.tool} name="Change kind" onPress={() => onRecode(id)} />
      {/* A button that cannot act now stays, because a removed one would take the focus and the Tab stop with it. */}
      <Tool
        class={css.tool}
        name="Move up"
        dead={mark === talk[0]}
        onPress={() => dispatch({ kind: 'talk-moved', id, by: -1 })}
      />
      <Tool
        class={css.tool}
        name="Move down"
        dead={mark === talk.at(-1)}
        onPress={() => dispatch({ kind: 'talk-moved', id, by: 1 })}
      />
      {mark.words.kind === 'heard' && (
        <Tool
          class={css.tool}
          name="OK to show"
          pressed={view.quotes.value.has(id)}
          onPress={() => view.toggleQuote(id)}
        />
      )}
      {mayBecomeBarrier && (
        <Tool
          class={css.tool}
          name="Move to barriers"
          dead={!isPlanOpen}
          onPress={() => dispatch({ kind: 'talk-became-barrier', id })}
        />
      )}
      <Tool class={css.tool} name="Remove" onPress={() => dispatch({ kind: 'talk-removed', id })} />
    </div>
  );
}
