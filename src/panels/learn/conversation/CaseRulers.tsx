// The three rulers in a practice conversation: the patient answers, and the follow-up question brings their reason.

import { type Signal, useSignal } from '@preact/signals';
import { spoken } from '../../../interview/guide/behaviours.ts';
import { followUp, rulerQuestion } from '../../../interview/guide/follow-up.ts';
import { readScore } from '../../../interview/ids.ts';
import type { Answer, RulerName } from '../../../interview/ruler.ts';
import { RULERS } from '../../../interview/ruler.ts';
import type { Case } from '../../../learn/case.ts';
import { askRuler, followRuler, type Played } from '../../../learn/play-case.ts';
import { CASE } from '../../../learn/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Ruler } from '../../../ui/Ruler.tsx';
import css from '../Learn.module.css';

const NAMES: { readonly [Name in RulerName]: string } = {
  importance: 'Importance',
  confidence: 'Confidence',
  readiness: 'Readiness',
};

interface CaseRulersProps {
  readonly each: Case;
  readonly played: Signal<Played>;
}

export function CaseRulers({ each, played }: CaseRulersProps) {
  return (
    <details class={css.rulers}>
      <summary>{CASE.rulers}</summary>
      {RULERS.map((name) => (
        <OneRuler key={name} name={name} each={each} played={played} />
      ))}
    </details>
  );
}

function answerOf(value: number): Answer | undefined {
  const score = readScore(value);
  return score.ok ? { kind: 'answered', score: score.value } : undefined;
}

// The learner asks, hears the number and puts it down; it isn't filled in for them, as it wouldn't be in a visit.
function OneRuler({ name, each, played }: CaseRulersProps & { readonly name: RulerName }) {
  const written = useSignal<Answer | undefined>(undefined);
  const { question, low, high } = rulerQuestion(name, spoken(each.change));
  const asked = played.value.asked[name];
  if (!asked) {
    return (
      <div class={css.row}>
        <Button
          onPress={() => {
            played.value = askRuler(played.value, name);
          }}
        >
          {CASE.ask}: {NAMES[name]}
        </Button>
      </div>
    );
  }
  const { at } = each.rulers[name];
  const { lower, next } = followUp(name, answerOf(at));
  const follow = lower ?? next;
  return (
    <div class={css.stack}>
      <p role="status">
        {CASE.answers}: “{at === 0 ? 'Zero, honestly.' : `I’d say ${at}.`}”
      </p>
      <Ruler
        name={NAMES[name]}
        question={question}
        ends={[low, high]}
        answer={written.value}
        onAnswer={(value) => {
          written.value = answerOf(value);
        }}
        onClear={() => {
          written.value = undefined;
        }}
      />
      {asked === 'answered' && follow && (
        <div class={css.row}>
          <Button
            onPress={() => {
              played.value = followRuler(each, played.value, name, follow);
            }}
          >
            {follow}
          </Button>
        </div>
      )}
    </div>
  );
}
