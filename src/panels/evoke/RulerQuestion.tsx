// One ruler with what is asked after the answer: why not lower, what would raise it. One question at a time, skippable.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { followUp, rulerQuestion } from '../../interview/follow-up.ts';
import { readScore } from '../../interview/ids.ts';
import type { RulerName, Ruler as RulerState } from '../../interview/ruler.ts';
import type { Store } from '../../store/store.ts';
import { Field } from '../../ui/Field.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import css from './RulerQuestion.module.css';

const NAMES: { readonly [Name in RulerName]: string } = {
  importance: 'Importance',
  confidence: 'Confidence',
  readiness: 'Readiness',
};

interface RulerQuestionProps {
  readonly store: Store;
  readonly name: RulerName;
  /** Continues "to ...", or undefined while no target is named. */
  readonly change: string | undefined;
  readonly ghost: number | undefined;
}

export function RulerQuestion({ store, name, change, ghost }: RulerQuestionProps) {
  const open = useSignal<{ readonly kind: 'closed' | 'open' }>({ kind: 'closed' });
  const why = useRef<HTMLTextAreaElement>(null);
  const ruler = store.interview.value.evoke.rulers[name];
  const answer = ruler.kind === 'asked' ? ruler.answer : undefined;
  const { question, low, high } = rulerQuestion(name, change);
  const said = ruler.kind === 'asked' && (ruler.why !== '' || ruler.raise !== '');
  const opened = ruler.kind === 'asked' && (open.value.kind === 'open' || said);
  const ask = (): void => {
    open.value = { kind: 'open' };
    requestAnimationFrame(() => why.current?.focus());
  };
  return (
    <Ruler
      name={NAMES[name]}
      question={question}
      ends={[low, high]}
      answer={answer}
      ghost={ghost}
      onAnswer={(value) => {
        const score = readScore(value);
        if (score.ok) store.dispatch({ kind: 'ruler-answered', ruler: name, score: score.value });
      }}
      onDecline={() => store.dispatch({ kind: 'ruler-declined', ruler: name })}
      onClear={() => store.dispatch({ kind: 'ruler-cleared', ruler: name })}
      onEnter={ask}
      ask={opened ? undefined : <Ask name={name} ruler={ruler} onAsk={ask} />}
    >
      {opened && <Answers store={store} name={name} ruler={ruler} field={why} />}
    </Ruler>
  );
}

interface AskProps {
  readonly name: RulerName;
  readonly ruler: RulerState;
  readonly onAsk: () => void;
}

// Reached by Enter on the ruler or by a tap; it adds no Tab stop between the rulers.
function Ask({ name, ruler, onAsk }: AskProps) {
  const { lower, next } = ruler.kind === 'asked' ? followUp(name, ruler.answer) : {};
  const first = lower ?? next;
  if (!first) return null;
  return (
    <button type="button" class={css.ask} tabIndex={-1} onClick={onAsk}>
      {first}
    </button>
  );
}

interface AnswersProps {
  readonly store: Store;
  readonly name: RulerName;
  readonly ruler: Extract<RulerState, { readonly kind: 'asked' }>;
  readonly field: { current: HTMLTextAreaElement | null };
}

function Answers({ store, name, ruler, field }: AnswersProps) {
  const { lower, next, stay } = followUp(name, ruler.answer);
  const raise = next ?? stay;
  return (
    <div class={css.answers}>
      {(lower || ruler.why !== '') && (
        <Field
          label={lower ?? 'Why that number'}
          value={ruler.why}
          field={field}
          onType={(text) => store.dispatch({ kind: 'ruler-why-typed', ruler: name, text })}
        />
      )}
      {(raise || ruler.raise !== '') && (
        <Field
          label={raise ?? 'What would raise it'}
          value={ruler.raise}
          {...(lower ? {} : { field })}
          onType={(text) => store.dispatch({ kind: 'ruler-raise-typed', ruler: name, text })}
        />
      )}
    </div>
  );
}
