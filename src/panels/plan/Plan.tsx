// Planning: the first step and when to talk again come first, the rest after. "No plan today" is an equal ending.

import { useRef } from 'preact/hooks';
import { holdsSomething } from '../../interview/facts.ts';
import { type Behaviour, behaviourNamed, changeWords } from '../../interview/guide/behaviours.ts';
import { smallerStepHelps } from '../../interview/guide/hints.ts';
import { readScore } from '../../interview/ids.ts';
import type { Focusing, Planning, PlanText } from '../../interview/interview.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import { Section } from '../../ui/Section.tsx';
import { AskedAgain } from './AskedAgain.tsx';
import { FollowUp } from './FollowUp.tsx';
import { Obstacles } from './Obstacles.tsx';
import css from './Plan.module.css';

const ENDINGS = [
  { value: 'open', label: 'A plan' },
  { value: 'not-today', label: 'No plan today, door open' },
] as const;

interface PlanProps {
  readonly store: Store;
}

export function Plan({ store }: PlanProps) {
  const { plan } = store.interview.value;
  const open = plan.ending === 'open';
  // Once opened by what is in it, it stays: clearing a field must not fold it away under the hand.
  const more = useRef(false);
  more.current ||= holdsMore(plan);
  return (
    <Section id="plan" title="Plan" aim="how will you get there">
      <PromptLine text={store.guiding.prompt.plan.value} onAnother={() => store.guiding.another('plan')} stop={false} />
      {open ? (
        <PlanField store={store} part="firstStep" label="First step: what, where, when" />
      ) : (
        <PlanField store={store} part="notTodayWhy" label="What they said about leaving it open" />
      )}
      <FollowUp store={store} />
      <Choices
        legend="How we end today"
        options={ENDINGS}
        optional
        chosen={holdsSomething(store.interview.value, 'plan') ? plan.ending : undefined}
        onChoose={(ending) => store.dispatch({ kind: ending === 'not-today' ? 'plan-left-open' : 'plan-taken-up' })}
      />
      <Obstacles store={store} />
      {open && (
        <details class={css.more} open={more.current}>
          <summary>More of the plan</summary>
          <PlanRest store={store} plan={plan} />
        </details>
      )}
      <AskedAgain store={store} />
    </Section>
  );
}

// A restored draft hides nothing, and neither does a barrier that was just moved here.
const holdsMore = ({ change, signWorking, ifNotWorking, commitment, referral, ...plan }: Planning): boolean =>
  [change, signWorking, ifNotWorking, commitment, referral].some((text) => text !== '') ||
  [plan.reasons, plan.steps, plan.supports, plan.barriers, plan.ifThens].some((list) => list.length > 0) ||
  plan.confidence !== undefined;

interface PlanFieldProps {
  readonly store: Store;
  readonly part: PlanText;
  readonly label: string;
}

function PlanField({ store, part, label }: PlanFieldProps) {
  return (
    <Field
      label={label}
      optional
      value={store.interview.value.plan[part]}
      onType={(text) => store.dispatch({ kind: 'plan-typed', part, text })}
    />
  );
}

interface PlanRestProps {
  readonly store: Store;
  readonly plan: Planning;
}

function PlanRest({ store, plan }: PlanRestProps) {
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
      <Reasons store={store} />
      {lines('steps', 'Further steps')}
      {lines('supports', 'Who can help, and how')}
      {lines('barriers', 'What could get in the way')}
      {lines('ifThens', 'What I will do if that happens')}
      <PlanField store={store} part="signWorking" label="How I will know it is working" />
      <PlanField store={store} part="ifNotWorking" label="If the plan does not work" />
      <PlanConfidence store={store} plan={plan} />
      <PlanField store={store} part="commitment" label="What I will do, as I said it" />
      <PlanField store={store} part="referral" label="Who else I will see" />
    </div>
  );
}

// What was agreed to talk about is most often the change itself: taken over in one press, never unasked.
function Change({ store }: PlanProps) {
  const { focus, plan } = store.interview.value;
  const text = agreedChange(focus, store.behaviours);
  return (
    <div>
      <PlanField store={store} part="change" label="What I want to change, or keep" />
      {text !== '' && plan.change === '' && (
        <Button look="quiet" onPress={() => store.dispatch({ kind: 'plan-typed', part: 'change', text })}>
          Use “{text}”
        </Button>
      )}
    </div>
  );
}

// A behaviour with its direction reads as a sentence; without one, or in their own words, the target stands as it is.
function agreedChange({ target, direction }: Focusing, behaviours: readonly Behaviour[]): string {
  if (target.kind === 'not-named') return '';
  const known = behaviourNamed(target.label, behaviours)?.doing !== undefined;
  if (!known || direction === undefined || direction === 'explore') return target.label.trim();
  const words = changeWords(target.label, direction, behaviours);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function Reasons({ store }: PlanProps) {
  const { evoke, plan } = store.interview.value;
  const reasons = evoke.talk.filter((each) => each.talk.side === 'change' && each.words.kind === 'heard');
  if (reasons.length === 0) return null;
  return (
    <fieldset class={css.reasons}>
      <legend>Why it matters to me (optional)</legend>
      {reasons.map(({ id, words }) => (
        <label key={id} class={css.reason}>
          <input
            type="checkbox"
            checked={plan.reasons.includes(id)}
            onChange={(event) =>
              store.dispatch({ kind: event.currentTarget.checked ? 'plan-reason-chosen' : 'plan-reason-dropped', id })
            }
          />
          <span dir="auto">{words.kind === 'heard' ? words.text : ''}</span>
        </label>
      ))}
    </fieldset>
  );
}

function PlanConfidence({ store, plan }: PlanRestProps) {
  return (
    <Ruler
      digits={store.settling.settings.value.digits === 'on'}
      name="How sure I am that I can do this step"
      question="0 to 10, for this plan only"
      ends={['not at all', 'extremely']}
      answer={plan.confidence === undefined ? undefined : { kind: 'answered', score: plan.confidence }}
      onAnswer={(value) => {
        const score = readScore(value);
        if (score.ok) store.dispatch({ kind: 'plan-confidence-told', score: score.value });
      }}
      onClear={() => store.dispatch({ kind: 'plan-confidence-told' })}
    >
      {smallerStepHelps(store.guiding.heard.value) && (
        <p class={css.hint}>A smaller step may feel surer. What would make it an 8 or more?</p>
      )}
    </Ruler>
  );
}
