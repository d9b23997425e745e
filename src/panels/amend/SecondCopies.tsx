// A note that the chart has more than once: how often, and a button that retracts the extra copies.

import { useSignal } from '@preact/signals';
import { doubledPlaces } from '../../interview/history/doubled-note.ts';
import type { HistoryEntry } from '../../interview/history/history.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { copiesMessage } from '../../ui/messages/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';

interface SecondCopiesProps {
  readonly store: Store;
  readonly entry: Extract<HistoryEntry, { readonly kind: 'note' }>;
}

export function SecondCopies({ store, entry }: SecondCopiesProps) {
  const press = useSignal<{ readonly kind: 'ready' | 'sending' | 'failed' }>({ kind: 'ready' });
  const places = doubledPlaces(entry);
  if (places.length < 2) return null;
  const mayRetract = store.changes.mayRetract(entry);
  const retract = async (): Promise<void> => {
    press.value = { kind: 'sending' };
    const isDone = await store.changes.retractDoubles(entry, places);
    press.value = { kind: isDone ? 'ready' : 'failed' };
  };
  return (
    <Notice tone="fault" words={copiesMessage(places, mayRetract, press.value.kind === 'failed')}>
      {mayRetract && (
        <Button dead={press.value.kind === 'sending'} onPress={() => void retract()}>
          Retract the extra {places.length === 2 ? 'copy' : 'copies'}
        </Button>
      )}
    </Notice>
  );
}
