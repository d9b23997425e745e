// What became of work begun earlier in this visit: it is here again, or why it is not.

import type { Store } from '../../store/store.ts';
import { draftMessage } from '../../ui/messages/messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Beginning.module.css';

export function Beginning({ store }: { readonly store: Store }) {
  const { beginning } = store.drafting;
  if (beginning.kind === 'anew') return null;
  return (
    <div class={css.beginning}>
      {beginning.kind === 'restored' ? (
        <p>Your unfinished note from earlier in this visit is here again.</p>
      ) : (
        <Notice tone="hint" words={draftMessage(beginning.why)} />
      )}
    </div>
  );
}
