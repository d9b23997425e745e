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
    >
      <FollowUp
        store={store}
        name={name}
        ruler={ruler}
        open={open.value.kind === 'open' || said}
        onAsk={ask}
        field={why}
      />
    </Ruler>
  );
}

interface FollowUpProps {
  readonly store: Store;
  readonly name: RulerName;
  readonly ruler: RulerState;
  readonly open: boolean;
  readonly onAsk: () => void;
  readonly field: { current: HTMLTextAreaElement | null };
}

function FollowUp({ store, name, ruler, open, onAsk, field }: FollowUpProps) {
  if (ruler.kind !== 'asked') return null;
  const { lower, next, stay } = followUp(name, ruler.answer);
  const raise = next ?? stay;
  if (!open) {
    // Reached by Enter on the ruler or by a tap; it adds no Tab stop between the rulers.
    const first = lower ?? raise;
    if (!first) return null;
    return (
      <button type="button" class={css.ask} tabIndex={-1} onClick={onAsk}>
        {first}
      </button>
    );
  }
  return (
    <div class={css.answers}>
      {lower && (
        <Field
          label={lower}
          value={ruler.why}
          field={field}
          onType={(text) => store.dispatch({ kind: 'ruler-why-typed', ruler: name, text })}
        />
      )}
      {raise && (
        <Field
          label={raise}
          value={ruler.raise}
          {...(lower ? {} : { field })}
          onType={(text) => store.dispatch({ kind: 'ruler-raise-typed', ruler: name, text })}
        />
      )}
    </div>
  );
}
