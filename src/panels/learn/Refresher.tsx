// Two minutes: four lines to hear, then one to answer. The number of refreshers taken decides which ones.

import { useState } from 'preact/hooks';
import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { refresherDue, weeksToNextRefresher } from '../../learn/memory.ts';
import { HEAR, PAGE, REFRESHER } from '../../learn/page-text.ts';
import { TO_ANSWER } from '../../learn/saying/lines.ts';
import { Button } from '../../ui/Button.tsx';
import { MarkLines } from './hearing/MarkLines.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import { WriteLine } from './saying/WriteLine.tsx';
import type { LearnSession } from './session.ts';

const LINES = 4;

export function Refresher({ session }: { readonly session: LearnSession }) {
  // The lines stay the same when this refresher is counted.
  const [taken] = useState(() => session.memory.peek().done.length);
  const [part, setPart] = useState<'hearing' | 'saying' | 'done'>('hearing');
  const set = HEARING_SETS[taken % HEARING_SETS.length];
  const line = TO_ANSWER[(taken * 3) % TO_ANSWER.length];
  if (!set || !line) return null;
  const endHearing = (alike: number, lines: number): void => {
    setPart('saying');
    session.addRecord({ kind: 'heard', title: set.title, lines, alike });
    const due = refresherDue(session.memory.peek(), session.today);
    if (due !== undefined) session.remember({ done: [...session.memory.value.done, due] });
  };
  const weeks = weeksToNextRefresher(session.memory.value, session.today);
  return (
    <LearnPage title={PAGE.refresher}>
      <h3>{REFRESHER.hear}</h3>
      <p class="quiet-text">
        {HEAR.about}: {set.change}
      </p>
      <MarkLines lines={set.lines.slice(0, LINES)} onEnd={endHearing} />
      {part !== 'hearing' && (
        <>
          <h3>{REFRESHER.say}</h3>
          <WriteLine session={session} line={line} onCompared={() => setPart('done')} />
        </>
      )}
      {part === 'done' && (
        <>
          <p>
            {REFRESHER.end} {weeks !== undefined && REFRESHER.next(weeks)}
          </p>
          <div class={css.row}>
            <Button variant="primary" onPress={() => session.openPage('')}>
              {PAGE.back}
            </Button>
          </div>
        </>
      )}
    </LearnPage>
  );
}
