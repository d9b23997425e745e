// A change whose end is not known yet. The typed text is kept here, and the note is read before anything is sent again.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Store } from '../../store/store.ts';
import type { Edit, Unsettled as End } from '../../store/writing/change-edit.ts';
import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import { Button } from '../../ui/Button.tsx';
import { changeMessage } from '../../ui/messages/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CopyChange } from './CopyChange.tsx';

interface UnsettledProps {
  readonly store: Store;
  readonly changing: ChangeEditor;
  readonly edit: Edit;
  readonly end: End;
}

export function Unsettled({ store, changing, edit, end }: UnsettledProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [end]);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="fault" words={changeMessage(end, edit.act, changing.keeping.value)}>
        {end.kind !== 'sessionEnded' && <Button onPress={() => void changing.check()}>Check again</Button>}
        <CopyChange store={store} edit={edit} />
      </Notice>
    </div>
  );
}
