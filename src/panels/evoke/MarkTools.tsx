// Actions on one mark: words, code, order, barrier, removal. Everything can be undone, so nothing asks for
// confirmation.

import { useComputed } from '@preact/signals';
import type { Utterance } from '../../interview/talk/talk.ts';
import css from './MarkList.module.css';
import type { RowContext } from './MarkList.tsx';
import { Tool } from './Tool.tsx';

interface MarkToolsProps {
  readonly mark: Utterance;
  readonly context: RowContext;
}

// Below the last row in view they would be behind the footer.
const show = (tools: HTMLElement | null): void => tools?.scrollIntoView({ block: 'nearest' });

export function MarkTools({ mark, context: { store, onWrite, onRecode } }: MarkToolsProps) {
  const { dispatch, view } = store;
  const talk = store.parts.talk.value;
  const { id } = mark;
  // Without an agreed plan, the note has no barriers.
  const isPlanOpen = useComputed(() => store.parts.plan.value.ending === 'open').value;
  const hasWords = mark.words.kind === 'heard';
  const tool = (name: string, onPress: () => void, state: { isDisabled?: boolean; pressed?: boolean } = {}) => (
    <Tool class={css.tool} name={name} onPress={onPress} {...state} />
  );
  const move = (by: 1 | -1) => (): void => dispatch({ kind: 'talk-moved', id, by });
  return (
    <div class={css.tools} ref={show}>
      {tool(hasWords ? 'Edit words' : 'Add words', () => onWrite(id))}
      {tool('Change kind', () => onRecode(id))}
      {/* A button that cannot act now stays, because a removed one would take the focus and the Tab stop with it. */}
      {tool('Move up', move(-1), { isDisabled: mark === talk[0] })}
      {tool('Move down', move(1), { isDisabled: mark === talk.at(-1) })}
      {hasWords && tool('OK to show', () => view.toggleQuote(id), { pressed: view.quotes.value.has(id) })}
      {hasWords &&
        mark.talk.side === 'sustain' &&
        tool('Move to barriers', () => dispatch({ kind: 'talk-became-barrier', id }), { isDisabled: !isPlanOpen })}
      {tool('Remove', () => dispatch({ kind: 'talk-removed', id }))}
    </div>
  );
}
