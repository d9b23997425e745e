// One ruler, and the first question after its answer. One optional question at a time.

import { useComputed, useSignal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AskedAbout } from '../../interview/guide/behaviors.ts';
import { questionsAfter, rulerQuestion } from '../../interview/guide/ruler-questions.ts';
import { RULER_NAMES, type RulerName, type Ruler as RulerState } from '../../interview/ruler.ts';
import type { Store } from '../../store/store.ts';
import { Deferred } from '../../ui/Deferred.tsx';
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
  const { question } = rulerQuestion(name, about, language);
  const said = ruler.kind === 'asked' && (ruler.why !== '' || ruler.raise !== '');
  const opened = ruler.kind === 'asked' && (isOpen.value || said);
  const asked = questionsAfter(answer, language);
  const first = asked.lower ?? asked.next;
  useEffect(() => {
    if (ruler.kind !== 'asked') isOpen.value = false;
  }, [ruler.kind]);
  const ask = (): void => {
    // The interview itself, because a digit pressed just before is drawn one frame later.
    if (store.interview.peek().evoke.rulers[name].kind !== 'asked') return;
    isOpen.value = true;
    requestAnimationFrame(() => why.current?.focus());
  };
  return (
    <TodaysRuler
      foldable
      store={store}
      name={name}
      about={about}
      ruler={ruler}
      question={question}
      ghost={ghost}
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
      {opened && <Deferred load={loadRulerAnswers} props={{ store, name, ruler, field: why, wanted: isOpen.value }} />}
    </TodaysRuler>
  );
}

interface TodaysRulerProps
  extends Pick<ComponentProps<typeof Ruler>, 'question' | 'ghost' | 'ask' | 'foldable' | 'onEnter' | 'children'> {
  readonly store: Store;
  readonly name: RulerName;
  /** What the words at both ends are about. */
  readonly about: AskedAbout;
  readonly ruler: RulerState;
}

/** A ruler of this interview. Its answer goes to the interview. */
export function TodaysRuler({ store, name, about, ruler, ...rest }: TodaysRulerProps) {
  const language = store.guide.language.value;
  const { low, high } = rulerQuestion(name, about, language);
  return (
    <Ruler
      {...rest}
      name={RULER_NAMES[name]}
      language={language}
      low={low}
      high={high}
      answer={ruler.kind === 'asked' ? ruler.answer : undefined}
      digits={store.settings.isOn.digits.value}
      onAnswer={(score) => store.dispatch({ kind: 'ruler-answered', ruler: name, score })}
      onDecline={() => store.dispatch({ kind: 'ruler-declined', ruler: name })}
      onClear={() => store.dispatch({ kind: 'ruler-cleared', ruler: name })}
    />
  );
}
