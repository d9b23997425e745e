// The capture pad: a letter or a tap immediately marks what was said. The words can come now or later.

import type { Talk } from '../../interview/talk/talk.ts';
import type { Store } from '../../store/store.ts';
import { Pad } from '../../ui/Pad.tsx';
import { useMarkKind } from './mark-kind.ts';

interface CapturePadProps {
  readonly store: Store;
  /** Called after a mark. `typing` is false after a touch, because a keyboard would cover the page. */
  readonly onMarked: (typing: boolean) => void;
  readonly onLeave: () => void;
  readonly onLook?: (talk: Talk | undefined) => void;
}

const CHOOSE = 'Choose another kind, or the same one to keep it.';

export function CapturePad({ store, onMarked, onLeave, onLook }: CapturePadProps) {
  const recoded = useMarkKind(store, 'recoding');
  return (
    <Pad
      letters={store.settings.isOn.letters.value}
      direction={store.parts.focus.value.direction}
      onMark={(talk, typing) => {
        store.capture.mark(talk);
        onMarked(typing);
      }}
      onEscape={onLeave}
      onLook={onLook}
      onEnter={(from) => store.capture.comeFrom(from.closest('#plan') ? 'planning' : 'talking')}
      note={recoded && `Marked ${recoded}. ${CHOOSE}`}
    />
  );
}
