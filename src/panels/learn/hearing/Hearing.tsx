// One set of lines to hear.

import { useSignal } from '@preact/signals';
import type { HearingSet } from '../../../learn/heard-line.ts';
import { HEAR, PAGE } from '../../../learn/words.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Learn.module.css';
import { Page } from '../Page.tsx';
import type { Session } from '../session.ts';
import { MarkLines } from './MarkLines.tsx';

export function Hearing({ session, set }: { readonly session: Session; readonly set: HearingSet }) {
  const round = useSignal(0);
  return (
    <Page title={`${PAGE.hearing}: ${set.title}`}>
      <p class={css.quiet}>
        {HEAR.about}: {set.change}
      </p>
      <MarkLines
        key={round.value}
        lines={set.lines}
        onEnd={(alike) => session.add({ kind: 'heard', title: set.title, lines: set.lines.length, alike })}
      />
      <div class={css.row}>
        <Button
          look="quiet"
          onPress={() => {
            round.value += 1;
          }}
        >
          {PAGE.again}
        </Button>
      </div>
    </Page>
  );
}
