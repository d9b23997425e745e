// A conversation with a practice patient: mark what they say, ask rulers, choose what to answer, hear what it does.

import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Case, isEnding } from '../../../learn/case.ts';
import {
  begin,
  choose,
  type Line,
  markLatest,
  offered,
  type Played,
  shuffled,
  turnOf,
} from '../../../learn/play-case.ts';
import { summarize } from '../../../learn/summarize-case.ts';
import { CASE, ENDS, HEAR, MOVES } from '../../../learn/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pad } from '../../../ui/Pad.tsx';
import type { Contact } from '../GoOn.tsx';
import { talkName } from '../hearing/Feedback.tsx';
import css from '../Learn.module.css';
import { Page } from '../Page.tsx';
import type { Session } from '../session.ts';
import { CaseRulers } from './CaseRulers.tsx';
import { CaseSummary } from './CaseSummary.tsx';

interface ConversationProps {
  readonly session: Session;
  readonly each: Case;
  readonly contacts: readonly Contact[];
}

export function Conversation({ session, each, contacts }: ConversationProps) {
  const played = useSignal(begin(each));
  const isSummed = useSignal<{ readonly kind: 'talking' | 'summed' }>({ kind: 'talking' });
  const again = (): void => {
    played.value = begin(each);
    isSummed.value = { kind: 'talking' };
  };
  const turn = turnOf(each, played.value);
  if (isSummed.value.kind === 'summed' && isEnding(turn)) {
    return (
      <Page key="summary" title={ENDS[turn.end]}>
        <CaseSummary ending={turn} summary={summarize(played.value)} contacts={contacts} onAgain={again} />
      </Page>
    );
  }
  return (
    <Page key="talk" title={each.title}>
      <p>{each.setting}</p>
      <Transcript lines={played.value.lines} />
      <MarkBox played={played} />
      <CaseRulers each={each} played={played} />
      {isEnding(turn) ? (
        <div class={css.stack}>
          <p>{turn.after}</p>
          <div class={css.row}>
            <Button
              look="primary"
              onPress={() => {
                const summary = summarize(played.value);
                session.add({ kind: 'case', title: each.title, ending: ENDS[turn.end], summary });
                isSummed.value = { kind: 'summed' };
              }}
            >
              {CASE.summary}
            </Button>
          </div>
        </div>
      ) : (
        <section aria-label={CASE.yourTurn} class={css.stack}>
          <h3>{CASE.yourTurn}</h3>
          <ul class={css.items}>
            {shuffled(offered(each, played.value)).map((choice) => (
              <li key={choice[1]}>
                <button
                  type="button"
                  class={css.item}
                  onClick={() => {
                    played.value = choose(each, played.value, choice);
                  }}
                >
                  {choice[1]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Transcript({ lines }: { readonly lines: readonly Line[] }) {
  const latest = useRef<HTMLLIElement>(null);
  // The words that answer are read out, and the next press starts from there.
  useEffect(() => {
    if (lines.length > 1) latest.current?.focus();
  }, [lines.length]);
  return (
    <ol class={css.talk}>
      {lines.map((line, at) =>
        line.who === 'you' ? (
          <li key={line.says} class={css.clinician}>
            <p class={css.who}>{CASE.you}</p>
            <p class={css.says}>{line.says}</p>
            <p class={css.shows}>
              <strong>{MOVES[line.move]}.</strong> {line.why}
            </p>
          </li>
        ) : (
          <li key={line.said.says} class={css.patient} ref={at === lines.length - 1 ? latest : null} tabIndex={-1}>
            <p class={css.who}>Patient</p>
            <p class={css.says}>{line.said.says}</p>
            {line.marked.length > 0 && <p class={css.marked}>{line.marked.map(talkName).join(', ')}</p>}
          </li>
        ),
      )}
    </ol>
  );
}

function MarkBox({ played }: { readonly played: Signal<Played> }) {
  const latest = played.value.lines.findLast((line) => line.who === 'patient');
  const marked = latest?.who === 'patient' ? latest.marked : [];
  return (
    <section aria-label={CASE.marking} class={css.stack}>
      <p class={css.quiet}>{CASE.marking}</p>
      <div class={css.padBox}>
        <Pad
          letters
          onMark={(talk) => {
            played.value = markLatest(played.value, (marks) =>
              marks.some((each) => talkName(each) === talkName(talk)) ? marks : [...marks, talk],
            );
          }}
        />
      </div>
      <div class={css.row}>
        <p role="status" class={css.marked}>
          {HEAR.yours}: {marked.map(talkName).join(', ') || HEAR.none}
        </p>
        <Button
          look="quiet"
          dead={marked.length === 0}
          onPress={() => {
            played.value = markLatest(played.value, (marks) => marks.slice(0, -1));
          }}
        >
          {HEAR.undo}
        </Button>
      </div>
    </section>
  );
}
