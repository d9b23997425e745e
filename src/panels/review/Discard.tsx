// Discards an unfinished note. Undo cannot reverse it, so it asks for confirmation in place.

import { useState } from 'preact/hooks';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { beginAnother } from './begin-another.ts';
import css from './Review.module.css';

export function Discard({ store }: { readonly store: Store }) {
  const [isAsked, setAsked] = useState(false);
  if (store.interviewDraft.draft.value.kind === 'none') return null;
  if (!isAsked) {
    return (
      <div class={css.start}>
        <Button look="quiet" onPress={() => setAsked(true)}>
          Discard this draft
        </Button>
      </div>
    );
  }
  return (
    <div class={css.gap}>
      <span>Everything written here is deleted. Nothing in the chart changes.</span>
      <Button look="quiet" onPress={() => void beginAnother(store)}>
        Discard it
      </Button>
      <Button look="quiet" onPress={() => setAsked(false)}>
        Keep it
      </Button>
    </div>
  );
}
