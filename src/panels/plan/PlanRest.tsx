// The rest of a change plan, folded until it is needed: reasons in the patient's words, obstacles, help, confidence.

import { SURE_FROM, smallerStepHelps } from '../../interview/guide/hints.ts';
import { raiseQuestion, stepQuestion } from '../../interview/guide/ruler-questions.ts';
import type { Planning, PlanText } from '../../interview/interview.ts';
import { agreedChange } from '../../interview/note/agreed-change.ts';
import { dispatchAlone } from '../../store/conversation/interview-state.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import css from './Plan.module.css';

interface PlanRestProps {
  readonly store: Store;
  readonly plan: Planning;
}

export function PlanRest({ store, plan }: PlanRestProps) {
  const lines = (list: 'steps' | 'supports' | 'barriers' | 'ifThens', label: string) => (
    <Lines
      newId={store.newEntry}
      label={label}
      lines={plan[list]}
      onType={(line) => store.dispatch({ kind: 'line-typed', list, ...line })}
    />
  );
  return (
    <div class={css.rest}>
      <Change store={store} />
      {lines('steps', 'Further steps')}
      {lines('supports', 'Who can help, and how')}
      {lines('barriers', 'What could get in the way')}
      {lines('ifThens', 'What they will do if that happens')}
      <PlanField store={store} part="signWorking" label="How they will know it is working" />
      <PlanField store={store} part="ifNotWorking" label="If the plan does not work" />
      <PlanConfidence store={store} plan={plan} />
      <PlanField store={store} part="commitment" label="Plan in the patient’s words" />
      <PlanField store={store} part="referral" label="Who else they will see" />
    </div>
  );
}

// The agreed topic is usually the change itself. One press copies it, never automatically.
function Change({ store }: { readonly store: Store }) {
  const [focus, plan] = [store.parts.focus.value, store.parts.plan.value];
  const text = agreedChange(focus, store.behaviors);
  return (
    <div>
      <PlanField store={store} part="change" label="Goal" />
      {text !== '' && plan.change === '' && (
        <Button
          variant="quiet"
          onPress={({ currentTarget }) => {
            dispatchAlone(store, { kind: 'plan-typed', part: 'change', text });
            // This button disappears.
            currentTarget.parentElement?.querySelector('textarea')?.focus();
          }}
        >
          Use “{text}”
        </Button>
      )}
    </div>
  );
}

function PlanConfidence({ store, plan }: PlanRestProps) {
  const language = store.guide.language.value;
  return (
    <Ruler
      digits={store.settings.isOn.digits.value}
      name="How sure they are that they can do this step"
      {...stepQuestion(language)}
      language={language}
      answer={plan.confidence === undefined ? undefined : { kind: 'answered', score: plan.confidence }}
      onAnswer={(score) => store.dispatch({ kind: 'plan-confidence-recorded', score })}
      onClear={() => store.dispatch({ kind: 'plan-confidence-recorded' })}
    >
      {smallerStepHelps(store.guide.heard.value) && (
        <p class={css.hint}>
          A smaller step may feel more doable. <span lang={language}>{raiseQuestion(SURE_FROM, language)}</span>
        </p>
      )}
    </Ruler>
  );
}

interface PlanFieldProps {
  readonly store: Store;
  readonly part: PlanText;
  readonly label: string;
}

/** One text of the plan, in a field that writes directly to the interview. */
export function PlanField({ store, part, label }: PlanFieldProps) {
  return (
    <Field
      label={label}
      value={store.parts.plan.value[part]}
      onType={(text) => store.dispatch({ kind: 'plan-typed', part, text })}
    />
  );
}
