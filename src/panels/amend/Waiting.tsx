// A change that was started and not sent. The clinician continues or discards it.

import type { Edit } from '../../store/writing/change-edit.ts';
import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

const WHAT = {
  add: 'An addition to this note',
  correct: 'A correction of this note',
  retract: 'A retraction of this note',
} as const;

export function Waiting({ changing, edit }: { readonly changing: ChangeEditor; readonly edit: Edit }) {
  const isKept = changing.keeping.value === 'device';
  const words = {
    happened: `${WHAT[edit.act]} is waiting, and is not in the chart.`,
    safe: isKept ? 'What you typed is kept on this device.' : 'What you typed is kept until you close this pane.',
    next: edit.attempted
      ? 'It may have been sent before. Evoke reads the note before it sends anything.'
      : 'Go on, or discard it.',
  };
  return (
    <Notice tone="hint" words={words}>
      <Button onPress={changing.resume}>Go on</Button>
      <Button look="quiet" onPress={() => void changing.discard()}>
        Discard changes
      </Button>
    </Notice>
  );
}
