// Problems after signing: what the chart left out or could not confirm, and typed text that is not in the note. Empty if
// there are none.

import { useRef } from 'preact/hooks';
import { composeNote } from '../../interview/note/compose-note.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { textsLeftOut } from '../../interview/talk/gaps.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import type { DoneFiling } from '../../store/writing/filing.ts';
import { mayFile, type SecondFormState } from '../../store/writing/second-form.ts';
import { means } from '../../store/writing/write-ends.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { goToIfLost } from '../../ui/keyboard/go-to.ts';
import { aForm } from '../../ui/messages/destination-text.ts';
import type { Keeping } from '../../ui/messages/fault-messages.ts';
import { endMessage, filingMessage, secondFormText } from '../../ui/messages/filing-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { keepingOf } from './FilingTrouble.tsx';
import css from './Result.module.css';

interface AfterSigningProps {
  readonly store: Store;
  readonly end: DoneFiling['end'];
  readonly hasLaterText: boolean;
  /** The note was changed since, so that what was signed is not filed once more. */
  readonly isChanged: boolean;
}

export function AfterSigning({ store, end, hasLaterText, isChanged }: AfterSigningProps) {
  const words = endMessage(end, keepingOf(store));
  return (
    <>
      {words && (
        <Notice tone="hint" words={words}>
          <SecondForm store={store} isChanged={isChanged} />
        </Notice>
      )}
      {hasLaterText ? <WrittenOn store={store} /> : <LeftOut store={store} />}
    </>
  );
}

/** Text written after signing is not in the filed note. It can be copied while it is on this page. */
function WrittenOn({ store }: { readonly store: Store }) {
  const { interview, clock } = store;
  const written = composeNote(interview.value, instantAt(clock.millis()));
  const text = (): string =>
    [...(written.ok ? [writeNoteText(written.value)] : []), ...textsLeftOut(interview.value)].join('\n\n');
  return (
    <Notice tone="hint" words={filingMessage('laterText', keepingOf(store))}>
      <CopyText label="Copy what you wrote" text={text} />
    </Notice>
  );
}

/** Typed text that is in no part of a note. It can be copied while it is on this page. */
function LeftOut({ store }: { readonly store: Store }) {
  const texts = textsLeftOut(store.interview.value);
  if (texts.length === 0) return null;
  return (
    <Notice tone="hint" words={filingMessage('leftOut', keepingOf(store))}>
      <CopyText label="Copy what is not in the note" text={() => texts.join('\n\n')} />
    </Notice>
  );
}

function stateText(state: SecondFormState, keeping: Keeping): string | undefined {
  if (state.kind === 'none') return undefined;
  if (state.kind === 'looking') return 'Not found in the chart yet. Evoke keeps searching.';
  const end = state.kind === 'offered' ? state.refused : state.kind === 'settled' ? state.end : undefined;
  const words = end && secondFormText(end, keeping);
  if (words) return words;
  if (state.kind === 'settled') return `Also filed as ${aForm(state.form)}, checked against the chart.`;
  return state.kind === 'offered' ? undefined : 'Sending to the chart';
}

/** What can be done next. While it is done, the same button stays, so that it keeps the focus. */
function actionOf(state: SecondFormState, isChanged: boolean): 'file' | 'look' | undefined {
  if (state.kind === 'settled' && means(state.end, 'isSearchedAgain')) return 'look';
  return mayFile(state) && !isChanged ? 'file' : undefined;
}

// Offers to file the same note in the next open form, for parts the chart did not keep. Sent only on request.
function SecondForm({ store, isChanged }: Pick<AfterSigningProps, 'store' | 'isChanged'>) {
  const { secondForm } = store;
  const state = secondForm.state.value;
  const latest = useRef<ReturnType<typeof actionOf>>(undefined);
  if (state.kind === 'none') return null;
  const busy = secondForm.isBusy();
  if (!busy) latest.current = actionOf(state, isChanged);
  const action = latest.current;
  // A change that began before would not reach the second form.
  const isPending = store.changes.isOpen.value || store.changes.unsent.value !== 'none';
  const words = stateText(state, keepingOf(store));
  return (
    <div role="status" class={css.second} id="second-form" tabIndex={-1}>
      {words && <p>{words}</p>}
      {action === 'file' && isPending && <p>First finish or discard the change of a filed note.</p>}
      {action && (
        <Button
          isDisabled={busy || store.changes.isBusy() || (action === 'file' && isPending)}
          onPress={async () => {
            await (action === 'file' ? store.secondForm.file() : secondForm.lookAgain());
            goToIfLost('#second-form');
          }}
        >
          {action === 'file' ? `File it as ${aForm(state.form)} too` : 'Check again'}
        </Button>
      )}
    </div>
  );
}
