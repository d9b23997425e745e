// The questions after a ruler's answer: why not lower, what would raise it. All are optional.

import { useLayoutEffect } from 'preact/hooks';
import { questionsAfter } from '../../interview/guide/ruler-questions.ts';
import type { RulerName, Ruler as RulerState } from '../../interview/ruler.ts';
import type { Utterance } from '../../interview/talk/talk.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { isComposing, typedKey } from '../../ui/keyboard/typed-key.ts';
import css from './RulerQuestion.module.css';

interface RulerAnswersProps {
  readonly store: Store;
  readonly name: RulerName;
  readonly ruler: Extract<RulerState, { readonly kind: 'asked' }>;
  readonly field: { current: HTMLTextAreaElement | null };
  /** True if the clinician opened it, so the field takes the focus. */
  readonly wanted: boolean;
}

/** The fields of the follow-up questions, each under its question. */
export function RulerAnswers({ store, name, ruler, field, wanted }: RulerAnswersProps) {
  useLayoutEffect(() => {
    if (wanted) field.current?.focus();
  }, []);
  const { lower, next, stay } = questionsAfter(ruler.answer, store.guide.language.value);
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
          field={lower ? undefined : field}
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

// The reason for a number is change talk, so one press, or Ctrl+K in the field, also keeps it as a mark.
function Why({ store, name, why, label, field }: WhyProps) {
  const text = why.trim();
  const isIn = (marks: readonly Utterance[]): boolean =>
    marks.some(({ talk, words }) => talk.side === 'change' && words.kind === 'heard' && words.text.trim() === text);
  const marked = isIn(store.parts.talk.value);
  const keep = (): void => {
    // Check state, not the rendered view, so a double press adds one mark.
    if (text === '' || isIn(store.interview.peek().evoke.talk)) return;
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
          if (isComposing(event) || typedKey(event) !== 'k' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          keep();
        }}
      />
      {text !== '' && (
        <Button variant="quiet" isDisabled={marked} keys="Control+K" onPress={keep}>
          {marked ? 'Kept as change talk' : 'Keep as change talk'}
        </Button>
      )}
    </div>
  );
}
