// Two minutes: a few lines to hear and one to answer. Which ones depends on how many refreshers were taken.

import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { refresherDue } from '../../learn/memory.ts';
import { TO_ANSWER } from '../../learn/saying/lines.ts';
import { PAGE } from '../../learn/words.ts';
import { MarkLines } from './hearing/MarkLines.tsx';
import css from './Learn.module.css';
import { Page } from './Page.tsx';
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
    <Page title={PAGE.refresher}>
      {set && (
        <>
          <p class={css.quiet}>The change in question: {set.change}</p>
          <MarkLines lines={set.lines.slice(0, 4)} onEnd={end} />
        </>
      )}
      {line && <WriteLine line={line} />}
    </Page>
  );
}
