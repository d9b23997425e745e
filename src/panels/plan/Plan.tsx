// Planning: the first step and when to talk again come first, the rest after. "No plan today" is an equal ending.

import { holdsSomething } from '../../interview/facts.ts';
import { readDay, readScore } from '../../interview/ids.ts';
import type { Planning, PlanText } from '../../interview/interview.ts';
import type { Store } from '../../store/store.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Plan.module.css';

const FOLLOW_UPS = [
  { value: '14', label: '2 weeks' },
  { value: '7', label: '1 week' },
  { value: '28', label: '4 weeks' },
  { value: '91', label: '3 months' },
] as const;

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
      {open && (
        <details class={css.more} open={holdsMore(plan)}>
          <summary>More of the plan</summary>
          <PlanRest store={store} plan={plan} />
        </details>
      )}
    </Section>
  );
}

// Open from the start where something is written in it: a restored draft hides nothing.
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

function FollowUp({ store }: PlanProps) {
  const { followUpDay } = store.interview.value.plan;
  const chosen = FOLLOW_UPS.find((each) => store.day(Number(each.value)) === followUpDay)?.value;
  return (
    <div class={css.followUp}>
      <Choices
        legend="Follow-up"
        optional
        options={FOLLOW_UPS}
        chosen={chosen}
        onChoose={(days) =>
          store.dispatch(
            days ? { kind: 'follow-up-agreed', day: store.day(Number(days)) } : { kind: 'follow-up-agreed' },
          )
        }
      />
      <div class={css.pair}>
        <label class={css.date}>
          <span>On (optional)</span>
          <input
            type="date"
            value={followUpDay ?? ''}
            onChange={(event) => {
              const day = readDay(event.currentTarget.value);
              store.dispatch(day.ok ? { kind: 'follow-up-agreed', day: day.value } : { kind: 'follow-up-agreed' });
            }}
          />
        </label>
        <PlanField store={store} part="followUpHow" label="How: visit, phone, message" />
      </div>
    </div>
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
      <PlanField store={store} part="change" label="What I want to change, or keep" />
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
      name="How sure I am that I can do this step"
      question="0 to 10, for this plan only"
      ends={['not at all', 'extremely']}
      answer={plan.confidence === undefined ? undefined : { kind: 'answered', score: plan.confidence }}
      onAnswer={(value) => {
        const score = readScore(value);
        if (score.ok) store.dispatch({ kind: 'plan-confidence-told', score: score.value });
      }}
      onClear={() => store.dispatch({ kind: 'plan-confidence-told' })}
    />
  );
}
