// For parts the chart did not keep: the same note in the next form that is open. Offered, and sent only at a press.

import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { FORM_WORDS } from '../../ui/messages/destination-text.ts';
import { endMessage } from '../../ui/messages/filing-messages.ts';
import type { Keeping } from '../../ui/messages/messages.ts';
import { keepingOf } from './FilingTrouble.tsx';
import css from './Result.module.css';

type Beside = Store['filingBeside']['beside']['value'];

function wordsOf(beside: Beside, keeping: Keeping): string | undefined {
  switch (beside.kind) {
    case 'none':
      return undefined;
    case 'offered': {
      const refused = beside.refused && endMessage(beside.refused, keeping);
      return refused && `${refused.happened} ${refused.safe}`;
    }
    case 'sending':
    case 'verifying':
    case 'checking':
      return 'Sending to the chart';
    case 'looking':
      return 'Not found in the chart yet. Evoke keeps searching.';
    case 'settled': {
      const { form, end } = beside;
      const words = endMessage(end, keeping);
      return words ? `${words.happened} ${words.safe}` : `Also filed as ${FORM_WORDS[form]}, read back and compared.`;
    }
  }
}

const mayFile = (beside: Beside): boolean =>
  beside.kind === 'offered' || (beside.kind === 'settled' && ['absent', 'unsent'].includes(beside.end.kind));

const mayLook = (beside: Beside): boolean =>
  beside.kind === 'settled' && ['unknown', 'accepted', 'unverified', 'doubled'].includes(beside.end.kind);

export function SecondForm({ store }: { readonly store: Store }) {
  const beside = store.filingBeside.beside.value;
  if (beside.kind === 'none') return null;
  const words = wordsOf(beside, keepingOf(store.drafting.draft.value));
  return (
    <div role="status" class={css.second}>
      {words && <p>{words}</p>}
      {mayFile(beside) && (
        <Button onPress={() => void store.fileBeside()}>File it as {FORM_WORDS[beside.form]} too</Button>
      )}
      {mayLook(beside) && (
        <Button onPress={() => void store.filingBeside.lookAgain(store.filing.filing.value)}>Check again</Button>
      )}
    </div>
  );
}
