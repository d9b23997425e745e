// The three rulers in a practice conversation: the patient answers, and the follow-up question brings their reason.

import { useState } from 'preact/hooks';
import { spoken } from '../../../interview/guide/behaviors.ts';
import { questionsAfter, rulerQuestion } from '../../../interview/guide/ruler-questions.ts';
import { readScore } from '../../../interview/ids.ts';
import { type Answer, RULER_NAMES, RULERS, type RulerName } from '../../../interview/ruler.ts';
import type { RulerReply } from '../../../learn/case.ts';
import { CASE } from '../../../learn/page-text.ts';
import { askRuler, followRuler, pressRuler } from '../../../learn/play-case.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import { Ruler } from '../../../ui/Ruler.tsx';
import css from '../Learn.module.css';
import type { CaseProps } from './case-props.ts';

export function CaseRulers(props: CaseProps) {
  const { each, progress, onProgress } = props;
  const { asked } = progress;
  const [justAsked, setJustAsked] = useState<RulerName>();
  const ask = (name: RulerName): void => {
    setJustAsked(name);
    onProgress(askRuler(progress, name));
  };
  return (
    <section class={css.rulers} aria-label={CASE.rulers}>
      {RULERS.map((name) => {
        const reply = asked[name] && each.rulers[name];
        return reply && <OneRuler key={name} {...props} name={name} reply={reply} isNew={name === justAsked} />;
      })}
      <div class={css.row}>
        {RULERS.filter((name) => !asked[name] && each.rulers[name]).map((name) => (
          <Button key={name} onPress={() => ask(name)}>
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

interface OneRulerProps extends CaseProps {
  readonly name: RulerName;
  readonly reply: RulerReply;
  /** True if it was asked since the rulers were opened. */
  readonly isNew: boolean;
}

// The learner asks, hears the number and presses it, as in a visit.
function OneRuler({ name, reply, isNew, each, progress, onProgress }: OneRulerProps) {
  // The button that asked is gone. A screen reader reads the reply, and the keyboard goes on from there.
  const heard = useFocusOnMount<HTMLParagraphElement>();
  const { at } = reply;
  const { lower, next } = questionsAfter(answerOf(at), 'en');
  const follow = lower ?? next;
  return (
    <div class={css.stack}>
      <p ref={isNew ? heard : null} tabIndex={-1}>
        {CASE.rulerAnswer(at)}
      </p>
      <Ruler
        name={RULER_NAMES[name]}
        {...rulerQuestion(name, spoken(each.change), 'en')}
        answer={progress.pressed[name]}
        onAnswer={(score) => onProgress(pressRuler(progress, name, { kind: 'answered', score }))}
        onClear={() => onProgress(pressRuler(progress, name, undefined))}
      />
      {progress.asked[name] === 'answered' && follow && (
        <div class={css.row}>
          <Button onPress={() => onProgress(followRuler(each, progress, name, follow))}>{follow}</Button>
        </div>
      )}
    </div>
  );
}
