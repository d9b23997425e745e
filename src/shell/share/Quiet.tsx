// Quiet mode: whose chart it is, the pad and the rulers, dim and still, for a clinician who looks at the patient. No
// prompt and no quote. One line says what was marked last.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { rulerQuestion } from '../../interview/guide/follow-up.ts';
import { readScore } from '../../interview/ids.ts';
import { RULER_NAMES, RULERS, type RulerName } from '../../interview/ruler.ts';
import { CapturePad } from '../../panels/evoke/CapturePad.tsx';
import { focusPad } from '../../panels/evoke/pad.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
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
          {said.kind === 'said' && said !== before.current ? said.words : 'Ready'}
        </p>
        <CapturePad store={store} onMarked={store.capture.rest} onLeave={store.view.leave} />
        {RULERS.map((name) => (
          <QuietRuler key={name} store={store} name={name} />
        ))}
        <div class={css.leave}>
          <Button look="quiet" onPress={store.view.leave} keys="Escape">
            Leave quiet mode
          </Button>
        </div>
      </main>
    </div>
  );
}

// Enter returns to the pad.
function QuietRuler({ store, name }: { readonly store: Store; readonly name: RulerName }) {
  const ruler = store.interview.value.evoke.rulers[name];
  const language = store.guide.language.value;
  const { low, high } = rulerQuestion(name, { kind: 'none' }, language);
  return (
    <Ruler
      name={RULER_NAMES[name]}
      language={language}
      ends={[low, high]}
      answer={ruler.kind === 'asked' ? ruler.answer : undefined}
      digits={store.settings.current.value.digits === 'on'}
      onAnswer={(value) => {
        const score = readScore(value);
        if (score.ok) store.dispatch({ kind: 'ruler-answered', ruler: name, score: score.value });
      }}
      onDecline={() => store.dispatch({ kind: 'ruler-declined', ruler: name })}
      onClear={() => store.dispatch({ kind: 'ruler-cleared', ruler: name })}
      onEnter={focusPad}
    />
  );
}
