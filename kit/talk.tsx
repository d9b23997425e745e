// The capture pad, the marks, and the sheets that cover the page.

import { useSignal } from '@preact/signals';
import { CapturePad } from '../src/panels/evoke/CapturePad.tsx';
import { HeardToday } from '../src/panels/evoke/HeardToday.tsx';
import { KeyCard } from '../src/shell/cards/KeyCard.tsx';
import { Safety } from '../src/shell/Safety.tsx';
import type { Store } from '../src/store/store.ts';
import { Button } from '../src/ui/Button.tsx';
import { Group, State } from './frame.tsx';

const nothing = (): void => {};

export function Talk({ store }: { readonly store: Store }) {
  return (
    <>
      <Group name="Capture pad">
        <CapturePad store={store} onMarked={nothing} onLeave={nothing} />
      </Group>
      <Group name="Marks">
        <HeardToday store={store} onWrite={nothing} onRecode={nothing} onLeave={nothing} />
      </Group>
      <Dialogs store={store} />
    </>
  );
}

type Open = { readonly kind: 'none' | 'keys' | 'safety' };

function Dialogs({ store }: { readonly store: Store }) {
  const open = useSignal<Open>({ kind: 'none' });
  const opens = (kind: Open['kind']) => () => {
    open.value = { kind };
  };
  return (
    <Group name="Dialogs">
      <State name="opened by a press, closed by Esc">
        <div class="row">
          <Button onPress={opens('keys')}>Keys and settings</Button>
          <Button onPress={opens('safety')}>Safety</Button>
        </div>
      </State>
      {open.value.kind === 'keys' && <KeyCard store={store} onClose={opens('none')} onCheck={opens('none')} />}
      {open.value.kind === 'safety' && <Safety store={store} onClose={opens('none')} />}
    </Group>
  );
}
