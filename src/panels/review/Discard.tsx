// Discards an unfinished note.

import type { Store } from '../../store/store.ts';
import { mayBeInChart } from '../../store/writing/writing.ts';
import { DiscardButton } from '../../ui/DiscardButton.tsx';
import { beginAnother } from './begin-another.ts';
import css from './Review.module.css';

export function Discard({ store }: { readonly store: Store }) {
  if (store.interviewDraft.draft.value.kind === 'none') return null;
  return (
    <div class={css.start}>
      <DiscardButton
        id="discard-draft"
        label="Discard this draft"
        warning={`Everything written here is deleted. ${inChart(store)}`}
        onDiscard={() => void beginAnother(store)}
      />
    </div>
  );
}

/** What discarding means for the chart. A note that was sent may be there, and would be written twice. */
function inChart(store: Store): string {
  const now = store.filing.state.value;
  if (now.kind === 'ended' && now.end.kind === 'duplicated') return 'The copies in the chart stay: look there first.';
  return mayBeInChart(store)
    ? 'The note may still be in the chart: look there first.'
    : 'Nothing in the chart changes.';
}
