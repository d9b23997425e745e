// Discards an unfinished note. Undo cannot reverse it, so it asks for confirmation in place.

import { useState } from 'preact/hooks';
import type { Store } from '../../store/store.ts';
import { mayBeInChart } from '../../store/writing/writing.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { beginAnother } from './begin-another.ts';
import css from './Review.module.css';

export function Discard({ store }: { readonly store: Store }) {
  const [isAsked, setAsked] = useState(false);
  if (store.interviewDraft.draft.value.kind === 'none') return null;
  if (!isAsked) {
    return (
      <div class={css.start}>
        <Button look="quiet" id="discard-draft" onPress={() => setAsked(true)}>
          Discard this draft
        </Button>
      </div>
    );
  }
  return (
    <Asked
      store={store}
      onKeep={() => {
        setAsked(false);
        requestAnimationFrame(() => goTo('#discard-draft'));
      }}
    />
  );
}

/** What discarding means for the chart. A note that was sent may be there, and would be written twice. */
function inChart(store: Store): string {
  const now = store.filing.filing.value;
  if (now.kind === 'ended' && now.end.kind === 'doubled') return 'The copies in the chart stay: look there first.';
  return mayBeInChart(store)
    ? 'The note may still be in the chart: look there first.'
    : 'Nothing in the chart changes.';
}

// A component of its own. Otherwise "Discard it" would be the pressed button, and a second Enter would delete the draft.
function Asked({ store, onKeep }: { readonly store: Store; readonly onKeep: () => void }) {
  // All of it takes the focus, so that its buttons are scrolled into view with the warning.
  const question = useFocusOnMount<HTMLDivElement>();
  return (
    <div class={css.gap} ref={question} tabIndex={-1} role="group" aria-labelledby="discard-warning">
      <span id="discard-warning">Everything written here is deleted. {inChart(store)}</span>
      {/* First, where the button that asked was: a second tap on that place keeps the draft. */}
      <Button look="quiet" onPress={onKeep}>
        Keep it
      </Button>
      <Button look="quiet" onPress={() => void beginAnother(store)}>
        Discard it
      </Button>
    </div>
  );
}
