// Problems after signing: what the chart left out or could not confirm, and what was written since. Empty if there are
// none.

import { composeNote } from '../../interview/note/compose-note.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import type { Filing } from '../../store/writing/filing.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { endMessage, filingMessage } from '../../ui/messages/filing-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { keepingOf } from './FilingTrouble.tsx';
import { SecondForm } from './SecondForm.tsx';

interface AfterwardsProps {
  readonly store: Store;
  readonly end: Extract<Filing, { readonly kind: 'ended' }>['end'];
  readonly writtenOn: boolean;
}

export function Afterwards({ store, end, writtenOn }: AfterwardsProps) {
  const words = endMessage(end, keepingOf(store.interviewDraft.draft.value));
  return (
    <>
      {words && (
        <Notice tone="hint" words={words}>
          <SecondForm store={store} />
        </Notice>
      )}
      {writtenOn && <WrittenOn store={store} />}
    </>
  );
}

/** Text written after signing is not in the filed note. It can be copied while it is on this page. */
function WrittenOn({ store }: { readonly store: Store }) {
  const { interview, clock, interviewDraft } = store;
  const written = composeNote(interview.value, instantAt(clock.millis()));
  const text = (): string => (written.ok ? writeNoteText(written.value) : '');
  return (
    <Notice tone="hint" words={filingMessage('writtenOn', keepingOf(interviewDraft.draft.value))}>
      <CopyText label="Copy what you wrote" text={text} />
    </Notice>
  );
}
