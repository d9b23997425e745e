// Planning: the first step and the follow-up come first, then the rest. "No plan today" is an equal ending.

import { useReducer, useState } from 'preact/hooks';
import type { Planning } from '../../interview/interview.ts';
import { isAnswered, RULERS } from '../../interview/ruler.ts';
import { holdsSomething } from '../../interview/talk/process-progress.ts';
import { promptLine } from '../../store/conversation/guide.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStaysOpen } from '../../ui/stays-open.ts';
import { AskedAgain } from './AskedAgain.tsx';
import { FollowUp } from './FollowUp.tsx';
import { Obstacles } from './Obstacles.tsx';
import css from './Plan.module.css';
import { PlanField, PlanRest } from './PlanRest.tsx';
import { Reasons } from './Reasons.tsx';

const ENDINGS = [
  { value: 'open', label: 'Plan agreed' },
  { value: 'not-today', label: 'No plan yet, open to talk again' },
] as const;

interface PlanProps {
  readonly store: Store;
}

export function Plan({ store }: PlanProps) {
  const plan = store.parts.plan.value;
  const open = plan.ending === 'open';
  return (
    <Section id="plan" title="Plan" aim="all of it optional">
      <PromptLine {...promptLine(store, 'plan')} tabStop={false} />
      {open ? (
        <PlanField store={store} part="firstStep" label="First step: what, where, when" />
      ) : (
        <PlanField store={store} part="notTodayWhy" label="What they said about leaving it open" />
      )}
      <FollowUp store={store} />
      {/* After the follow-up: the next Tab after the step must reach it. */}
      {open && <Reasons store={store} />}
      <Outcome store={store} plan={plan} />
      {/* A plan left open has no barriers to file, so the words stay a mark. */}
      {open && store.capture.obstacles.value.length > 0 && <Obstacles store={store} />}
      <div class={css.ends}>
        {open && <More store={store} plan={plan} />}
        <OnceMore store={store} />
        <Button
          variant="quiet"
          id="take-home-button"
          onPress={() => store.view.show({ kind: 'sharing', sheet: 'plan' })}
        >
          Plan to take home
        </Button>
      </div>
    </Section>
  );
}

function Outcome({ store, plan }: PlanProps & { readonly plan: Planning }) {
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0);
  return (
    <Choices
      legend="Outcome today"
      options={ENDINGS}
      chosen={holdsSomething(store.interview.peek(), 'plan') ? plan.ending : undefined}
      onChoose={(ending) => {
        store.dispatch({ kind: ending === 'not-today' ? 'plan-postponed' : 'plan-resumed' });
        // While there is no plan, agreeing to it changes nothing, and the button that was pressed must not look chosen.
        redraw();
      }}
    />
  );
}

// Not drawn while folded: it lists what was said and would redraw with every letter.
function More({ store, plan }: PlanProps & { readonly plan: Planning }) {
  const [isUnfolded, setUnfolded] = useState(false);
  const isHeld = useStaysOpen(holdsMore(plan));
  return (
    <details class={css.more} open={isHeld} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>More plan details</summary>
      {(isHeld || isUnfolded) && <PlanRest store={store} plan={plan} />}
    </details>
  );
}

function OnceMore({ store }: PlanProps) {
  const rulers = store.parts.rulers.value;
  return RULERS.some((name) => isAnswered(rulers[name])) ? <AskedAgain store={store} /> : null;
}

// A restored draft shows everything, and so does a barrier that was just moved here.
const holdsMore = ({ change, signWorking, ifNotWorking, commitment, referral, ...plan }: Planning): boolean =>
  [change, signWorking, ifNotWorking, commitment, referral].some((text) => text !== '') ||
  [plan.steps, plan.supports, plan.barriers, plan.ifThens].some((list) => list.length > 0) ||
  plan.confidence !== undefined;
