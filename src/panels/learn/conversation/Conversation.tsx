// A conversation with a practice patient: hear a line, mark it, ask a ruler, choose an answer, and see its effect.

import { useRef, useState } from 'preact/hooks';
import { type Case, isEnding } from '../../../learn/case.ts';
import { CASE, ENDS } from '../../../learn/page-text.ts';
import {
  beginCase,
  type CaseProgress,
  chooseAnswer,
  currentTurn,
  offeredChoices,
  shuffleChoices,
} from '../../../learn/play-case.ts';
import { summarizeCase } from '../../../learn/summarize-case.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Learn.module.css';
import { LearnPage } from '../LearnPage.tsx';
import type { LearnSession } from '../session.ts';
import { CaseSummary } from './CaseSummary.tsx';
import { CaseTools } from './CaseTools.tsx';
import type { CaseProps } from './case-props.ts';
import { Transcript } from './Transcript.tsx';

export function Conversation({ session, each }: { readonly session: LearnSession; readonly each: Case }) {
  const [progress, setProgress] = useState(() => beginCase(each));
  const [isSummedUp, setSummedUp] = useState(false);
  const answers = useRef<HTMLDivElement>(null);
  const again = (): void => {
    setProgress(beginCase(each));
    setSummedUp(false);
  };
  const turn = currentTurn(each, progress);
  if (isSummedUp && isEnding(turn)) {
    return (
      <LearnPage key="summary" title={ENDS[turn.end]}>
        <CaseSummary session={session} ending={turn} summary={summarizeCase(progress)} onAgain={again} />
      </LearnPage>
    );
  }
  // The practice summary counts a conversation when it ends. A learner may go on without looking at its own summary.
  const answer = (next: CaseProgress): void => {
    setProgress(next);
    const reached = currentTurn(each, next);
    if (!isEnding(reached)) return;
    session.addRecord({ kind: 'case', title: each.title, ending: ENDS[reached.end], summary: summarizeCase(next) });
  };
  return (
    <LearnPage key="talk" title={each.title}>
      <p>{each.setting}</p>
      <Transcript lines={progress.lines} />
      <CaseTools
        each={each}
        progress={progress}
        onProgress={setProgress}
        toAnswers={() => answers.current?.querySelector<HTMLElement>('button')?.focus()}
      />
      <div ref={answers}>
        {isEnding(turn) ? (
          <div class={css.stack}>
            <p>{turn.after}</p>
            <div class={css.row}>
              <Button variant="primary" onPress={() => setSummedUp(true)}>
                {CASE.summary}
              </Button>
            </div>
          </div>
        ) : (
          <Answers each={each} progress={progress} onProgress={answer} />
        )}
      </div>
    </LearnPage>
  );
}

function Answers({ each, progress, onProgress }: CaseProps) {
  return (
    <section aria-label={CASE.yourTurn} class={css.stack}>
      <h3>{CASE.yourTurn}</h3>
      <ul class={css.items}>
        {shuffleChoices(offeredChoices(each, progress)).map((choice) => (
          <li key={choice[1]}>
            <button type="button" class={css.item} onClick={() => onProgress(chooseAnswer(each, progress, choice))}>
              {choice[1]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
