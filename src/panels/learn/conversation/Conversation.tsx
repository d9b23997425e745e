// A conversation with a practice patient: hear a line, mark it, ask a ruler, choose an answer, and see its effect.

import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Case, type Ending, isEnding } from '../../../learn/case.ts';
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
import type { Contact } from '../GoOn.tsx';
import css from '../Learn.module.css';
import { LearnPage } from '../LearnPage.tsx';
import type { Session } from '../session.ts';
import { CaseSummary } from './CaseSummary.tsx';
import { CaseTools } from './CaseTools.tsx';
import { Transcript } from './Transcript.tsx';

interface ConversationProps {
  readonly session: Session;
  readonly each: Case;
  readonly contacts: readonly Contact[];
}

export function Conversation({ session, each, contacts }: ConversationProps) {
  const progress = useSignal(beginCase(each));
  const view = useSignal<{ readonly kind: 'talking' | 'summary' }>({ kind: 'talking' });
  const answers = useRef<HTMLDivElement>(null);
  const again = (): void => {
    progress.value = beginCase(each);
    view.value = { kind: 'talking' };
  };
  const turn = currentTurn(each, progress.value);
  if (view.value.kind === 'summary' && isEnding(turn)) {
    const summary = summarizeCase(progress.value);
    return (
      <LearnPage key="summary" title={ENDS[turn.end]}>
        <CaseSummary ending={turn} summary={summary} contacts={contacts} onAgain={again} />
      </LearnPage>
    );
  }
  const sumUp = (ending: Ending): void => {
    const summary = summarizeCase(progress.value);
    session.addRecord({ kind: 'case', title: each.title, ending: ENDS[ending.end], summary });
    view.value = { kind: 'summary' };
  };
  return (
    <LearnPage key="talk" title={each.title}>
      <p>{each.setting}</p>
      <Transcript lines={progress.value.lines} />
      <CaseTools
        each={each}
        progress={progress}
        toAnswers={() => answers.current?.querySelector<HTMLElement>('button')?.focus()}
      />
      <div ref={answers}>
        {isEnding(turn) ? (
          <AtTheEnd ending={turn} onSummary={() => sumUp(turn)} />
        ) : (
          <Answers each={each} progress={progress} />
        )}
      </div>
    </LearnPage>
  );
}

function AtTheEnd({ ending, onSummary }: { readonly ending: Ending; readonly onSummary: () => void }) {
  return (
    <div class={css.stack}>
      <p>{ending.after}</p>
      <div class={css.row}>
        <Button look="primary" onPress={onSummary}>
          {CASE.summary}
        </Button>
      </div>
    </div>
  );
}

function Answers({ each, progress }: { readonly each: Case; readonly progress: Signal<CaseProgress> }) {
  return (
    <section aria-label={CASE.yourTurn} class={css.stack}>
      <h3>{CASE.yourTurn}</h3>
      <ul class={css.items}>
        {shuffleChoices(offeredChoices(each, progress.value)).map((choice) => (
          <li key={choice[1]}>
            <button
              type="button"
              class={css.item}
              onClick={() => {
                progress.value = chooseAnswer(each, progress.value, choice);
              }}
            >
              {choice[1]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
