// The three rulers in a practice conversation: the patient answers, and the follow-up question brings their reason.

import { useState } from 'preact/hooks';
import { spoken } from '../../../interview/guide/behaviours.ts';
import { followUp, rulerQuestion } from '../../../interview/guide/follow-up.ts';
import { readScore } from '../../../interview/ids.ts';
import { type Answer, RULER_NAMES, RULERS, type RulerName } from '../../../interview/ruler.ts';
import { CASE } from '../../../learn/page-text.ts';
import { askRuler, followRuler } from '../../../learn/play-case.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import { Ruler } from '../../../ui/Ruler.tsx';
import css from '../Learn.module.css';
import type { CaseProps } from './case-props.ts';

export function CaseRulers({ each, progress, onProgress }: CaseProps) {
  const { asked } = progress;
  return (
    <section class={css.rulers} aria-label={CASE.rulers}>
      {RULERS.filter((name) => asked[name]).map((name) => (
        <OneRuler key={name} name={name} each={each} progress={progress} onProgress={onProgress} />
      ))}
      <div class={css.row}>
        {RULERS.filter((name) => !asked[name]).map((name) => (
          <Button key={name} onPress={() => onProgress(askRuler(progress, name))}>
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
function OneRuler({ name, each, progress, onProgress }: CaseProps & { readonly name: RulerName }) {
  const reply = useFocusOnMount<HTMLParagraphElement>();
  // The button that asked is gone. A screen reader reads the reply, and the keyboard goes on from there.
  const [pressed, setPressed] = useState<Answer>();
  const { question, low, high } = rulerQuestion(name, spoken(each.change));
  const { at } = each.rulers[name];
  const { lower, next } = followUp(answerOf(at));
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
        answer={pressed}
        onAnswer={(value) => setPressed(answerOf(value))}
        onClear={() => setPressed(undefined)}
      />
      {progress.asked[name] === 'answered' && follow && (
        <div class={css.row}>
          <Button onPress={() => onProgress(followRuler(each, progress, name, follow))}>{follow}</Button>
        </div>
      )}
    </div>
  );
}
