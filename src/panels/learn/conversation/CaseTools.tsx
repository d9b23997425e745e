// The pad and the rulers of a practice conversation. Both are folded, so that the answers stay in sight.

import { useEffect, useState } from 'preact/hooks';
import { isEnding } from '../../../learn/case.ts';
import { CASE, HEAR } from '../../../learn/page-text.ts';
import { currentTurn, markLatest } from '../../../learn/play-case.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pad } from '../../../ui/Pad.tsx';
import { talkName, withMark } from '../hearing/Feedback.tsx';
import css from '../Learn.module.css';
import { focusLearnPad, usePadKey } from '../pad-key.ts';
import { CaseRulers } from './CaseRulers.tsx';
import type { CaseProps } from './case-props.ts';
import { showLatestLine } from './Transcript.tsx';

interface CaseToolsProps extends CaseProps {
  /** Puts the focus on the first answer. */
  readonly toAnswers: () => void;
}

type Tool = 'none' | 'pad' | 'rulers';

// An open tool stays open from line to line, because a learner who marks one line will mark the next.
export function CaseTools({ toAnswers, ...played }: CaseToolsProps) {
  const [open, setOpen] = useState<Tool>('none');
  // Nobody is there to be asked after the last line. The line itself can still be marked.
  const isOver = isEnding(currentTurn(played.each, played.progress));
  const toggle = (tool: Tool): void => setOpen(open === tool ? 'none' : tool);
  usePadKey(() => {
    if (open === 'pad') focusLearnPad();
    else toggle('pad');
  });
  return (
    <div class={css.stack}>
      <div class={css.row}>
        <Button expanded={open === 'pad'} keys="F9" onPress={() => toggle('pad')}>
          {CASE.mark}
        </Button>
        {!isOver && (
          <Button expanded={open === 'rulers'} onPress={() => toggle('rulers')}>
            {CASE.rulers}
          </Button>
        )}
      </div>
      {open === 'pad' && <CasePad {...played} toAnswers={toAnswers} />}
      {open === 'rulers' && !isOver && <CaseRulers {...played} />}
    </div>
  );
}

function CasePad({ progress, onProgress, toAnswers }: CaseToolsProps) {
  useEffect(() => {
    focusLearnPad();
    showLatestLine();
  }, []);
  const latest = progress.lines.findLast((line) => line.who === 'patient');
  const marked = latest?.who === 'patient' ? latest.marked : [];
  return (
    <section aria-label={CASE.mark} class={css.stack}>
      <div class={css.padBox}>
        <Pad
          letters
          onEscape={toAnswers}
          onMark={(talk) => onProgress(markLatest(progress, (marks) => withMark(marks, talk)))}
        />
      </div>
      <div class={css.row}>
        <p role="status" class={css.marked}>
          {HEAR.yours}: {marked.map(talkName).join(', ') || HEAR.none}
        </p>
        <Button
          variant="quiet"
          isDisabled={marked.length === 0}
          onPress={() => onProgress(markLatest(progress, (marks) => marks.slice(0, -1)))}
        >
          {HEAR.undo}
        </Button>
      </div>
      <p class={`quiet-text ${css.keys}`}>{CASE.padKey}</p>
    </section>
  );
}
