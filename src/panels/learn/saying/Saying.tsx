// Lines to answer in one's own words, one after the other.

import { useState } from 'preact/hooks';
import { PAGE, SAY } from '../../../learn/page-text.ts';
import { TO_ANSWER } from '../../../learn/saying/lines.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Learn.module.css';
import { LearnPage } from '../LearnPage.tsx';
import type { LearnSession } from '../session.ts';
import { WriteLine } from './WriteLine.tsx';

export function Saying({ session }: { readonly session: LearnSession }) {
  const [{ at, compared }, setProgress] = useState({ at: 0, compared: false });
  const line = TO_ANSWER[at % TO_ANSWER.length];
  return (
    <LearnPage key={at} title={PAGE.saying}>
      {line && <WriteLine session={session} line={line} onCompared={() => setProgress({ at, compared: true })} />}
      <div class={css.row}>
        <Button variant={compared ? 'primary' : 'plain'} onPress={() => setProgress({ at: at + 1, compared: false })}>
          {SAY.next}
        </Button>
      </div>
    </LearnPage>
  );
}
