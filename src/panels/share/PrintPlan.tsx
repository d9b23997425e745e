// The print button. A chart may forbid its frames to print, and the browser then does nothing. This says so and what to
// do instead. The page on the screen is what is printed.

import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { useListener } from '../../ui/keyboard/listener.ts';
import { Notice } from '../../ui/Notice.tsx';

const FORBIDDEN = {
  happened: 'This chart does not let Evoke print here.',
  safe: 'The plan is not lost.',
  next: 'Copy it as text and print that, or open Evoke from the chart in a window of its own and print there.',
} as const;

export function PrintPlan() {
  // Stays true if the browser does not start to print. Every print starts with an event, before its dialog opens.
  const [isAsked, setAsked] = useState(false);
  useListener(window, 'beforeprint', () => setAsked(false));
  return (
    <>
      <Button
        look="primary"
        onPress={() => {
          setAsked(true);
          window.print();
        }}
      >
        Print the plan
      </Button>
      {isAsked && <Notice tone="fault" words={FORBIDDEN} />}
    </>
  );
}
