// A note that the chart has more than once: how often, and a button that retracts the extra copies.

import { useState } from 'preact/hooks';
import { doubledPlaces } from '../../interview/history/doubled-note.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { copiesMessage } from '../../ui/messages/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';

interface SecondCopiesProps {
  readonly store: Store;
  readonly entry: NoteEntry;
}

export function SecondCopies({ store, entry }: SecondCopiesProps) {
  const [press, setPress] = useState<'ready' | 'sending' | 'failed'>('ready');
  const places = doubledPlaces(entry);
  if (places.length < 2) return null;
  const mayRetract = store.changes.mayRetract(entry);
  const retract = async (): Promise<void> => {
    setPress('sending');
    setPress((await store.changes.retractDoubles(entry, places)) ? 'ready' : 'failed');
  };
  return (
    <Notice tone="fault" words={copiesMessage(places, mayRetract, press === 'failed')}>
      {mayRetract && (
        <Button dead={press === 'sending'} onPress={() => void retract()}>
          Retract the extra {places.length === 2 ? 'copy' : 'copies'}
        </Button>
      )}
    </Notice>
  );
}
