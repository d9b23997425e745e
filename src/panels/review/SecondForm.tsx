// Offers to file the same note in the next open form, for parts the chart did not keep. Sent only on request.

import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { FORM_WORDS } from '../../ui/messages/destination-text.ts';
import { endMessage } from '../../ui/messages/filing-messages.ts';
import type { Keeping } from '../../ui/messages/messages.ts';
import { keepingOf } from './FilingTrouble.tsx';
import css from './Result.module.css';

type SecondFormState = Store['secondForm']['state']['value'];

function stateText(state: SecondFormState, keeping: Keeping): string | undefined {
  if (state.kind === 'none') return undefined;
  if (state.kind === 'looking') return 'Not found in the chart yet. Evoke keeps searching.';
  const end = state.kind === 'offered' ? state.refused : state.kind === 'settled' ? state.end : undefined;
  const words = end && endMessage(end, keeping);
  if (words) return `${words.happened} ${words.safe}`;
  if (state.kind === 'settled') return `Also filed as ${FORM_WORDS[state.form]}, checked against the chart.`;
  return state.kind === 'offered' ? undefined : 'Sending to the chart';
}

const mayFile = (state: SecondFormState): boolean =>
  state.kind === 'offered' || (state.kind === 'settled' && ['absent', 'unsent'].includes(state.end.kind));

const mayLook = (state: SecondFormState): boolean =>
  state.kind === 'settled' && ['unknown', 'accepted', 'unverified', 'doubled'].includes(state.end.kind);

export function SecondForm({ store }: { readonly store: Store }) {
  const state = store.secondForm.state.value;
  if (state.kind === 'none') return null;
  const words = stateText(state, keepingOf(store.interviewDraft.draft.value));
  return (
    <div role="status" class={css.second}>
      {words && <p>{words}</p>}
      {mayFile(state) && (
        <Button onPress={() => void store.fileSecondForm()}>File it as {FORM_WORDS[state.form]} too</Button>
      )}
      {mayLook(state) && (
        <Button onPress={() => void store.secondForm.lookAgain(store.filing.filing.value)}>Check again</Button>
      )}
    </div>
  );
}
