// The pad and the rulers of a practice conversation. Both are folded, so that the answers stay in sight.

import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Case } from '../../../learn/case.ts';
import { CASE, HEAR } from '../../../learn/page-text.ts';
import { type CaseProgress, markLatest } from '../../../learn/play-case.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pad } from '../../../ui/Pad.tsx';
import { talkName } from '../hearing/Feedback.tsx';
import css from '../Learn.module.css';
import { focusPad, usePadKey } from '../pad-key.ts';
import { CaseRulers } from './CaseRulers.tsx';
import { showLatestLine } from './Transcript.tsx';

interface CaseToolsProps {
  readonly each: Case;
  readonly progress: Signal<CaseProgress>;
  /** Puts the focus on the first answer. */
  readonly toAnswers: () => void;
}

type Tool = 'none' | 'pad' | 'rulers';

// An open tool stays open from line to line, because a learner who marks one line will mark the next.
export function CaseTools({ each, progress, toAnswers }: CaseToolsProps) {
  const open = useSignal<{ readonly kind: Tool }>({ kind: 'none' });
  const toggle = (tool: Tool): void => {
    open.value = { kind: open.value.kind === tool ? 'none' : tool };
  };
  usePadKey(() => {
    if (open.value.kind === 'pad') focusPad();
    else toggle('pad');
  });
  const { kind } = open.value;
  return (
    <div class={css.stack}>
      <div class={css.row}>
        <Button expanded={kind === 'pad'} keys="F9" onPress={() => toggle('pad')}>
          {CASE.mark}
        </Button>
        <Button expanded={kind === 'rulers'} onPress={() => toggle('rulers')}>
          {CASE.rulers}
        </Button>
      </div>
      {kind === 'pad' && <CasePad progress={progress} toAnswers={toAnswers} />}
      {kind === 'rulers' && <CaseRulers each={each} progress={progress} />}
    </div>
  );
}

function CasePad({ progress, toAnswers }: Omit<CaseToolsProps, 'each'>) {
  useEffect(() => {
    focusPad();
    showLatestLine();
  }, []);
  const latest = progress.value.lines.findLast((line) => line.who === 'patient');
  const marked = latest?.who === 'patient' ? latest.marked : [];
  return (
    <section aria-label={CASE.mark} class={css.stack}>
      <div class={css.padBox}>
        <Pad
          letters
          onEscape={toAnswers}
          onMark={(talk) => {
            progress.value = markLatest(progress.value, (marks) =>
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
            progress.value = markLatest(progress.value, (marks) => marks.slice(0, -1));
          }}
        >
          {HEAR.undo}
        </Button>
      </div>
      <p class={`${css.quiet} ${css.keys}`}>{CASE.padKey}</p>
    </section>
  );
}
