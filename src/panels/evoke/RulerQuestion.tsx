// One ruler with what is asked after the answer: why not lower, what would raise it. One question at a time, skippable.

import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { followUp, rulerQuestion } from '../../interview/follow-up.ts';
import { readScore } from '../../interview/ids.ts';
import type { RulerName, Ruler as RulerState } from '../../interview/ruler.ts';
import { instantAt } from '../../store/clock.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
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
  const ruler = useComputed(() => store.parts.rulers.value[name]).value;
  const answer = ruler.kind === 'asked' ? ruler.answer : undefined;
  const { question, low, high } = rulerQuestion(name, change);
  const said = ruler.kind === 'asked' && (ruler.why !== '' || ruler.raise !== '');
  const opened = ruler.kind === 'asked' && (open.value.kind === 'open' || said);
  const asked = followUp(name, answer);
  const first = asked.lower ?? asked.next;
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
      digits={store.settling.settings.value.digits === 'on'}
      onAnswer={(value) => {
        const score = readScore(value);
        if (score.ok) store.dispatch({ kind: 'ruler-answered', ruler: name, score: score.value });
      }}
      onDecline={() => store.dispatch({ kind: 'ruler-declined', ruler: name })}
      onClear={() => store.dispatch({ kind: 'ruler-cleared', ruler: name })}
      onEnter={ask}
      ask={first !== undefined && !opened ? <Ask question={first} onAsk={ask} /> : undefined}
    >
      {opened && <Answers store={store} name={name} ruler={ruler} field={why} />}
    </Ruler>
  );
}

// Reached by Enter on the ruler or by a tap; it adds no Tab stop between the rulers.
function Ask({ question, onAsk }: { readonly question: string; readonly onAsk: () => void }) {
  return (
    <button type="button" class={css.ask} tabIndex={-1} onClick={onAsk}>
      {question}
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
        <Why store={store} name={name} why={ruler.why} label={lower ?? 'Why that number'} field={field} />
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

interface WhyProps {
  readonly store: Store;
  readonly name: RulerName;
  readonly why: string;
  readonly label: string;
  readonly field: { current: HTMLTextAreaElement | null };
}

// The reason for a number is change talk by nature: one press, or Ctrl+K in the field, also keeps it as a mark.
function Why({ store, name, why, label, field }: WhyProps) {
  const text = why.trim();
  const marked = store.parts.talk.value.some(
    ({ talk, words }) => talk.side === 'change' && words.kind === 'heard' && words.text.trim() === text,
  );
  const keep = (): void => {
    if (text === '' || marked) return;
    store.dispatch({ kind: 'ruler-why-heard', ruler: name, id: store.newEntry(), at: instantAt(store.clock.millis()) });
  };
  return (
    <div>
      <Field
        label={label}
        value={why}
        field={field}
        onType={(typed) => store.dispatch({ kind: 'ruler-why-typed', ruler: name, text: typed })}
        onKeyDown={(event) => {
          if (event.isComposing || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          keep();
        }}
      />
      {text !== '' && (
        <Button look="quiet" dead={marked} keys="Control+K" onPress={keep}>
          {marked ? 'Kept as change talk' : 'Keep as change talk'}
        </Button>
      )}
    </div>
  );
}
