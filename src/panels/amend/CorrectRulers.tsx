// The three rulers of a note that is corrected: the answer, the second one if it was asked again, and what was said.

import { useRef } from 'preact/hooks';
import { rulerQuestion } from '../../interview/guide/ruler-questions.ts';
import { withAnswer, withRulerPart } from '../../interview/note/correct-note.ts';
import { shownValue } from '../../interview/note/shown-value.ts';
import { type Answer, RULER_NAMES, RULERS, type RulerName } from '../../interview/ruler.ts';
import { Field } from '../../ui/Field.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import css from './Amend.module.css';
import type { PartProps, ShownPartProps } from './change-props.ts';

export function CorrectRulers({ shows, ...props }: ShownPartProps) {
  const isAsked = (name: RulerName): boolean => props.signed.rulers[name].kind !== 'not-asked';
  const isMissing = shows === 'missing';
  const asked = RULERS.filter(isAsked);
  const shown = isMissing ? RULERS.filter((name) => !isAsked(name)) : asked;
  if (!isMissing && asked.length === 0) return null;
  return (
    <fieldset class={css.part}>
      <legend>{isMissing ? 'More about the numbers' : 'The numbers'}</legend>
      {shown.map((name) => (
        <OneRuler key={name} {...props} name={name} />
      ))}
      {isMissing && asked.map((name) => <Said key={name} {...props} name={name} shows={shows} />)}
    </fieldset>
  );
}

interface OneProps extends PartProps {
  readonly name: RulerName;
}

/** The patient's words about a number, in the fields that the signed note fills or leaves empty. */
function Said({ signed, note, onEdit, name, shows }: OneProps & Pick<ShownPartProps, 'shows'>) {
  const [before, held] = [signed.rulers[name], note.rulers[name]];
  if (held.kind !== 'asked') return null;
  const field = (part: 'why' | 'raise', label: string) =>
    (before.kind === 'asked' && before[part] !== undefined ? 'filled' : 'missing') === shows && (
      <Field
        label={`${RULER_NAMES[name]}: ${label}`}
        value={held[part] ?? ''}
        onType={(text) => onEdit(withRulerPart(note, name, part === 'why' ? { why: text } : { raise: text }))}
      />
    );
  return (
    <>
      {field('why', 'why that number')}
      {field('raise', 'what would raise it')}
    </>
  );
}

function OneRuler(props: OneProps) {
  const { store, signed, note, onEdit, name } = props;
  const held = note.rulers[name];
  // A ruler cleared by mistake has its words back with the next answer.
  const last = useRef(signed.rulers[name]);
  if (held.kind === 'asked') last.current = held;
  const before = signed.rulers[name];
  const wasAskedAgain = before.kind === 'asked' && before.again !== undefined;
  const asks = rulerQuestion(name, { kind: 'none' }, 'en');
  const digits = store.settings.isOn.digits.value;
  const answer = (next: Answer | undefined): void => onEdit(withAnswer(note, name, next, last.current));
  const answerAgain = (again: Answer | undefined): void => onEdit(withRulerPart(note, name, { again }));
  return (
    <div class={css.cells}>
      <Ruler
        {...asks}
        name={RULER_NAMES[name]}
        question={held.kind === 'unreadable' ? `In the chart: ${shownValue(held.written)}` : asks.question}
        digits={digits}
        answer={held.kind === 'asked' ? held.answer : undefined}
        onAnswer={(score) => answer({ kind: 'answered', score })}
        onDecline={() => answer({ kind: 'declined' })}
        onClear={() => answer(undefined)}
      >
        {held.kind === 'asked' && (
          <div class={css.part}>
            {(held.again || wasAskedAgain) && (
              <Ruler
                {...asks}
                name={`${RULER_NAMES[name]}, asked again`}
                question="At the end of the conversation"
                digits={digits}
                answer={held.again}
                onAnswer={(score) => answerAgain({ kind: 'answered', score })}
                onDecline={() => answerAgain({ kind: 'declined' })}
                onClear={() => answerAgain(undefined)}
              />
            )}
            <Said {...props} shows={signed.rulers[name].kind === 'not-asked' ? 'missing' : 'filled'} />
          </div>
        )}
      </Ruler>
    </div>
  );
}
