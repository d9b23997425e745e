// A change that is in the chart: when, what the chart left out, and which other place still holds the earlier words.

import { useEffect, useRef } from 'preact/hooks';
import type { ChangeState } from '../../store/change-edit.ts';
import type { NoteChanging } from '../../store/changing.ts';
import { Button } from '../../ui/Button.tsx';
import { doneWords } from '../../ui/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';

interface ChangeDoneProps {
  readonly changing: NoteChanging;
  readonly done: Extract<ChangeState, { readonly kind: 'done' }>;
}

export function ChangeDone({ changing, done }: ChangeDoneProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { act, end, when, kept } = done;
  const keeping = kept && changing.keeping.value;
  const isWhole = end.lost.length === 0 && end.left.length === 0;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={isWhole ? 'sure' : 'hint'} words={doneWords(act, end, when, keeping)}>
        <Button look="quiet" onPress={changing.close}>
          Close
        </Button>
      </Notice>
    </div>
  );
}
