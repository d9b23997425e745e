// Lines to answer in one's own words, one after the other.

import { useSignal } from '@preact/signals';
import { PAGE, SAY } from '../../../learn/page-text.ts';
import { TO_ANSWER } from '../../../learn/saying/lines.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Learn.module.css';
import { LearnPage } from '../LearnPage.tsx';
import type { Session } from '../session.ts';
import { WriteLine } from './WriteLine.tsx';

export function Saying({ session }: { readonly session: Session }) {
  const at = useSignal(0);
  const line = TO_ANSWER[at.value % TO_ANSWER.length];
  return (
    <LearnPage title={PAGE.saying}>
      {line && (
        <WriteLine
          key={at.value}
          line={line}
          onCompared={(words) => session.addRecord({ kind: 'written', line: line.says, words })}
        />
      )}
      <div class={css.row}>
        <Button
          onPress={() => {
            at.value += 1;
          }}
        >
          {SAY.next}
        </Button>
      </div>
    </LearnPage>
  );
}
