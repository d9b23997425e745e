// Lines to say after a mark: reflections first, one question last. Off in the settings, never filed.

import { useComputed } from '@preact/signals';
import { type LineToSay, linesAfterMarks } from '../../interview/guide/answers-to-talk.ts';
import type { EntryId } from '../../interview/ids.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import css from './cards/Cards.module.css';
import { focusPad } from './pad.ts';

const KINDS: { readonly [K in LineToSay['kind']]: string } = {
  simple: 'Reflect',
  complex: 'Go deeper',
  affirm: 'Affirm',
  both: 'Both sides',
  ask: 'Then ask',
};

export function AfterMark({ store, id }: { readonly store: Store; readonly id: EntryId }) {
  const talk = store.parts.talk.value;
  const isPlanOpen = useComputed(() => store.parts.plan.value.ending === 'open').value;
  // After an undo the one before it, else only the room, so that Undo stays under the pointer.
  const mark = talk.find((each) => each.id === id) ?? talk.at(-1);
  if (!mark) return <div class={css.lines} />;
  const language = store.guide.language.value;
  const { side } = mark.talk;
  // Not of the one before it, or a double press would move both.
  const obstacle = isPlanOpen && side === 'sustain' && store.capture.obstacles.value.includes(id);
  if (obstacle && mark.id === id && mark.words.kind === 'heard') {
    return (
      <p class={css.cue}>
        Said while planning: more likely a barrier.
        <Button
          variant="quiet"
          tabStop={false}
          onPress={() => {
            store.dispatch({ kind: 'talk-became-barrier', id });
            // This line disappears with its mark.
            focusPad();
          }}
        >
          Move to barriers
        </Button>
      </p>
    );
  }
  const lines = linesAfterMarks(talk, language, store.parts.focus.value.direction)[talk.indexOf(mark)] ?? [];
  return (
    <ul class={css.lines} aria-label="What you might say next">
      {lines.map(({ kind, text }) => (
        <li key={kind}>
          <span class="quiet-text">{KINDS[kind]}</span>{' '}
          <span dir="auto" lang={language}>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
