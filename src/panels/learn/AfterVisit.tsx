// After a real visit: one private question, answered in thought. A count stays on the device if the clinician keeps it.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LearnStorage } from '../../learn/memory.ts';
import { AFTER } from '../../learn/page-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import css from './AfterVisit.module.css';

const COUNTS = ['0', '1', '2', '3', '4', '5'] as const;
const OPTIONS = COUNTS.map((value) => ({ value, label: value === '5' ? AFTER.most : value }));

export function AfterVisit({ storage }: { readonly storage: LearnStorage }) {
  const [count, setCount] = useState<(typeof COUNTS)[number]>();
  const [state, setState] = useState<'asking' | 'kept' | 'not-kept'>('asking');
  const end = useRef<HTMLParagraphElement>(null);
  // The pressed button is gone.
  useLayoutEffect(() => end.current?.focus(), [state]);
  const keep = async (): Promise<void> => {
    const memory = await storage.load();
    const { visits, reflections } = memory.tally;
    const tally = { visits: visits + 1, reflections: reflections + Number(count) };
    setState((await storage.save({ ...memory, tally })) ? 'kept' : 'not-kept');
  };
  return (
    <section class={css.after} aria-labelledby="after-visit">
      <h3 id="after-visit">{AFTER.question}</h3>
      <p>{AFTER.private}</p>
      {state === 'asking' ? (
        <>
          <Choices legend={AFTER.count} options={OPTIONS} chosen={count} onChoose={setCount} />
          <Button isDisabled={count === undefined} onPress={() => void keep()}>
            {AFTER.keep}
          </Button>
        </>
      ) : (
        <p ref={end} tabIndex={-1}>
          {state === 'kept' ? AFTER.kept : AFTER.notKept}
        </p>
      )}
    </section>
  );
}
