// A hint from what has been heard: what to work on next, or that a plan may be near. Never filed.

import { heardForChange } from '../../interview/guide/heard.ts';
import { READY_CUE, readyToPlan, workOn } from '../../interview/guide/hints.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import css from './Evoke.module.css';

/** The one line, with a link if there is one. A dismissed cue stays hidden until something new is heard. */
export function Cue({ store }: { readonly store: Store }) {
  const heard = store.guide.heard.value;
  const ready = readyToPlan(heard) && store.guide.dismissed.value !== heardForChange(heard);
  const hint = ready ? READY_CUE : workOn(heard, store.guide.language.value)?.text;
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
