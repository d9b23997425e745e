// One ruler, and the first question after its answer. One optional question at a time.

import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AskedAbout } from '../../interview/guide/behaviours.ts';
import { followUp, rulerQuestion } from '../../interview/guide/follow-up.ts';
import { readScore } from '../../interview/ids.ts';
import { RULER_NAMES, type RulerName } from '../../interview/ruler.ts';
import type { Store } from '../../store/store.ts';
import { Later } from '../../ui/Later.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import { loadRulerAnswers } from './load-deferred.ts';
import css from './RulerQuestion.module.css';

interface RulerQuestionProps {
  readonly store: Store;
  readonly name: RulerName;
  readonly about: AskedAbout;
  readonly ghost: number | undefined;
}

export function RulerQuestion({ store, name, about, ghost }: RulerQuestionProps) {
  const language = store.guide.language.value;
  const isOpen = useSignal(false);
  const why = useRef<HTMLTextAreaElement>(null);
  const ruler = useComputed(() => store.parts.rulers.value[name]).value;
  const answer = ruler.kind === 'asked' ? ruler.answer : undefined;
  const { question, low, high } = rulerQuestion(name, about, language);
  const said = ruler.kind === 'asked' && (ruler.why !== '' || ruler.raise !== '');
  const opened = ruler.kind === 'asked' && (isOpen.value || said);
  const asked = followUp(name, answer, language);
  const first = asked.lower ?? asked.next;
  const ask = (): void => {
    isOpen.value = true;
    requestAnimationFrame(() => why.current?.focus());
  };
  return (
    <Ruler
      foldable
      name={RULER_NAMES[name]}
      question={question}
      language={language}
      ends={[low, high]}
      answer={answer}
      ghost={ghost}
      digits={store.settings.current.value.digits === 'on'}
      onAnswer={(value) => {
        const score = readScore(value);
        if (score.ok) store.dispatch({ kind: 'ruler-answered', ruler: name, score: score.value });
      }}
      onDecline={() => store.dispatch({ kind: 'ruler-declined', ruler: name })}
      onClear={() => store.dispatch({ kind: 'ruler-cleared', ruler: name })}
      onEnter={ask}
      // Opened by Enter on the ruler or by a tap. It adds no Tab stop between the rulers.
      ask={
        first !== undefined &&
        !opened && (
          <button type="button" lang={language} class={css.ask} tabIndex={-1} onClick={ask}>
            {first}
          </button>
        )
      }
    >
      {opened && <Later load={loadRulerAnswers} props={{ store, name, ruler, field: why, wanted: isOpen.value }} />}
    </Ruler>
  );
}
