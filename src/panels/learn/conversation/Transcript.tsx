// The conversation so far. The learner's lines show their kind and effect. The patient's lines show the marks on them.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { CASE, MOVES, STOP } from '../../../learn/page-text.ts';
import type { TranscriptLine } from '../../../learn/play-case.ts';
import { talkName } from '../hearing/Feedback.tsx';
import css from '../Learn.module.css';

/** Moves the patient's latest line to the top, so that the pad and the answers fit below. */
export const showLatestLine = (): void => document.getElementById('latest-line')?.scrollIntoView({ block: 'start' });

export function Transcript({ lines }: { readonly lines: readonly TranscriptLine[] }) {
  const latest = useRef<HTMLLIElement>(null);
  // A screen reader reads the patient's reply. The learner's line before it moves to the top, so that the answers fit
  // below.
  useLayoutEffect(() => {
    if (lines.length < 2) return;
    latest.current?.focus({ preventScroll: true });
    latest.current?.previousElementSibling?.scrollIntoView({ block: 'start' });
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
          <li
            key={line.said.says}
            class={css.patient}
            id={at === lines.length - 1 ? 'latest-line' : undefined}
            ref={at === lines.length - 1 ? latest : null}
            tabIndex={-1}
          >
            <p class={css.who}>{STOP.patient}</p>
            <p class={css.says}>{line.said.says}</p>
            {line.marked.length > 0 && <p class={css.marked}>{line.marked.map(talkName).join(', ')}</p>}
          </li>
        ),
      )}
    </ol>
  );
}
