// What has been heard, in one line each: what to work on next, and how much was said on each side. Never filed.

import { heardForChange } from '../../interview/guide/heard.ts';
import { READY_CUE, readyToPlan, workOn } from '../../interview/guide/hints.ts';
import { balance } from '../../interview/talk/balance.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { balanceText } from '../../ui/messages/strand-labels.ts';
import css from './Evoke.module.css';
import heard from './HeardToday.module.css';

/** The one line, with a link if there is one. A dismissed cue stays hidden until something new is heard. */
export function Cue({ store }: { readonly store: Store }) {
  const said = store.guide.heard.value;
  const ready = readyToPlan(said) && store.guide.dismissed.value !== heardForChange(said);
  const hint = ready ? READY_CUE : workOn(said, store.guide.language.value)?.text;
  if (!hint) return null;
  return (
    <p class={css.cue}>
      {hint}
      {ready && (
        <>
          <Button look="quiet" stop={false} onPress={() => goTo('#plan-heading', 'start')}>
            Go to Plan
          </Button>
          <Button look="quiet" stop={false} onPress={store.guide.dismiss}>
            Not now
          </Button>
        </>
      )}
    </p>
  );
}

/** Counts of change talk and sustain talk in words, which is not a score. Nothing if neither side has a mark. */
export function Balance({ store }: { readonly store: Store }) {
  const said = balanceText(balance(store.parts.talk.value));
  return said === '' ? null : <p class={heard.balance}>Said today: {said}</p>;
}
