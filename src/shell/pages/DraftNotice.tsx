// Drafts of this visit: which one is open, which others exist, or why none could be opened.

import type { OtherDraft } from '../../drafts/port.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { hourAt } from '../../ui/day-and-time/dates.ts';
import { draftMessage } from '../../ui/messages/fault-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './DraftNotice.module.css';

/** Names a draft by its topic, if named, and when it was last changed. */
function draftName({ interview: { focus }, savedAt }: OtherDraft): string {
  const topic = focus.target.kind === 'named' ? ` about ${focus.target.label}` : '';
  return `Another unfinished note from this visit${topic}, last changed ${hourAt(savedAt)}`;
}

function OtherDraftLine({ store, draft }: { readonly store: Store; readonly draft: OtherDraft }) {
  if (draft.isOpenElsewhere) return <li>{draftName(draft)}, is open in another Evoke window.</li>;
  if (store.otherDrafts.isOnlyHere.value)
    return (
      <li>
        {draftName(draft)}. It cannot be opened now: this device has no copy of what you typed here. Sign or copy that
        first.
      </li>
    );
  return (
    <li>
      {draftName(draft)}.{' '}
      <Button variant="quiet" onPress={() => void store.otherDrafts.open(draft.id)}>
        Open that note
      </Button>
    </li>
  );
}

export function DraftNotice({ store }: { readonly store: Store }) {
  const { beginning } = store.interviewDraft;
  if (beginning.kind === 'new') return null;
  return (
    <div class={css.notice}>
      {beginning.kind === 'restored' ? (
        <p>Your unfinished note from earlier in this visit is here again.</p>
      ) : (
        <Notice tone="hint" words={draftMessage(beginning.why)} />
      )}
      {store.otherDrafts.list.length > 0 && (
        <ul class={css.others}>
          {store.otherDrafts.list.map((draft) => (
            <OtherDraftLine key={draft.id} store={store} draft={draft} />
          ))}
        </ul>
      )}
    </div>
  );
}
