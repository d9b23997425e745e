// A change that is not being typed: it waits, its end is not known yet, or it is in the chart.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChangeState, UnsettledEnd as End } from '../../store/writing/change-edit.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import { changeMessage, doneWords } from '../../ui/messages/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Amend.module.css';
import { CopyChange } from './CopyChange.tsx';
import type { ChangeProps, EditProps } from './change-props.ts';
import { DiscardChange } from './DiscardChange.tsx';

const WHAT = {
  add: 'An addition to this note',
  correct: 'A correction of this note',
  retract: 'A retraction of this note',
} as const;

/** It was started and not sent. The clinician continues or discards it. */
export function Waiting({ editor, edit }: EditProps) {
  const isKept = editor.keeping.value === 'device';
  const words = {
    happened: `${WHAT[edit.act]} is waiting, and ${edit.attempted ? 'may be' : 'is not'} in the chart.`,
    safe: isKept ? 'What you typed is kept on this device.' : 'What you typed is kept until you close this pane.',
    next: edit.attempted ? 'Go on: Evoke reads the note before it sends anything.' : 'Go on, or discard it.',
  };
  return (
    <Notice tone="hint" words={words}>
      <Button onPress={editor.resume}>Go on</Button>
      <DiscardChange editor={editor} edit={edit} />
    </Notice>
  );
}

/** The typed text is kept here, and the note is read before anything is sent again. */
export function Unsettled({ store, editor, edit, end }: EditProps & { readonly end: End }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [end]);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="fault" words={changeMessage(end, edit.act, editor.keeping.value)}>
        {end.kind !== 'sessionEnded' && <Button onPress={() => void editor.check()}>Check again</Button>}
        <CopyChange store={store} edit={edit} />
      </Notice>
    </div>
  );
}

interface DoneProps extends ChangeProps {
  readonly done: Extract<ChangeState, { readonly kind: 'done' }>;
}

/** When it was filed, what the chart left out, and which other places still have the earlier text. */
export function Done({ store, editor, done: { act, end, when, kept } }: DoneProps) {
  const box = useFocusOnMount<HTMLDivElement>();
  const keeping = kept && editor.keeping.value;
  const isWhole = end.lost.length === 0 && end.unreached.length === 0;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={isWhole ? 'sure' : 'hint'} words={doneWords(act, end, when, keeping)}>
        {kept && act === 'retract' && (
          <>
            <p class={css.text} dir="auto">
              {kept.words}
            </p>
            <CopyChange store={store} edit={kept} />
          </>
        )}
        <Button onPress={editor.close}>Done</Button>
      </Notice>
    </div>
  );
}
