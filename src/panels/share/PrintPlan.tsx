// The button that prints. A chart may forbid its frames to print, and then the browser does nothing and says nothing:
// this says it, with what to do instead. Knows no plan: the page on the screen is what is printed.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** `asked` lasts where the browser does not begin: every print begins with its event, before the dialog opens. */
type Printing = { readonly kind: 'ready' | 'asked' };

const FORBIDDEN = {
  happened: 'This chart does not let Evoke print here.',
  safe: 'Nothing of the plan is lost.',
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
