// Two minutes: four lines to hear and one to answer. The number of refreshers taken decides which ones.

import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { refresherDue } from '../../learn/memory.ts';
import { HEAR, PAGE } from '../../learn/page-text.ts';
import { TO_ANSWER } from '../../learn/saying/lines.ts';
import { MarkLines } from './hearing/MarkLines.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import { WriteLine } from './saying/WriteLine.tsx';
import type { Session } from './session.ts';

export function Refresher({ session }: { readonly session: Session }) {
  const taken = session.memory.peek().done.length;
  const set = HEARING_SETS[taken % HEARING_SETS.length];
  const line = TO_ANSWER[(taken * 3) % TO_ANSWER.length];
  const due = refresherDue(session.memory.peek(), session.today);
  const end = (): void => {
    if (due !== undefined) session.remember({ done: [...session.memory.value.done, due] });
  };
  return (
    <LearnPage title={PAGE.refresher}>
      {set && (
        <>
          <p class={css.quiet}>
            {HEAR.about}: {set.change}
          </p>
          <MarkLines lines={set.lines.slice(0, 4)} onEnd={end} />
        </>
      )}
      {line && <WriteLine line={line} />}
    </LearnPage>
  );
}
