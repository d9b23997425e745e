// The button that deletes what was typed for a change, wherever that is shown. It asks first if there is something to lose.

import { hasTyped } from '../../store/writing/change-edit.ts';
import { DiscardButton } from '../../ui/DiscardButton.tsx';
import type { EditProps } from './change-props.ts';

export function DiscardChange({ editor, edit }: Omit<EditProps, 'store'>) {
  return (
    <DiscardButton
      id="discard-changes"
      label="Discard changes"
      warning={hasTyped(edit) ? 'What you typed is deleted.' : undefined}
      onDiscard={() => void editor.discard()}
    />
  );
}
