// The three rulers in a practice conversation: the patient answers, and the follow-up question brings their reason.

import { type Signal, useSignal } from '@preact/signals';
import { spoken } from '../../../interview/guide/behaviours.ts';
import { followUp, rulerQuestion } from '../../../interview/guide/follow-up.ts';
import { readScore } from '../../../interview/ids.ts';
import { type Answer, RULER_NAMES, RULERS, type RulerName } from '../../../interview/ruler.ts';
import type { Case } from '../../../learn/case.ts';
import { CASE } from '../../../learn/page-text.ts';
import { askRuler, type CaseProgress, followRuler } from '../../../learn/play-case.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import { Ruler } from '../../../ui/Ruler.tsx';
import css from '../Learn.module.css';

interface CaseRulersProps {
  readonly each: Case;
  readonly progress: Signal<CaseProgress>;
}

export function CaseRulers({ each, progress }: CaseRulersProps) {
  const { asked } = progress.value;
  return (
    <section class={css.rulers} aria-label={CASE.rulers}>
      {RULERS.filter((name) => asked[name]).map((name) => (
        <OneRuler key={name} name={name} each={each} progress={progress} />
      ))}
      <div class={css.row}>
        {RULERS.filter((name) => !asked[name]).map((name) => (
          <Button
            key={name}
            onPress={() => {
              progress.value = askRuler(progress.value, name);
            }}
          >
            {CASE.ask(RULER_NAMES[name])}
          </Button>
        ))}
      </div>
    </section>
  );
}

function answerOf(value: number): Answer | undefined {
  const score = readScore(value);
  return score.ok ? { kind: 'answered', score: score.value } : undefined;
}

// The learner asks, hears the number and presses it, as in a visit.
function OneRuler({ name, each, progress }: CaseRulersProps & { readonly name: RulerName }) {
  const reply = useFocusOnMount<HTMLParagraphElement>();
  // The button that asked is gone. A screen reader reads the reply, and the keyboard goes on from there.
  const pressed = useSignal<Answer | undefined>(undefined);
  const { question, low, high } = rulerQuestion(name, spoken(each.change));
  const { at } = each.rulers[name];
  const { lower, next } = followUp(name, answerOf(at));
  const follow = lower ?? next;
  return (
    <div class={css.stack}>
      <p ref={reply} tabIndex={-1}>
        {CASE.rulerAnswer(at)}
      </p>
      <Ruler
        name={RULER_NAMES[name]}
        question={question}
        ends={[low, high]}
        answer={pressed.value}
        onAnswer={(value) => {
          pressed.value = answerOf(value);
        }}
        onClear={() => {
          pressed.value = undefined;
        }}
      />
      {progress.value.asked[name] === 'answered' && follow && (
        <div class={css.row}>
          <Button
            onPress={() => {
              progress.value = followRuler(each, progress.value, name, follow);
            }}
          >
            {follow}
          </Button>
        </div>
      )}
    </div>
  );
}
