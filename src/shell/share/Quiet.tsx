// Quiet mode: whose chart it is, the pad and the rulers, dim and still, for a clinician who looks at the patient. No
// prompt and no quote. One line says what was marked last.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { RULERS } from '../../interview/ruler.ts';
import { CapturePad } from '../../panels/evoke/CapturePad.tsx';
import { focusPad } from '../../panels/evoke/pad.ts';
import { TodaysRuler } from '../../panels/evoke/RulerQuestion.tsx';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { PatientBanner } from '../PatientBanner.tsx';
import css from './Quiet.module.css';

export function Quiet({ store }: { readonly store: Store }) {
  useLayoutEffect(focusPad, []);
  const said = store.announcements.said.value;
  // An earlier announcement is not about a mark made here.
  const before = useRef(said);
  return (
    <div class={css.quiet}>
      <PatientBanner store={store} />
      <main class={css.main}>
        <h1 class="visually-hidden">Evoke, quiet</h1>
        <p class={css.light} role="status">
          {said && said !== before.current ? <span key={said.turn}>{said.words}</span> : 'Ready'}
        </p>
        <CapturePad store={store} onMarked={store.capture.rest} onLeave={store.view.leave} />
        {RULERS.map((name) => (
          <TodaysRuler
            key={name}
            store={store}
            name={name}
            about={{ kind: 'none' }}
            ruler={store.interview.value.evoke.rulers[name]}
            onEnter={focusPad}
          />
        ))}
        <div class={css.leave}>
          <Button variant="quiet" onPress={store.view.leave} keys="Escape">
            Leave quiet mode
          </Button>
        </div>
      </main>
    </div>
  );
}
