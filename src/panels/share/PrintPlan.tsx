// The print button. A chart may forbid its frames to print, and the browser then does nothing. This says so and what to
// do instead. The page on the screen is what is printed.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** `asked` stays if the browser does not start to print. Every print starts with an event, before its dialog opens. */
type Printing = { readonly kind: 'ready' | 'asked' };

const FORBIDDEN = {
  happened: 'This chart does not let Evoke print here.',
  safe: 'The plan is not lost.',
  next: 'Copy it as text and print that, or open Evoke from the chart in a window of its own and print there.',
} as const;

export function PrintPlan() {
  const printing = useSignal<Printing>({ kind: 'ready' });
  useEffect(() => {
    const follow = new AbortController();
    const begun = (): void => {
      printing.value = { kind: 'ready' };
    };
    window.addEventListener('beforeprint', begun, { signal: follow.signal });
    return () => follow.abort();
  }, [printing]);
  return (
    <>
      <Button
        look="primary"
        onPress={() => {
          printing.value = { kind: 'asked' };
          window.print();
        }}
      >
        Print the plan
      </Button>
      {printing.value.kind === 'asked' && <Notice tone="fault" words={FORBIDDEN} />}
    </>
  );
}
