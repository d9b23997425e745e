// A change that is in the chart: when, what the chart left out, and which other places still have the earlier text.

import type { Store } from '../../store/store.ts';
import type { ChangeState } from '../../store/writing/change-edit.ts';
import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import { doneWords } from '../../ui/messages/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Amend.module.css';
import { CopyChange } from './CopyChange.tsx';

interface ChangeDoneProps {
  readonly store: Store;
  readonly changing: ChangeEditor;
  readonly done: Extract<ChangeState, { readonly kind: 'done' }>;
}

export function ChangeDone({ store, changing, done }: ChangeDoneProps) {
  const box = useFocusOnMount<HTMLDivElement>();
  const { act, end, when, kept } = done;
  const keeping = kept && changing.keeping.value;
  const isWhole = end.lost.length === 0 && end.left.length === 0;
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
        <Button look="quiet" onPress={changing.close}>
          Done
        </Button>
      </Notice>
    </div>
  );
}
