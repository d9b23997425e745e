// Asks a ruler again at the end of the conversation. Both numbers are kept in order. Offered only for an answered
// ruler.

import { askedAbout } from '../../interview/guide/behaviors.ts';
import { questionAgain } from '../../interview/guide/ruler-questions.ts';
import { isAnswered, RULERS, type RulerName } from '../../interview/ruler.ts';
import type { Store } from '../../store/store.ts';
import { Ruler } from '../../ui/Ruler.tsx';
import { useStaysOpen } from '../../ui/stays-open.ts';
import css from './Plan.module.css';

export function AskedAgain({ store }: { readonly store: Store }) {
  const rulers = store.parts.rulers.value;
  const answered = RULERS.filter((name) => isAnswered(rulers[name]));
  const open = useStaysOpen(
    answered.some((name) => {
      const ruler = rulers[name];
      return ruler.kind === 'asked' && ruler.again !== undefined;
    }),
  );
  return (
    <details class={css.more} open={open}>
      <summary>Ask a question again</summary>
      <div class={css.rest}>
        {answered.map((name) => (
          <Again key={name} store={store} name={name} />
        ))}
      </div>
    </details>
  );
}

function Again({ store, name }: { readonly store: Store; readonly name: RulerName }) {
  const ruler = store.parts.rulers.value[name];
  if (ruler.kind !== 'asked' || ruler.answer.kind !== 'answered') return null;
  const language = store.guide.language.value;
  const { target, direction } = store.parts.focus.value;
  const about = askedAbout(target.kind === 'named' ? target.label : undefined, direction, store.behaviors);
  return (
    <Ruler
      name={`Asked again: ${name}`}
      {...questionAgain(name, ruler.answer.score, about, language)}
      language={language}
      answer={ruler.again}
      digits={store.settings.isOn.digits.value}
      onAnswer={(score) => store.dispatch({ kind: 'ruler-answered-again', ruler: name, score })}
      onClear={() => store.dispatch({ kind: 'ruler-again-cleared', ruler: name })}
    />
  );
}
