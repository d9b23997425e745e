// One set of lines about one change, to mark one after the other. At its end comes the next set, or the same one again.

import { useState } from 'preact/hooks';
import { HEARING_SETS } from '../../../learn/hearing/sets.ts';
import type { HearingSet } from '../../../learn/marks.ts';
import { HEAR, PAGE } from '../../../learn/page-text.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Learn.module.css';
import { LearnPage } from '../LearnPage.tsx';
import type { LearnSession } from '../session.ts';
import { MarkLines } from './MarkLines.tsx';

export function Hearing({ session, set }: { readonly session: LearnSession; readonly set: HearingSet }) {
  const [round, setRound] = useState(0);
  const next = HEARING_SETS[HEARING_SETS.indexOf(set) + 1];
  return (
    <LearnPage key={round} title={`${PAGE.hearing}: ${set.title}`}>
      <p class="quiet-text">
        {HEAR.about}: {set.change}
      </p>
      <MarkLines
        lines={set.lines}
        canStop
        onEnd={(alike, lines) => session.addRecord({ kind: 'heard', title: set.title, lines, alike })}
      >
        <div class={css.row}>
          <Button variant="primary" onPress={() => session.openPage(next ? `hearing/${next.id}` : '')}>
            {next ? `${PAGE.next}: ${next.title}` : PAGE.back}
          </Button>
          <Button onPress={() => setRound(round + 1)}>{PAGE.again}</Button>
        </div>
      </MarkLines>
    </LearnPage>
  );
}
